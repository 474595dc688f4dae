"""The style sheet that stands in a page: the theme's, without what that page has no use for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

import tinycss2

from plugins.render.cascade import bundled, small

_NESTING = frozenset({"layer", "media", "container", "supports"})
"""At-rules that hold rules, each of which can be left out by itself (CSS Conditional Rules 3, Cascading 5)."""
_DECIDED = re.compile(r"(--[\w-]+):([^;{}]+)[;}]")
_ASKED = re.compile(r"var\((--[\w-]+)\)")
_TOKEN = re.compile(r"(--[\w-]+):[^;{}]+;?")
_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_CLASSES = re.compile(r'\sclass="([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Selector:
    text: str
    needs: frozenset[str]
    """The elements, and the classes with their dot, without which it cannot match."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selectors: tuple[_Selector, ...]
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
        self.known = frozenset(_names(self.parts))
        self._written = cache(self._write)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a sheet with all that it imports (CSS Cascading 5, section 2), made small.

        Raises ValueError for what is not CSS.
        """
        return cls(bundled(path) if path.is_file() else "")

    def of(self, markup: str, scripts: Iterable[str] = ()) -> str:
        """Give the rules that can match in a page, and the tokens that these ask for.

        What the page's scripts name may come to stand in it. What only some script makes can also be
        kept by writing it as ``:is(…)``, ``:root:is(.large)``: such a rule is in every page.
        """
        found = {f".{name}" for classes in _CLASSES.findall(markup) for name in classes.split()}
        found |= {name for script in scripts for word in _words(script) for name in (word, f".{word}")}
        return self._written(self.known & (found | set(_TAG.findall(markup))))

    def _write(self, names: frozenset[str]) -> str:
        css, fuller = "".join(_kept(self.parts, names)), ""
        while css != fuller:
            css, fuller = _without_unasked(css), css
        return css


def _without_unasked(css: str) -> str:
    asked = set(_ASKED.findall(css))
    return _TOKEN.sub(lambda token: token[0] if token[1] in asked else "", css)


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
            yield _Rule(tuple(_selectors(rule.prelude)), f"{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content is not None:
            opening = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _Group(opening, tuple(_parts(tinycss2.parse_rule_list(rule.content, skip_comments=True))))
        elif rule.type != "whitespace":
            yield tinycss2.serialize([rule])


def _selectors(prelude: list[Any]) -> Iterator[_Selector]:
    """Split a list of selectors (Selectors 4, section 4.1); the names inside :is() and the like count for nothing."""
    parts: list[list[Any]] = [[]]
    for found in prelude:
        if found == ",":
            parts.append([])
        else:
            parts[-1].append(found)
    for part in parts:
        before = [None, *part]
        needs = (
            mark + name.value
            for previous, name in zip(before, part, strict=False)
            if name.type == "ident" and (mark := _mark(previous)) != ":"
        )
        yield _Selector(tinycss2.serialize(part), frozenset(needs))


def _mark(previous: Any) -> str:
    return previous.value if previous is not None and previous.type == "literal" and previous.value in ".:" else ""


def _kept(parts: Iterable[_Part], names: frozenset[str]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, _Group):
            inner = "".join(_kept(part.parts, names))
            if inner:
                yield f"{part.opening}{{{inner}}}"
            elif part.opening.startswith("@layer "):
                yield f"{part.opening};"  # an empty layer keeps its place among the others
        else:
            matching = ",".join(selector.text for selector in part.selectors if selector.needs <= names)
            if matching:
                yield matching + part.block


def _names(parts: Iterable[_Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, _Group):
            yield from _names(part.parts)
        elif isinstance(part, _Rule):
            yield from (name for selector in part.selectors for name in selector.needs)


_words: Callable[[str], list[str]] = re.compile(r"[\w-]+").findall
