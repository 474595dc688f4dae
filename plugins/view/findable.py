"""What of a document can be searched for: its card in few words, and the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

from plugins.library import Library
from plugins.library.marks import mark
from plugins.model import DOCUMENT_TYPES, Area, Channel, Story
from plugins.view import words
from plugins.view.blocks import blocks
from plugins.view.facts import rows
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.heads import site_head
from plugins.view.parts import CardsView, EventView, TellingView
from plugins.view.passages import Passage
from plugins.view.site import Site
from plugins.view.viewpoint import Viewpoint

URL = "/search/"
TITLE = "Search"
SUMMARY = "Find a story, a date, an offer or a right. What you look for stays on your device."
ROUGHLY = 100
"""More pages than this are counted in hundreds."""
_ANOTHERS = (CardsView, EventView, TellingView)
"""Parts of a body that show another document: who looks for that finds it by itself."""
_SAID = frozenset({"title", "text", "label", "question", "who", "by", "organisation", "verses"})
_ADDRESS = re.compile(r"\((?:https?|mailto|tel|sms):[^)]*\)")


@dataclass(frozen=True, slots=True)
class Findable:
    """One document as the search knows it."""

    kind: str
    label: str
    title: str
    summary: str
    url: str
    """From the site's root, without a slash in front: ``stories/first-keys/``."""
    language: str
    said: str
    """Whatever else its page says, folded; nothing where only titles and summaries are searched."""
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The page to search on."""

    frame: Frame
    head: Head
    title: str
    summary: str
    pages: str
    """On how many pages something can be found, in words."""
    ways: tuple[Link, ...]
    """Other ways to find something, for whom no script runs."""


def findable(library: Library, site: Site, *, whole: bool, fold: Callable[[str], str] = str) -> Iterator[Findable]:
    """Give all that may be on the web and that search engines may have, the oldest first.

    The order keeps numbers stable: what is new comes last. ``whole`` takes the words of bodies in, too; of them, what
    ``fold`` makes is noted.
    """
    entries, stamp = library.on(Channel.WEB, Channel.SEARCH_ENGINES).entries, mark(site)
    for entry in sorted(entries, key=lambda entry: (entry.spine.day, entry.id)):
        if library.searchable(entry):
            look = partial(_said_by, entry.id, site, fold)
            yield Findable(
                kind=entry.document.kind,
                label=entry.document.label,
                title=entry.spine.title,
                summary=entry.spine.summary,
                url=entry.url.removeprefix("/"),
                language=entry.spine.lang,
                said=library.worked_out(f"said: {entry.id}", stamp, look) if whole else "",
                document_id=entry.id,
            )


def search_page(here: Viewpoint, count: int) -> SearchView:
    """Show where to search."""
    kinds = ((kind.index_title, f"/{kind.folder}/") for kind in DOCUMENT_TYPES)
    ways = (("A to Z", "/a-z/"), ("Themes", "/themes/"), ("Archive", "/archive/"), *kinds)
    return SearchView(
        frame=frame(here),
        head=site_head(TITLE, SUMMARY, here),
        title=TITLE,
        summary=SUMMARY,
        pages=_pages(count),
        ways=tuple(Link(text, here.links.to(url)) for text, url in ways if url in here.shelf.addresses),
    )


def _pages(count: int) -> str:
    """Say how many pages there are; many, roughly, so that this page stays as it is when there is one more."""
    if count > ROUGHLY:
        return f"more than {(count - 1) // ROUGHLY * ROUGHLY:,} pages"
    return f"{count} {'page' if count == 1 else 'pages'}"


def _said_by(name: str, site: Site, fold: Callable[[str], str], library: Library) -> str:
    entry = library.on(Channel.WEB).whole(name)
    if entry is None:
        raise KeyError(name)
    here = Viewpoint.on_page(library, site, entry.url)
    return fold("\n".join(_texts(entry.document, here)))


def _texts(document: Any, here: Viewpoint) -> Iterator[str]:
    """Give what a page says beside its title and summary, as it is shown: a name or place only as it may be told."""
    yield document.label
    yield from (theme.label for theme in document.themes)
    if isinstance(document, Story):
        yield from (words.story_by(document), words.story_place(document, here.shelf), document.what_helped)
    if not isinstance(document, Area):
        yield from (row.text for row in rows(document, here) if not row.href)
    yield from getattr(document, "how_to_claim", ())
    for block in blocks(document, here):
        yield from _said(block)


def _said(value: Any) -> Iterator[str]:
    """Give the words in a part of a body, but not those that belong to another document."""
    if isinstance(value, Passage):
        yield _ADDRESS.sub("", value.text)
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif is_dataclass(value) and not isinstance(value, _ANOTHERS) and not getattr(value, "document_id", ""):
        for field in fields(value):
            said = getattr(value, field.name)
            if isinstance(said, str) and field.name in _SAID:
                yield said
            elif field.name == "verses":
                yield from (line for verse in said for line in verse)
            elif not isinstance(said, str):
                yield from _said(said)
