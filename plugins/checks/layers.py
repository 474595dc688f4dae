"""A text in pieces that can be read one by one, and what a piece of markup says between its tags and in them.

Pages have most of their lines in common. A piece depends on no other, so what was found in one may be remembered.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

LAYERS = 3
"""So often HTML stands escaped inside something else: a feed holds it inside XML, a feed's quote inside that."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Text:
    """Something that a file says, without what it was packed in."""

    text: str
    markup: bool = False

    def pieces(self) -> list[str]:
        """Give it line by line; a tag that goes over several lines keeps them together."""
        lines = self.text.split("\n")
        if not self.markup:
            return lines
        found: list[str] = []
        waiting: list[str] = []
        for line in lines:
            closes = line.rfind(">")
            goes_on = line.rfind("<") > closes or (waiting and closes < 0)
            if waiting or goes_on:
                waiting.append(line)
            if not goes_on:
                found.append("\n".join(waiting) if waiting else line)
                waiting.clear()
        return [*found, "\n".join(waiting)] if waiting else found


def outside(markup: str) -> str:
    """Give what stands between tags."""
    return html.unescape(_TAG.sub(" ", markup))


def inside(markup: str) -> str:
    """Give what stands in tags, as it is written."""
    return " ".join(_TAG.findall(markup))


def again(text: str) -> bool:
    """Say whether a text that stood between tags is markup itself, or escaped once more."""
    return "<" in text or html.unescape(text) != text


def escaped(tags: str) -> bool:
    """Say whether what stands in tags may hold markup."""
    return "&lt;" in tags or "&#" in tags
