"""How well the words of an edition stand out from what is behind them, in light and in dark (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import tinycss2
from lxml import etree  # type: ignore[import-untyped]

from plugins.checks.styles import declared, tree
from plugins.model.colours import contrast

Style = dict[str, str]
"""The properties that say a colour, each with its value as it is written."""

_BLACK, _WHITE = "#000000", "#ffffff"
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def least_contrast(html: str, *, dark: bool = False) -> float:
    """Give the lowest contrast of any words of a message with what is behind them: from 1 to 21, 21 without words.

    Only colours in six or three figures are known, which is what our tokens are; another one counts as 1.
    """
    root = tree(html)
    body = root.find("body")
    late: dict[str, Style] = {}
    for sheet in root.iter("style"):
        _take(tinycss2.parse_rule_list(sheet.text or "", skip_comments=True, skip_whitespace=True), late, dark=dark)
    found = [21.0]
    if body is not None:
        _look(body, {"color": _BLACK, "background": _WHITE}, late, found)
    return min(found)


def _take(rules: Iterable[Any], late: dict[str, Style], *, dark: bool) -> None:
    """Take what a sheet says of colours, by selector: ``.card``, ``a``; what is for the dark only where it is dark."""
    for rule in rules:
        if rule.type == "qualified-rule":
            for selector in tinycss2.serialize(rule.prelude).split(","):
                late.setdefault(selector.strip(), {}).update(_colours(rule.content))
        elif rule.type == "at-rule" and dark and "dark" in tinycss2.serialize(rule.prelude):
            inner = tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)
            _take(inner, late, dark=dark)


def _look(element: etree._Element, around: Mapping[str, str], late: Mapping[str, Style], found: list[float]) -> None:
    """Take the contrast of an element's own words, then of those inside it."""
    own = _colours(element.get("style", ""))
    if element.get("bgcolor"):
        own.setdefault("background", element.get("bgcolor", ""))
    for selector in (str(element.tag), *(f".{name}" for name in element.get("class", "").split())):
        own |= late.get(selector, {})
    if "none" in own.get("display", ""):
        return
    here = {**around, **own}
    says = [element.text, *(child.tail for child in element)]
    if any(words and words.strip() for words in says):
        found.append(_contrast(here["color"], here["background"]))
    for child in element.iterchildren(etree.Element):
        _look(child, here, late, found)


def _colours(block: object) -> Style:
    found: Style = {}
    for name, value in declared(block):
        if name in {"color", "background", "background-color", "display"}:
            found[name.removesuffix("-color") if name != "color" else name] = tinycss2.serialize(value).strip()
    return {name: value for name, value in found.items() if value not in {"transparent", "inherit"}}


def _contrast(one: str, other: str) -> float:
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return 1.0
    return contrast(_whole(one), _whole(other))


def _whole(colour: str) -> str:
    return colour if len(colour) == len(_BLACK) else "#" + "".join(figure * 2 for figure in colour[1:])
