"""Running text with its marks filled in: links to our own things, help lines, facts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Channel, Prose
from plugins.model.addresses import leads_out
from plugins.view.viewpoint import Viewpoint


class Html(str):
    """Text that is markup already, so that templates do not escape it (like markupsafe's, without the import)."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give itself: the sign by which Jinja knows safe markup."""
        return self


_EMPTY = Html()


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text, ready to show: as markup, and as plain text with one paragraph a line."""

    html: Html = _EMPTY
    text: str = ""
    document_ids: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.html)


_LINK = re.compile(rf'<a href="{Prose.OPEN}url:([^"{Prose.CLOSE}]*){Prose.CLOSE}">(.*?)</a>', re.DOTALL)
_TEXT_LINK = re.compile(rf" \({Prose.OPEN}url:([^{Prose.CLOSE}]*){Prose.CLOSE}\)")
_NAMED = re.compile(f"{Prose.OPEN}(support|fact):([^{Prose.CLOSE}]*){Prose.CLOSE}")


def passage(prose: Prose, here: Viewpoint) -> Passage:
    """Fill in the marks of running text; a link to what may not be seen here loses its address."""
    names: dict[str, None] = {}

    def link(match: re.Match[str]) -> str:
        name = html.unescape(match[1])
        names[named(name, here)] = None
        href = address(name, here)
        return f'<a href="{html.escape(href)}">{match[2]}</a>' if href else match[2]

    def text_link(match: re.Match[str]) -> str:
        href = whole_address(match[1], here)
        return f" ({href})" if href else ""

    markup = _NAMED.sub(lambda m: html.escape(_said(m[1], m[2], here), quote=False), _LINK.sub(link, prose.html))
    text = _NAMED.sub(lambda m: _said(m[1], m[2], here), _TEXT_LINK.sub(text_link, prose.text))
    return Passage(Html(markup), text, tuple(filter(None, names)))


def quoted(text: str) -> Passage:
    """Make a passage of one plain paragraph."""
    return Passage(Html(f"<p>{html.escape(text, quote=False)}</p>"), text)


def address(name: str, here: Viewpoint) -> str:
    """Write where something of ours is, ``story:first-keys`` or ``/offers/``; nothing if it may not be seen."""
    return name if leads_out(name) else _written(name, here, here.links.to)


def whole_address(name: str, here: Viewpoint) -> str:
    """Write the same so that it works from anywhere, as plain text needs it."""
    return _written(name, here, here.links.whole)


def named(name: str, here: Viewpoint) -> str:
    """Give the id of the document that a name or an address of ours leads to; nothing if it may not be seen."""
    entry = _entry(name, here)
    return entry.id if entry else ""


def _entry(name: str, here: Viewpoint) -> Entry | None:
    target = name.partition("#")[0]
    return here.shelf.at(target) if target.startswith("/") else here.shelf.get(target)


def _written(name: str, here: Viewpoint, write: Callable[[str], str]) -> str:
    if name.startswith("#"):
        return write(name)
    target, hash_mark, anchor = name.partition("#")
    entry, web = _entry(name, here), here.library.on(Channel.WEB)
    if entry:
        return write(entry.url + hash_mark + anchor) if web.get(entry.id) else ""
    hidden = target.endswith("/") and (target not in web.addresses or web.at(target))
    return write(name) if target.startswith("/") and not hidden else ""


def _said(kind: str, name: str, here: Viewpoint) -> str:
    """Give the words of a fact or a help line; its name stands in a preview of what is not right yet."""
    if kind == "fact":
        return here.shelf.facts[name].text if name in here.shelf.facts else name
    line = here.shelf.supports.get(name)
    if line is None:
        return name
    ways = " or ".join(filter(None, (line.phone, line.text)))
    return f"{line.name}: {ways}" if ways else line.name
