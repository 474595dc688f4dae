"""What stands between a block's slashes, as the values that its class holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from plugins.model import Block
from plugins.model.blocks import Holds, Pair, Prose
from plugins.source import markup
from plugins.source.openings import Opening

_WRONG = "Write just that between its slashes; docs/fields.md shows an example."


def held(kind: type[Block], opening: Opening, element: ET.Element) -> tuple[dict[str, Any], tuple[str, str] | None]:
    """Give the values of what a block holds; or what is wrong with it, and what to do."""
    children = list(element)
    tags = [child.tag for child in children]
    found: dict[str, Any] | None = None
    match kind.holds:
        case Holds.PROSE:
            found = {"prose": markup.prose(children)}
        case Holds.LINES:
            found = {"verses": verses(opening.held)}
        case Holds.NOTHING if not children:
            found = {}
        case Holds.ITEMS if tags in (["ol"], ["ul"]):
            found = {"items": tuple(markup.inner(item) for item in children[0])}
        case Holds.PAIRS if tags == ["dl"]:
            found = {"pairs": pairs(children[0])}
        case Holds.LISTS if tags == ["ul", "ol"]:
            found = {"lists": tuple(tuple(markup.inner(item) for item in child) for child in children)}
    if found is None and kind.holds is Holds.NOTHING:
        message = f"The block “{opening.name}” holds no text of its own."
        return {}, (message, "Close it with /// right after its options, and write the text below that.")
    if found is None:
        return {}, (f"The block “{opening.name}” holds {kind.holds.value}.", _WRONG)
    if kind.speaks and not any(found.values()):
        return {}, (f"The block “{opening.name}” is empty.", "Write its text before the closing ///.")
    return found, None


def verses(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """Part the lines of a poem into verses at its empty lines."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return tuple(tuple(verse) for verse in found if verse)


def pairs(element: ET.Element) -> tuple[Pair, ...]:
    """Give each term of a definition list with each of its details; a term of several lines is one term."""
    made: list[Pair] = []
    terms: list[ET.Element] = []
    fresh = True
    for child in element:
        if child.tag == "dt":
            terms = [child] if fresh else [*terms, child]
            fresh = False
        else:
            fresh = True
            made.append(Pair(_term(terms), markup.inner(child)))
    return tuple(made)


def _term(terms: list[ET.Element]) -> Prose:
    found = [markup.inner(term) for term in terms]
    whole = " ".join(term.html.removeprefix("<p>").removesuffix("</p>") for term in found)
    return Prose(whole, " ".join(term.text for term in found))
