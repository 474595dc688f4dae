"""Which shapes can stand in a text at all: one look tells, where most searches of the rules find nothing.

Whatever a shape finds holds one of a few texts that its pattern cannot do without. So all of those are looked for at
once (Aho and Corasick, 1975), and a shape of which none is there need not be searched for.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

MOST = 200
"""So many texts may stand for one shape."""
SHORTEST = 3
"""Shorter texts stand nearly everywhere, and tell nothing."""

_RARE = frozenset("@")
"""But for these."""
_INLINE = "(?i"
_ALIKE = re.compile("[\u0131\u017f\u0307]")
"""What stands in small letters for letters that a pattern takes for an i or an s where it ignores capitals."""

_parser: Any = importlib.import_module("re._parser")
_codes: Any = importlib.import_module("re._constants")


class Sieve:
    """Tells which of many shapes cannot be found in a text."""

    def __init__(self, shapes: Iterable[re.Pattern[str]]) -> None:
        """Take the shapes; those that ignore capitals are looked for in the text in small letters."""
        holding: dict[str, list[re.Pattern[str]]] = {}
        for shape in shapes:
            for text in needed(shape):
                holding.setdefault(text, []).append(shape)
        self._shapes = tuple(map(frozenset, holding.values()))
        self._all = frozenset[re.Pattern[str]]().union(*self._shapes)
        self._ignoring = frozenset(shape for shape in self._all if _INLINE in shape.pattern)
        self._texts = BytesAhoCorasick([text.encode() for text in holding], implementation=Implementation.DFA)

    def stopped(self, small: str) -> frozenset[re.Pattern[str]]:
        """Give the shapes that are not in a text, given in small letters; of those that it leaves out nothing is known.

        Where a part of a pattern ignores capitals, some foreign letters count as those of its own.
        """
        written = small.encode("utf-8", "surrogatepass")
        held = {index for index, _, _ in self._texts.find_matches_as_indexes(written, overlapping=True)}
        known = self._all - self._ignoring if _ALIKE.search(small) else self._all
        return known.difference(*(self._shapes[index] for index in held))


def needed(shape: re.Pattern[str]) -> frozenset[str]:
    """Give texts of which one stands, in small letters, in whatever a shape finds; none where that cannot be told."""
    found = _of_row(_parser.parse(shape.pattern, shape.flags & ~re.IGNORECASE))
    telling = found and all(len(text) >= SHORTEST or text in _RARE for text in found)
    return frozenset(map(str.lower, found)) if found and telling else frozenset()


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
    if code is _codes.SUBPATTERN:
        return _of_row(told[3])
    if code in {_codes.MAX_REPEAT, _codes.MIN_REPEAT} and told[0]:
        return _of_row(told[2])
    if code is _codes.BRANCH:
        found = [_of_row(branch) for branch in told[1]]
        return frozenset().union(*filter(None, found)) if all(found) else None
    return None


def _exactly(code: Any, told: Any) -> frozenset[str] | None:  # noqa: PLR0911 - one return for each sort of part
    """Give all that one part of a pattern can find; None where that is too much to say."""
    if code is _codes.LITERAL:
        return frozenset({chr(told)})
    if code in {_codes.AT, _codes.ASSERT, _codes.ASSERT_NOT}:
        return frozenset({""})
    if code is _codes.IN and all(sort is _codes.LITERAL for sort, _ in told):
        return frozenset(chr(letter) for _, letter in told)
    if code is _codes.SUBPATTERN:
        return _all_of(told[3])
    if code is _codes.BRANCH:
        found = [_all_of(branch) for branch in told[1]]
        return frozenset[str]().union(*(one or () for one in found)) if None not in found else None
    if code in {_codes.MAX_REPEAT, _codes.MIN_REPEAT} and told[:2] == (0, 1):
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
