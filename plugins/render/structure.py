"""How the elements of a page stand in each other, and which parts of selectors can match that.

Pages of a site are alike: the same few hundred ways down from the root to an element. Each way is looked at once and
remembered for all pages, so that a page costs no more than reading its tags.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_CLASS = re.compile(r'\sclass="([^"]*)"')
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements without an end (HTML, section 13.1.2)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a selector: the names that it must have, its classes with their dot."""

    names: frozenset[str]
    inside: bool = False
    """Whether it must stand right inside the step before; else anywhere below it."""


Piece = tuple[Step, ...]
"""Steps from the outside inwards, all of them in one way from the root to an element."""


def alone(name: str) -> Piece:
    """Give the piece that any element of a name fits."""
    return (Step(frozenset({name})),)


@dataclass(eq=False, slots=True)
class _Way:
    """A way from the root to an element."""

    name: str
    names: frozenset[str]
    above: _Way | None
    mask: int = 0
    below: dict[tuple[str, str], _Way] = field(default_factory=dict)

    def fits(self, piece: Piece) -> bool:
        """Say whether the element at the end can be the last step of a piece, and those above it the rest."""
        *before, step = piece
        if not step.names <= self.names:
            return False
        if not before:
            return True
        way = self.above
        while way is not None and not way.fits(tuple(before)):
            way = None if step.inside else way.above
        return way is not None


class Structure:
    """All ways that pages have shown so far, and which of some pieces fit each."""

    def __init__(self, pieces: AbstractSet[Piece]) -> None:
        """Take the pieces to look for; each gets a bit."""
        self.bits = {piece: 1 << place for place, piece in enumerate(pieces)}
        self._root = _Way("", frozenset(), None)

    def of(self, markup: str) -> int:
        """Give the bits of all pieces that fit some element of a page."""
        way, found = self._root, 0
        for closing, name, attributes in _TAG.findall(markup):
            if closing:
                way = _closed(way, name)
                continue
            classes = attributes and _CLASS.search(attributes)
            below = way.below.get(key := (name, classes[1] if classes else "")) or self._opened(way, *key)
            found |= below.mask
            if name not in _VOID and not attributes.endswith("/"):
                way = below
        return found

    def _opened(self, above: _Way, name: str, classes: str) -> _Way:
        way = _Way(name, frozenset({name, *(f".{one}" for one in classes.split())}), above)
        way.mask = sum(bit for piece, bit in self.bits.items() if way.fits(piece))
        above.below[name, classes] = way
        return way


def _closed(way: _Way, name: str) -> _Way:
    """Give the way after an end tag; one that ends nothing changes nothing."""
    found: _Way | None = way
    while found is not None and found.name != name:
        found = found.above
    return found.above or way if found is not None else way
