"""Finds many wordings in a text at once, piece by piece, and remembers what it found in the pieces that come often."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plugins.checks.layers import LAYERS, Text, again, escaped, inside, outside
from plugins.model.withheld import plain_words, stands_alone

KEPT = 16384
"""So many pieces are remembered: far more than pages have in common."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A wording, a name or a mark."""

    words: str
    exactly: bool = False
    """Whether it is a mark, which is looked for sign by sign."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What is sought, word for word, and where in it the two words stand by which it is found."""

    sought: Sought
    words: list[str]
    place: int

    def lies(self, at: int, written: list[str], small: list[str]) -> bool | None:
        """Say whether it lies in words, as written or in small letters, if its two words stand there at a place.

        None where it may, if the words before or after these go on with it.
        """
        start, end = at - self.place, at - self.place + len(self.words)
        if start >= 0 and end <= len(small):
            return self.words in (small[start:end], written[start:end])
        here = self.words[max(-start, 0) : len(small) - start]
        there = slice(max(start, 0), end)
        return None if here in (small[there], written[there]) else False


@dataclass(frozen=True, slots=True)
class _Line:
    """What was found in a line."""

    words: str = ""
    """Its words, with one space between them."""
    count: int = 0
    first: str = ""
    last: str = ""
    """The words at its ends, in small letters."""
    whole: tuple[Sought, ...] = ()
    across: tuple[tuple[int, _Key], ...] = ()
    """What may go on before or after it, and at which word its two words stand."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was found in a piece of markup."""

    outside: tuple[_Line, ...]
    inside: tuple[_Line, ...]
    again: bool
    """Whether what stands between its tags must be read once more."""
    escaped: str
    """What stands in its tags, if that must be."""


_EMPTY = _Line()


class Seeker:
    """Everything that is sought, found by the rarest two of its words that stand side by side."""

    def __init__(self, sought: Iterable[Sought]) -> None:
        """Take what is sought."""
        self._pairs: dict[tuple[str, str], list[_Key]] = {}
        self._single: dict[str, list[Sought]] = {}
        words = {one: " ".join(plain_words(one.words)) for one in sought}
        pairs = {one: tuple(pairwise(found.casefold().split(" "))) for one, found in words.items()}
        often = Counter(pair for found in pairs.values() for pair in found)
        for one, found in pairs.items():
            if found:
                rarest = min(found, key=lambda pair: (often[pair], -len(pair[0]) - len(pair[1])))
                key = _Key(one, one.words.split(" "), found.index(rarest))
                self._pairs.setdefault(rarest, []).append(key)
            else:
                self._single.setdefault(words[one], []).append(one)
        self._longest = max((len(key.words) for keys in self._pairs.values() for key in keys), default=0)
        self._line = lru_cache(KEPT)(self._look)
        self._piece = lru_cache(KEPT)(self._read)

    def find(self, text: Text, depth: int = LAYERS) -> set[Sought]:
        """Give what a text holds of it; of markup, in so many layers."""
        if not text.markup:
            return self._in(map(self._line, text.pieces()))
        pieces = [self._piece(piece) for piece in text.pieces()]
        found = self._in(line for piece in pieces for line in piece.outside)
        found |= self._in(line for piece in pieces for line in piece.inside)
        if depth > 1 and any(piece.again for piece in pieces):
            found |= self.find(Text(outside(text.text), markup=True), depth - 1)
        held = "\n".join(piece.escaped for piece in pieces if piece.escaped)
        return found | self.find(Text(held, markup=True), depth - 1) if depth > 1 and held else found

    def _in(self, lines: Iterable[_Line]) -> set[Sought]:
        """Give what stands in lines that follow one another."""
        spoken = [line for line in lines if line.first]
        found = {one for line in spoken for one in line.whole}
        before = ""
        for number, line in enumerate(spoken):
            if line.across or (before, line.first) in self._pairs:
                found.update(self._across(spoken, number))
            before = line.last
        return found

    def _across(self, lines: list[_Line], number: int) -> Iterator[Sought]:
        """Give what goes on at one of the ends of a line, or has its two words on both sides of its beginning."""
        first, start, end, rest = number, 0, number + 1, 0
        while first > 0 and start < self._longest:
            first -= 1
            start += lines[first].count
        while end < len(lines) and rest < self._longest:
            rest += lines[end].count
            end += 1
        written = " ".join(line.words for line in lines[first:end]).split(" ")
        small = _small(written)
        here = [(start + at, key) for at, key in lines[number].across]
        if number:
            here += [(start - 1, key) for key in self._pairs.get((small[start - 1], small[start]), ())]
        yield from (key.sought for at, key in here if not key.sought.exactly and key.lies(at, written, small))

    def _read(self, piece: str) -> _Piece:
        """Read a piece of markup."""
        between, tags = outside(piece), inside(piece)
        held = html.unescape(tags)
        return _Piece(
            outside=tuple(map(self._line, between.split("\n"))),
            inside=tuple(map(self._line, held.split("\n"))) if held else (),
            again=again(between),
            escaped=held if escaped(tags) else "",
        )

    def _look(self, line: str) -> _Line:
        """Look through a line."""
        words = plain_words(line)
        if not words:
            return _EMPTY
        small = _small(words)
        whole = [one for word in self._single.keys() & {*words, *small} for one in self._single[word]]
        across: list[tuple[int, _Key]] = []
        for at, pair in enumerate(pairwise(small)) if any(map(self._pairs.__contains__, pairwise(small))) else ():
            for key in self._pairs.get(pair, ()):
                lies = stands_alone(key.sought.words, line) if key.sought.exactly else key.lies(at, words, small)
                whole += [key.sought] if lies else []
                across += [(at, key)] if lies is None else []
        return _Line(" ".join(words), len(words), small[0], small[-1], tuple(dict.fromkeys(whole)), tuple(across))


class Ear(Seeker):
    """Hears every word that a seeker would look through, as it is written and in small letters."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        super().__init__(())
        self.words: set[str] = set()

    def _look(self, line: str) -> _Line:
        words = plain_words(line)
        self.words.update(words, _small(words))
        return _EMPTY


def _small(words: Iterable[str]) -> list[str]:
    return " ".join(words).casefold().split(" ")
