"""Shapes that texts are searched for: patterns that are compiled when the first text may hold one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

SOUGHT: list[Shape] = []
"""The shapes that every text is searched for."""


class Shape:
    """A pattern. To ignore capitals, it is written in small letters, and looked for in a text in small letters."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Take a pattern as ``re`` knows them, and its flags."""
        self.pattern = pattern
        self.flags = flags
        self.ignoring = bool(flags & re.IGNORECASE)
        """Whether all of it ignores capitals."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Give the pattern to search single sentences with."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """Give the pattern without regard for capitals: it is found in small letters many times faster."""
        return re.compile(self.pattern, self.flags & ~re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the shape in a text, capitals and all."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the shape wherever it stands in a text."""
        return self.compiled.finditer(text)

    def sub(self, instead: str, text: str) -> str:
        """Put something in its place."""
        return self.compiled.sub(instead, text)


def sought(pattern: str, flags: int = 0) -> Shape:
    """Give a shape that every text is searched for, so that one look can tell whether it is there at all."""
    shape = Shape(pattern, flags)
    SOUGHT.append(shape)
    return shape
