"""The links of a body: where they lead, what they say, and on which line each stands."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Iterator

from plugins.model import DOCUMENT_TYPES
from plugins.model.addresses import SLUG_PATTERN, leads_out, own_address, vague
from plugins.model.blocks import Prose
from plugins.source.plainly import nearest, said_back
from plugins.source.text import Text
from plugins.source.wording import plain

_KINDS = frozenset(kind.kind for kind in DOCUMENT_TYPES)
_PLACES = re.compile(
    r"\]\(\s*<?([^\s)>]*)|<([^<>\s]+)>|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)|\{ *((?:support|fact) *: *[\w-]+)"
)

_FILE = re.compile(
    rf"(?:\.*/)*(?:content/)?(?P<folder>{'|'.join(kind.folder for kind in DOCUMENT_TYPES)})/(?P<slug>[a-z0-9-]+)"
    r"(?:\.md|\.html|/index\.html|/)?"
)
"""A document by its file, as other programs name it."""

_LACKS = {
    "mailto:": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "https://": re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?"),
}
_WEB = re.compile(r"https?://\S+")

Said = tuple[int, str, str, str]
"""A line, a code, what is wrong, and what to do."""


def beginning(address: str) -> str:
    """Give the beginning that an address plainly lacks, by what it looks like; nothing for any other."""
    return next((begins for begins, shape in _LACKS.items() if shape.fullmatch(address)), "")


class Links:
    """Looks at the links of one body in their order, and remembers where each name stands."""

    def __init__(self, text: Text, after: int) -> None:
        """Find where the addresses stand in the lines after one."""
        self.lines: dict[str, int] = {}
        self.inward: list[tuple[str, int]] = []
        self._text = text
        self._after = after
        self._places: dict[str, deque[int]] = {}
        self._line = after + 1
        for number, line in enumerate(text.lines[after:], after + 1):
            for found in _PLACES.findall(line):
                name = html.unescape("".join(found))
                self._places.setdefault(name, deque()).append(number)
                if found[3]:
                    self.lines.setdefault(re.sub(r" *: *", ":", found[3]), number)

    def look(self, element: ET.Element) -> Iterator[Said]:
        """Make a link ready for the library, or give what is wrong with it."""
        address, words = html.unescape(element.get("href", "")), plain(element)
        line = self._find(address, words)
        if not words:
            yield line, "A04", "This link has no words.", "Write where it goes between the square brackets."
        elif vague(words):
            message = f"“{words}” makes no sense on its own."
            yield line, "A04", message, "Say where it goes: “Book a place at the winter meet-up”."
        element.set("href", address)
        if own_address(address) or self._ours(address):
            element.set("href", f"{Prose.OPEN}url:{address}{Prose.CLOSE}")
            self.lines.setdefault(address, line)
        elif re.fullmatch(r"#[\w-]+", address):
            self.inward.append((address[1:], line))
            element.set("href", f"{Prose.OPEN}url:{address}{Prose.CLOSE}")
        elif not leads_out(address):
            yield line, "A05", *self._nowhere(address)

    def missing(self, anchors: frozenset[str]) -> Iterator[Said]:
        """Give the links to headings of this page that it does not have."""
        for target, line in self.inward:
            if target not in anchors:
                near = nearest(target, anchors)
                fix = f"Did you mean #{near}?" if near else "Use the words of a heading of this page, with hyphens."
                yield line, "A06", f"There is no heading {said_back(target)} on this page.", fix

    def _find(self, address: str, words: str) -> int:
        places = self._places.get(address)
        if places:
            self._line = places.popleft() if len(places) > 1 else places[0]
            return self._line
        for snippet in filter(None, (address, words)):
            if (line := self._text.line_of(snippet, self._after)) > self._after:
                return line
        return self._line

    @staticmethod
    def _ours(address: str) -> bool:
        return address.partition(":")[0] in _KINDS

    @staticmethod
    def _nowhere(address: str) -> tuple[str, str]:
        message = f"This link goes nowhere ({address[:60] or 'nothing'})."
        bare = address.strip(" “”‘’\"'<>")
        if begins := beginning(bare):
            return message, f"Write {begins}{bare}"
        if _WEB.fullmatch(whole := re.sub(r"\s", "", bare)) and whole != address:
            return message, "Copy it from the address bar again: no spaces in it, and no quote marks round it."
        near = nearest(address.partition(":")[0], _KINDS) if re.fullmatch(r"[a-z]+:[a-z0-9-]+", address) else ""
        if near:
            return message, f"Did you mean {near}:{address.partition(':')[2]}?"
        if re.fullmatch(SLUG_PATTERN, address):
            return message, f"If it is a page of ours, write page:{address}"
        if file := _FILE.fullmatch(address):
            kind = next(kind.kind for kind in DOCUMENT_TYPES if kind.folder == file["folder"])
            return message, f"Write what it is, a colon and its name: {kind}:{file['slug']}"
        return message, "Use a whole address (https://…), mailto:, tel:, or something of ours: story:first-keys."
