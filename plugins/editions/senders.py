"""Who sends editions: one table of the tags that each wants to find, and how words that look like tags stay words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.view import EditionView
from plugins.view.editions import UNSUBSCRIBE

ADDRESS = "clnm-press-postal-address"
"""Stands for the postal address where a sender puts in its own."""

_WORD = "\N{WORD JOINER}"
"""Parts what a sender would take for a tag in plain text, and nobody sees it."""
_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|\{\{", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sender:
    """One sender. The web version is our own page for all of them: it is the same for everybody, and counts nobody."""

    name: str
    title: str
    unsubscribe: str
    """Its tag for the reader's own way out; with {reply_to}, our address stands in its place."""
    keeps_html: Callable[[str], str] = str
    """Makes words in HTML that look like tags be shown as they are."""
    keeps_text: Callable[[str], str] = str
    """The same in plain text."""
    address: str = ""
    """Its tag for the postal address, if it demands its own."""

    def html(self, drawn: str, view: EditionView) -> str:
        """Put the tags into the HTML part."""
        return self._tagged(self.keeps_html(drawn), view)

    def text(self, drawn: str, view: EditionView) -> str:
        """Put the tags into the plain text part."""
        return self._tagged(self.keeps_text(drawn), view)

    def _tagged(self, drawn: str, view: EditionView) -> str:
        way_out = self.unsubscribe.replace("{reply_to}", view.reply_to)
        return drawn.replace(UNSUBSCRIBE, way_out).replace(ADDRESS, self.address)


def _go_html(html: str) -> str:
    """Write a Go template (html/template), which deletes comments, Word's among them, unless they are called safe."""
    return _COMMENT_OR_TAG.sub(lambda found: _go(found[0], safe=found[0].startswith("<!--")), html)


def _go_text(text: str) -> str:
    """Write a Go template for plain text, which listmonk reads as HTML all the same."""
    return re.sub(r"\{\{|<", lambda found: _go(found[0], safe=found[0] == "<"), text)


def _go(words: str, *, safe: bool) -> str:
    quoted = f"`{words}`" if "`" not in words else json.dumps(words, ensure_ascii=False)
    return f"{{{{ {'Safe ' if safe else ''}{quoted} }}}}"


def _braces_html(html: str) -> str:
    return re.sub(r"\{(?=[{%#])", "&#123;", html)


def _braces_text(text: str) -> str:
    return re.sub(r"\{(?=[{%#])", f"{{{_WORD}", text)


def _bars_html(html: str) -> str:
    return html.replace("*|", "*&#124;")


def _bars_text(text: str) -> str:
    return text.replace("*|", f"*{_WORD}|")


SENDERS = {
    sender.name: sender
    for sender in (
        Sender("listmonk", "listmonk", "{{ UnsubscribeURL }}", _go_html, _go_text),
        Sender("mailchimp", "Mailchimp", "*|UNSUB|*", _bars_html, _bars_text, "*|LIST:ADDRESS|*"),
        Sender("buttondown", "Buttondown", "{{ unsubscribe_url }}", _braces_html, _braces_text),
        Sender("plain", "any other program", "mailto:{reply_to}?subject=unsubscribe"),
    )
}
"""Every sender by the name that SENDERS in the settings, and ``clnm edition --for``, know it by."""
