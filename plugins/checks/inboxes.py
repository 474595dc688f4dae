"""What an edition uses that some mail programs do not support, by the facts of caniemail.com kept beside this file.

``tools/derive_caniemail.py`` writes those facts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2

from plugins.checks.styles import Styles, in_elements, in_sheets, tree
from plugins.model import Problem

FACTS = Path(__file__).with_name("caniemail.json")
SHEET = "html-style"

_ALWAYS_LIGHT = "The sheet in the head is for the dark alone: without it the edition stays light, and is whole."
FALLBACKS = {
    "css-at-media": _ALWAYS_LIGHT,
    "css-at-media-prefers-color-scheme": "The edition stays light, or the program darkens it by itself.",
    "css-border-radius": "Corners are square.",
    "css-color-scheme": "The program decides by itself whether to darken the edition.",
    "css-display-none": "The preheader stands above the edition as a line of text. Word hides it by its own property.",
    "css-list-style": "A list of links has bullets.",
    "css-selector-class": _ALWAYS_LIGHT,
    "css-selector-grouping": _ALWAYS_LIGHT,
    "css-selector-type": _ALWAYS_LIGHT,
    "css-table-layout": "The columns of a table are as wide as their words.",
    "css-text-decoration": "The words of a button are underlined.",
    "css-word-break": "A word longer than the column is broken by the program, or runs past the edge.",
    "html-lang": "The words are read out in the language of the program.",
    "html-role": "A table that lays out may be announced as one; its cells are read in their order.",
    SHEET: _ALWAYS_LIGHT,
    "html-width": "The style says the same width.",
}
"""Each enhancement that an edition may use although some program does without it, and what is seen there instead."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A fact of caniemail.com: one thing that messages use, and who supports it."""

    slug: str
    title: str
    kind: str
    """Where it is looked for: element, attribute, property, pair, unit, function, keyword, selector …"""
    names: tuple[str, ...]
    support: str
    """A letter for each client: yes, in part (a), no, unknown."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is kept of caniemail.com."""

    updated: str
    clients: tuple[str, ...]
    features: tuple[Feature, ...]

    def lacking(self, feature: Feature) -> frozenset[str]:
        """Give the clients that do not support a feature."""
        return frozenset(client for client, letter in zip(self.clients, feature.support, strict=True) if letter == "n")


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Something that an edition uses, and a program that does not support it."""

    slug: str
    client: str
    title: str


@cache
def facts() -> Facts:
    """Read the facts, once."""
    kept = json.loads(FACTS.read_text("utf-8"))
    features = tuple(Feature(**row | {"names": tuple(row["names"])}) for row in kept["features"])
    return Facts(kept["updated"], tuple(kept["clients"]), features)


def gaps(html: str) -> tuple[Gap, ...]:
    """Give every pair of something that a message uses and a program that does not support it.

    To a program without sheets, a sheet is one thing that it does not support, whatever stands in it.
    """
    root = tree(html)
    elements, sheets = _Used(in_elements(root)), _Used(in_sheets(root))
    without_sheets = next(facts().lacking(feature) for feature in facts().features if feature.slug == SHEET)
    found: set[Gap] = set()
    for feature in facts().features:
        lacking = facts().lacking(feature)
        if not elements.uses(feature):
            lacking = lacking - without_sheets if sheets.uses(feature) else frozenset()
        found |= {Gap(feature.slug, client, feature.title) for client in lacking}
    return tuple(sorted(found))


def inbox_problems(name: str, found: Iterable[Gap]) -> Iterator[Problem]:
    """Give what a file uses without a named fallback, each thing once."""
    unnamed: dict[str, list[Gap]] = {}
    for gap in found:
        if gap.slug not in FALLBACKS:
            unnamed.setdefault(gap.slug, []).append(gap)
    for slug, missing in unnamed.items():
        clients = ", ".join(gap.client for gap in missing)
        message = f"This uses “{missing[0].title}”, which some mail programs do not support: {clients}."
        fix = f"Do it another way, or write in FALLBACKS what is seen there: https://www.caniemail.com/features/{slug}/"
        yield Problem(path=name, line=0, field="", message=message, fix=fix, code="K06")


_SELECTORS = {"a-z": r"(?:^|[\s,>+~])[a-z]", ".*.": r"\.[\w-]+\."}
"""How a selector of an element's name looks, and one of two classes at once."""


class _Used:
    """What styles use, and the elements they stand in, in the words of the facts."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        tokens = [token for _, value in styles.declarations for token in _tokens(value)]
        self.named: dict[str, set[str]] = {
            "attribute": {name for _, attributes in styles.elements for name in attributes},
            "property": {_family(name) for name, _ in styles.declarations},
            "pair": {f"{name}:{tinycss2.serialize(value).strip()}" for name, value in styles.declarations},
            "unit": {"%" if t.type == "percentage" else t.lower_unit for t in tokens if t.type in _MEASURES},
            "function": {t.lower_name for t in tokens if t.type == "function"},
            "keyword": {t.lower_value for t in tokens if t.type == "ident"},
        }
        self.looked_for: dict[str, Callable[[str], bool]] = {
            "element": self._element,
            "link": lambda start: self._address("href", lambda address: address.startswith(start)),
            "picture": lambda mark: self._address("src", lambda it: it.startswith(mark) or it.endswith(mark)),
            "text": lambda words: words in styles.raw,
            "at-rule": lambda name: any(name in rule for rule in styles.at_rules),
            "selector": self._selector,
        }

    def uses(self, feature: Feature) -> bool:
        """Say whether a feature is used."""
        if feature.kind in self.named:
            return not self.named[feature.kind].isdisjoint(feature.names)
        return any(self.looked_for[feature.kind](name) for name in feature.names)

    def _element(self, name: str) -> bool:
        tag, _, told = name.partition("[")
        key, _, value = told.rstrip("]").partition("=")
        return any(tag == used and (not key or at.get(key) == value) for used, at in self.styles.elements)

    def _address(self, attribute: str, fits: Callable[[str], bool]) -> bool:
        return any(fits(attributes.get(attribute, "")) for _, attributes in self.styles.elements)

    def _selector(self, name: str) -> bool:
        shape = _SELECTORS.get(name) or re.escape(name)
        if name.startswith(":"):
            shape = shape.replace("::", "::?") + r"(?![\w-])"
        return any(re.search(shape, selector) for selector in self.styles.selectors)


_MEASURES = frozenset({"percentage", "dimension"})


def _family(used: str) -> str:
    """Give the property of the facts that a property is, or is a part of: border for border-left."""
    known = _properties()
    name = used
    while name not in known and "-" in name:
        name = name.rpartition("-")[0]
    return name if name in known else used


@cache
def _properties() -> frozenset[str]:
    return frozenset(name for feature in facts().features if feature.kind == "property" for name in feature.names)


def _tokens(value: Iterable[Any]) -> Iterator[Any]:
    """Give every part of a value, those inside functions as well."""
    for token in value:
        yield token
        yield from _tokens(getattr(token, "arguments", ()))
