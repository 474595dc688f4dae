"""Design tokens: the custom properties of ``tokens.css``, read once for targets that cannot use variables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens by name, without their dashes: in light, and what dark changes."""

    light: dict[str, str]
    dark: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> Tokens:
        """Read the tokens from a style sheet: from ``:root``, and from ``:root`` where dark is preferred."""
        light, dark = _schemes(path.read_text("utf-8"))
        return cls(dict(light), dict(dark))


@lru_cache(4)
def _schemes(sheet: str) -> tuple[dict[str, str], dict[str, str]]:
    """Give what a sheet says in light and in dark: each room reads it, and reading it takes time."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    light = dict(_root(rules))
    dark = dict(light)
    for rule in rules:
        if rule.type == "at-rule" and rule.content and "dark" in tinycss2.serialize(rule.prelude):
            inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            dark |= dict(_root(inner))
    return light, dark


def _root(rules: list[Any]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "layer" and rule.content:
            yield from _root(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
        if rule.type != "qualified-rule" or not tinycss2.serialize(rule.prelude).strip().startswith(":root"):
            continue
        for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if part.type == "declaration" and part.name.startswith("--"):
                yield part.name.removeprefix("--").replace("-", "_"), tinycss2.serialize(part.value).strip()
