"""An example under strain: with words that are too long, from right to left, and with nothing that can be missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from plugins.view.passages import Passage

LONG = "Weihnachtsgeschenkverpackungsgemeinschaftsabend und https://example.org/" + "very-long-" * 6 + "address"
RIGHT_TO_LEFT = "باب البيت مفتوح لكل من يعود إليه في المساء، ومعه مفتاح واحد"

_NOT_READ = frozenset(
    [
        *(
            "anchor",
            "avif",
            "booking",
            "calendar",
            "component",
            "document_id",
            "height",
            "href",
            "iso",
            "kind",
            "level",
        ),
        *("phone_href", "player", "printed", "src", "srcset", "tone", "transcript", "web", "width"),
    ]
)
"""Fields that hold no words for readers."""
_BETWEEN_TAGS = re.compile(r">[^<>]*[^<>\s][^<>]*<")


@dataclass(frozen=True, slots=True)
class Strained:
    """An example that was changed: what was done to it, what it holds now, and how it is read."""

    how: str
    value: Any
    language: str = ""
    direction: str = ""


def strained(wanted: Any, value: Any) -> Iterator[Strained]:
    """Change what YAML holds of an example for a type in each way."""
    yield Strained("with words that are too long", _said(value, lambda _: LONG))
    yield Strained("from right to left", _said(value, lambda _: RIGHT_TO_LEFT), "ar", "rtl")
    yield Strained("with nothing that can be missing", least(wanted, value))


def least(wanted: Any, value: Any) -> Any:
    """Leave out every field that has a value of its own, and all but the first of several."""
    if get_origin(wanted) in {Union, UnionType}:
        return None if type(None) in get_args(wanted) else least(get_args(wanted)[0], value)
    if get_origin(wanted) is tuple:
        return [least(get_args(wanted)[0], part) for part in value[:1]]
    if is_dataclass(wanted) and wanted is not Passage and isinstance(value, dict):
        hints = get_type_hints(wanted)
        needed = [
            field.name for field in fields(wanted) if field.default is MISSING and field.default_factory is MISSING
        ]
        return {name: least(hints[name], value[name]) for name in needed if name in value}
    return value


def _said(value: Any, words: Callable[[str], str], field: str = "") -> Any:
    """Say something else in every field that readers read; what is empty stays empty."""
    if isinstance(value, dict):
        return {name: _said(part, words, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_said(part, words, field) for part in value]
    if not isinstance(value, str) or not value or field in _NOT_READ:
        return value
    if field == "html":
        return _BETWEEN_TAGS.sub(lambda found: f">{words(found[0])}<", value)
    return words(value)
