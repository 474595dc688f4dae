"""The style sheet that stands in a page: the theme's, without what that page has no use for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Self

import tinycss2

from plugins.render.cascade import bundled, small
from plugins.render.selectors import Selector, selectors
from plugins.render.structure import Piece, Structure, alone

_NESTING = frozenset({"layer", "media", "container", "supports"})
"""At-rules that hold rules, each of which can be left out by itself (CSS Conditional Rules 3, Cascading 5)."""
_DECIDED = re.compile(r"(--[\w-]+):([^;{}]+)[;}]")
_ASKED = re.compile(r"var\((--[\w-]+)\)")
_TOKEN = re.compile(r"(--[\w-]+):[^;{}]+;?")
_EMPTY = re.compile(r"[^{};@]+\{\}")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TEMPLATE = re.compile(r"<template>(.*?)</template>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"""(["'`])(.*?)\1""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Rule:
    selectors: tuple[Selector, ...]
    block: str


@dataclass(frozen=True, slots=True)
class _Group:
    opening: str
    parts: tuple[_Part, ...]


_Part = _Rule | _Group | str


class Sheet:
    """A theme's style sheet, from which each page takes what it can use."""

    def __init__(self, css: str) -> None:
        """Take a sheet without imports."""
        self.parts = tuple(_parts(tinycss2.parse_stylesheet(_with_constants(css), skip_comments=True)))
        pieces = set(_pieces(self.parts))
        self.names = frozenset(name for piece in pieces for step in piece for name in step.names)
        self.structure = Structure(pieces | {alone(name) for name in self.names})
        self._written = cache(self._write)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a sheet with all that it imports (CSS Cascading 5, section 2), made small.

        Raises ValueError for what is not CSS.
        """
        return cls(bundled(path) if path.is_file() else "")

    def of(self, markup: str) -> str:
        """Give the rules that can match in a page, and the tokens that these ask for.

        What the scripts in the page name in quotes, and what waits in a template, may come to stand anywhere in it.
        A script that is a file brings its own style; or the rule is written as ``:is(…)``, ``:root:is(.large)``, and is
        in every page.
        """
        late = [quoted for script in _SCRIPT.findall(markup) for _, quoted in _QUOTED.findall(script)]
        late += _TEMPLATE.findall(markup)
        made = frozenset(
            name for word in _WORD.findall(" ".join(late)) for name in (word, f".{word}") if name in self.names
        )
        return self._written(self.structure.of(_SCRIPT.sub("", markup)), made)

    def _write(self, there: int, made: frozenset[str]) -> str:
        for piece, bit in self.structure.bits.items():
            if made and self._comes(piece, there, made):
                there |= bit
        css, fuller = "".join(self._kept(self.parts, there)), ""
        while css != fuller:
            css, fuller = _without_unasked(css), css
        return css

    def _comes(self, piece: Piece, there: int, made: frozenset[str]) -> bool:
        """Say whether a piece may come to stand in a page by what its scripts make."""
        names = frozenset(chain.from_iterable(step.names for step in piece))
        return bool(names & made) and all(self.structure.bits[alone(name)] & there for name in names - made)

    def _kept(self, parts: Iterable[_Part], there: int) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield part
            elif isinstance(part, _Group):
                inner = "".join(self._kept(part.parts, there))
                if inner:
                    yield f"{part.opening}{{{inner}}}"
                elif part.opening.startswith("@layer "):
                    yield f"{part.opening};"  # an empty layer keeps its place among the others
            else:
                matching = ",".join(selector.text for selector in part.selectors if self._matches(selector, there))
                if matching:
                    yield matching + part.block

    def _matches(self, selector: Selector, there: int) -> bool:
        return all(any(self.structure.bits[piece] & there for piece in any_of) for any_of in selector.needs)


def _without_unasked(css: str) -> str:
    asked = set(_ASKED.findall(css))
    return _EMPTY.sub("", _TOKEN.sub(lambda token: token[0] if token[1] in asked else "", css))


def _with_constants(css: str) -> str:
    """Write out the tokens that are decided in one place only: what can change stays a token."""
    decided: dict[str, list[str]] = {}
    for name, value in _DECIDED.findall(css):
        decided.setdefault(name, []).append(value)
    constant = {name: values[0] for name, values in decided.items() if len(values) == 1}

    def written(asked: re.Match[str]) -> str:
        return _ASKED.sub(written, constant[asked[1]]) if asked[1] in constant else asked[0]

    return small(_ASKED.sub(written, css))


def _parts(rules: Iterable[Any]) -> Iterator[_Part]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield _Rule(tuple(selectors(rule.prelude)), f"{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            opening = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _Group(opening, tuple(_parts(tinycss2.parse_rule_list(rule.content, skip_comments=True))))
        elif rule.type != "whitespace":
            yield tinycss2.serialize([rule])


def _pieces(parts: Iterable[_Part]) -> Iterator[Piece]:
    """Give all that some selector needs, and each name by itself."""
    for part in parts:
        if isinstance(part, _Group):
            yield from _pieces(part.parts)
        elif isinstance(part, _Rule):
            for selector in part.selectors:
                yield from chain.from_iterable(selector.needs)
