"""Which shapes can stand in which lines of a text: one look tells, where most searches of the rules find nothing.

Whatever a shape finds holds one of a few texts that its pattern cannot do without. So all of those are looked for at
once (Aho and Corasick, 1975), and a shape need only be searched for in the lines that hold one of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

from plugins.safeguarding.patterns import codes, parts
from plugins.safeguarding.shapes import Shape

MOST = 200
"""So many texts may stand for one shape."""
SHORTEST = 3
"""Shorter texts stand nearly everywhere, and tell nothing."""

_RARE = frozenset("@")
"""But for these."""
_INLINE = "(?i"
_ALIKE = re.compile("[\u0131\u017f\u0307]")
"""What stands in small letters for letters that a pattern takes for an i or an s where it ignores capitals."""

_FIGURE = re.compile(r"\d")


class Sieve:
    """Tells which of many shapes can be found in which lines of a text."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        """Take the shapes; those that ignore capitals are looked for in the text in small letters."""
        holding: dict[str, list[Shape]] = {}
        self._numbers = []
        for shape in shapes:
            texts = needed(shape)
            for text in texts:
                holding.setdefault(text, []).append(shape)
            if not texts and _has_figure(_parsed(shape)):
                self._numbers.append(shape)
        self._shapes = tuple(map(tuple, holding.values()))
        self._nowhere: dict[Shape, Collection[int]] = dict.fromkeys(chain.from_iterable(self._shapes), ())
        self._texts = BytesAhoCorasick([text.encode() for text in holding], implementation=Implementation.DFA)

    def sifted(self, lines: Sequence[str]) -> dict[Shape, Collection[int]]:
        """Give shapes, each with the numbers of the lines it can be found in; of those left out nothing is known.

        The lines are in small letters. Some foreign letters count as those of a pattern that ignores capitals: where
        one of them stands, a shape that is anywhere may be in any line, and one that ignores capitals in part unseen.
        """
        written = [line.encode("utf-8", "surrogatepass") for line in lines]
        begins = list(accumulate((len(line) + 1 for line in written), initial=0))
        found: dict[Shape, set[int]] = {}
        for index, start, _ in self._texts.find_matches_as_indexes(b"\n".join(written), overlapping=True):
            for shape in self._shapes[index]:
                found.setdefault(shape, set()).add(bisect_right(begins, start) - 1)
        figures = [number for number, line in enumerate(lines) if _FIGURE.search(line)]
        known = self._nowhere | dict.fromkeys(self._numbers, figures)
        if not any(map(_ALIKE.search, lines)):
            return known | {shape: sorted(places) for shape, places in found.items()}
        known |= dict.fromkeys(found, range(len(lines)))
        return {shape: places for shape, places in known.items() if _plain(shape)}


def _plain(shape: Shape) -> bool:
    """Say whether a pattern ignores capitals in all of it or nowhere."""
    return _INLINE not in shape.pattern


def needed(shape: Shape) -> frozenset[str]:
    """Give texts of which one stands, in small letters, in whatever a shape finds; none where that cannot be told."""
    found = _of_row(_parsed(shape))
    telling = found and all(len(text) >= SHORTEST or text in _RARE for text in found)
    return frozenset(map(str.lower, found)) if found and telling else frozenset()


def _parsed(shape: Shape) -> Sequence[tuple[Any, Any]]:
    return parts(shape.pattern, shape.flags & ~re.IGNORECASE)


def _has_figure(row: Iterable[tuple[Any, Any]]) -> bool:
    """Say whether one of the parts of a pattern finds nothing that has no figure."""
    for code, told in row:
        if code is codes.IN:
            found = told == [(codes.CATEGORY, codes.CATEGORY_DIGIT)]
        elif code is codes.BRANCH:
            found = all(map(_has_figure, told[1]))
        elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and not told[0]:
            found = False
        else:
            found = code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.SUBPATTERN} and _has_figure(told[-1])
        if found:
            return True
    return False


def _of_row(row: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Give the texts that parts of a pattern, one after the other, need: those of the part that tells most."""
    best: frozenset[str] | None = None
    running = frozenset({""})
    for code, told in row:
        exact = _exactly(code, told)
        if exact is not None and len(exact) * len(running) <= MOST:
            running = frozenset(before + after for before in running for after in exact)
            continue
        best = _better(best, running)
        running = frozenset({""}) if exact is None else exact
        best = _better(best, _of_part(code, told))
    return _better(best, running)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Give the texts that are rarer; texts of which one is empty tell nothing."""
    if not other or "" in other:
        return one
    return other if one is None or min(map(len, other)) > min(map(len, one)) else one


def _of_part(code: Any, told: Any) -> frozenset[str] | None:
    """Give the texts that one part of a pattern needs."""
    if code is codes.SUBPATTERN:
        return _of_row(told[3])
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and told[0]:
        return _of_row(told[2])
    if code is codes.BRANCH:
        found = [_of_row(branch) for branch in told[1]]
        return frozenset().union(*filter(None, found)) if all(found) else None
    return None


def _exactly(code: Any, told: Any) -> frozenset[str] | None:  # noqa: PLR0911 - one return for each sort of part
    """Give all that one part of a pattern can find; None where that is too much to say."""
    if code is codes.LITERAL:
        return frozenset({chr(told)})
    if code in {codes.AT, codes.ASSERT, codes.ASSERT_NOT}:
        return frozenset({""})
    if code is codes.IN and all(sort is codes.LITERAL for sort, _ in told):
        return frozenset(chr(letter) for _, letter in told)
    if code is codes.SUBPATTERN:
        return _all_of(told[3])
    if code is codes.BRANCH:
        found = [_all_of(branch) for branch in told[1]]
        return frozenset[str]().union(*(one or () for one in found)) if None not in found else None
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and told[:2] == (0, 1):
        once = _all_of(told[2])
        return None if once is None else once | {""}
    return None


def _all_of(row: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    found = frozenset({""})
    for code, told in row:
        exact = _exactly(code, told)
        if exact is None or len(found) * len(exact) > MOST:
            return None
        found = frozenset(before + after for before in found for after in exact)
    return found
