"""Whether a story tells more of where somebody lives than they agreed to show (SG-15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.model import Area, Document, Level, Problem, Story
from plugins.model.area import AreaKind
from plugins.model.story import Place
from plugins.model.taxonomy import Nation, Region
from plugins.safeguarding.texts import Said, Text, problem, said

WORDS_TOO = frozenset(
    {"Bath", "Reading", "Sale", "Deal", "Bury", "Barking", "Wells", "Battle", "Rugby", "March", "Hove"}
)
"""Places that are words too: with a capital letter they begin a sentence as often as they name a town."""

_BODY = re.compile(
    r"(?: (?:Local )?House Project| LHP| (?:City|County|Borough|District|Metropolitan|Royal|London)(?= .*Council)"
    r"| (?:Borough )?Council| House)+$"
)
_NOT_SHOWN = frozenset({"area", "areas", "region", "nations"})


def area_names(area: Area) -> tuple[str, ...]:
    """Give the names a place goes by: as its page is called, without what kind of body it is, and its file's name."""
    bare = _BODY.sub("", area.title).removeprefix("The ")
    return tuple(dict.fromkeys((area.title, bare, bare.replace("-", " "))))


def place_problems(document: Document, areas: Sequence[Area]) -> Iterator[Problem]:
    """Give the first area, region or nation that a story names and its ``location_shown`` does not allow."""
    if not isinstance(document, Story) or document.location_shown is Place.AREA:
        return
    shown = [piece for piece in said(document).pieces if piece.field.partition(".")[0] not in _NOT_SHOWN]
    text = Text((*shown, Said(document.slug, 1)))
    finer = (
        area for area in areas if area.area_kind is not AreaKind.REGION or document.location_shown is not Place.REGION
    )
    found = next((hit for area in finer for hit in _area(area, text)), None)
    if not found and document.location_shown in {Place.NATION, Place.NONE}:
        regions = (region for region in Region if region is not Region.SCOTLAND)
        found = next((hit for region in regions for hit in _region(region, text)), None)
    if not found and document.location_shown is Place.NONE:
        found = next((hit for nation in Nation for hit in _named(nation.label, text)), None)
    if found:
        name, piece = found
        message = f"The storyteller agreed to show {_agreed(document.location_shown)}, and this names {name}."
        fix = "Take the place out, in the captions and the tags too, or ask them about more."
        yield problem(document, piece, "P02", (message, fix), Level.ERROR)


def _agreed(place: Place) -> str:
    return "no place at all" if place is Place.NONE else f"no more than their {place}"


def _area(area: Area, text: Text) -> Iterator[tuple[str, Said]]:
    for name in area_names(area):
        yield from _named(name, text)
    if area.slug not in text.whole:
        return
    slug = re.compile(rf"(?<![a-z0-9]){re.escape(area.slug)}(?![a-z0-9])")
    yield from ((piece.text, piece) for _, piece in text.all(slug) if piece.pointer)


def _region(region: Region, text: Text) -> Iterator[tuple[str, Said]]:
    parts = region.label.split()
    if len(parts) > 1 and parts[0] in {"North", "South", "East", "West"} and parts[-1] in {"East", "West"}:
        shape = re.compile(rf"\bthe {parts[0].lower()}[ -]{parts[1].lower()}\b", re.IGNORECASE)
        yield from ((match[0], piece) for match, piece in text.all(shape))
    yield from _named(region.label, text)
    if region is Region.YORKSHIRE:
        yield from _named("Yorkshire", text)


def _named(name: str, text: Text) -> Iterator[tuple[str, Said]]:
    if name not in text.whole:
        return
    shape = re.compile(rf"\b{re.escape(name)}\b")
    for match, piece in text.all(shape):
        if name not in WORDS_TOO or not piece.opens(match.start()):
            yield name, piece
