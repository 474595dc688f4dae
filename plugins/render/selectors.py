"""What a selector needs of a page (Selectors 4): elements and classes; what hangs on a moment is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from plugins.render.structure import Piece, Step

_SIBLINGS = frozenset("+~")
_COMBINATORS = _SIBLINGS | {">"}


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a list."""

    text: str
    needs: tuple[tuple[Piece, ...], ...]
    """It can match only where, of each of these, one piece stands in the page."""


def selectors(prelude: list[Any]) -> Iterator[Selector]:
    """Split a list of selectors (section 4.1) and say what each needs.

    A step before ``+`` or ``~`` and what follows it are looked for each by itself. What stands in ``:has()`` is
    needed; what stands in ``:is()``, ``:not()`` and the like counts for nothing, as attributes do.
    """
    for tokens in _split(prelude):
        yield Selector(tinycss2.serialize(tokens), tuple(_needs(tokens)))


def _split(tokens: list[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for found in tokens:
        if found == ",":
            parts.append([])
        else:
            parts[-1].append(found)
    return parts


def _needs(tokens: list[Any]) -> Iterator[tuple[Piece, ...]]:
    for piece in _pieces(tokens):
        if piece:
            yield (piece,)
    for token in tokens:
        if token.type == "function" and token.lower_name == "has":
            inside = [next(filter(None, _pieces(part)), None) for part in _split(token.arguments)]
            if None not in inside:
                yield tuple(piece for piece in inside if piece)


def _pieces(tokens: list[Any]) -> Iterator[Piece]:
    """Give the chains of elements that have names; one without may be any, so nothing stands right inside it."""
    steps: list[Step] = []
    before: frozenset[str] = frozenset()
    for combinator, names in _compounds(tokens):
        if combinator in _SIBLINGS:
            yield tuple(steps)
            steps = []
        if names:
            steps.append(Step(names, inside=combinator == ">" and bool(before)))
        before = names
    yield tuple(steps)


def _compounds(tokens: list[Any]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each element of a selector: what combines it with the one before, and its names."""
    combinator, waiting = "", ""
    names: set[str] = set()
    previous = None
    for token in tokens:
        if token.type == "whitespace":
            waiting = waiting or " "
        elif token.type == "literal" and token.value in _COMBINATORS:
            waiting = token.value
        else:
            if waiting:
                yield combinator, frozenset(names)
                combinator, waiting, names = waiting, "", set()
            mark = previous.value if previous is not None and previous.type == "literal" else ""
            if token.type == "ident" and mark != ":":
                names.add(("." if mark == "." else "") + token.value)
        previous = token
    yield combinator, frozenset(names)
