"""What a message of HTML is made of: elements with their attributes, and every style, in them and in its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import tinycss2
from lxml import etree

Declaration = tuple[str, tuple[Any, ...]]
"""A property in small letters, and its value as tokens (CSS Syntax 3)."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles of one sort, and what they stand in."""

    elements: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """Each element with its attributes; none for sheets."""
    declarations: tuple[Declaration, ...] = ()
    selectors: tuple[str, ...] = ()
    at_rules: tuple[str, ...] = ()
    """Each with what it is for: ``@media (prefers-color-scheme:dark)``."""
    raw: str = ""
    """All of them, as they are written."""


def tree(html: str) -> etree._Element:
    """Read a message; comments, Word's among them, are no elements. Raises etree.ParserError for an empty one."""
    return lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def in_elements(root: etree._Element) -> Styles:
    """Give the elements of a message, and the styles that stand in them."""
    elements = tuple((str(element.tag), dict(element.items())) for element in root.iter(etree.Element))
    own = [attributes["style"] for _, attributes in elements if "style" in attributes]
    return Styles(elements, tuple(found for style in own for found in declared(style)), raw="\n".join(own))


def in_sheets(root: etree._Element) -> Styles:
    """Give the styles that stand in the sheets of a message."""
    sheets = [element.text or "" for element in root.iter("style")]
    found = [rule for sheet in sheets for rule in rules(sheet)]
    return Styles(
        declarations=tuple(one for rule in found if rule.type == "qualified-rule" for one in declared(rule.content)),
        selectors=tuple(tinycss2.serialize(rule.prelude).strip() for rule in found if rule.type == "qualified-rule"),
        at_rules=tuple(_named(rule) for rule in found if rule.type == "at-rule"),
        raw="\n".join(sheets),
    )


def declared(block: Any) -> Iterator[Declaration]:
    """Give the declarations of a block: of a style attribute, or of a rule's content."""
    parts = tinycss2.parse_blocks_contents(block, skip_comments=True, skip_whitespace=True)
    return ((part.lower_name, tuple(part.value)) for part in parts if part.type == "declaration")


def rules(sheet: Any) -> Iterator[Any]:
    """Give every rule of a sheet, those inside others after what they stand in."""
    for rule in tinycss2.parse_rule_list(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type in {"qualified-rule", "at-rule"}:
            yield rule
        if rule.type == "at-rule" and rule.content:
            yield from rules(rule.content)


def _named(rule: Any) -> str:
    return f"@{rule.lower_at_keyword} {tinycss2.serialize(rule.prelude).strip()}"
