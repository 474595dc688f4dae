"""The list of offers, cut down to a place or an age: each cut is a page of its own, so that no script is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.library import Entry, Shelf
from plugins.model import Area, Offer
from plugins.model.taxonomy import Nation

ADDRESS = "/offers/for"
AGES = ((16, 17), (18, 20), (21, 25))
"""Spans of age for which law and money differ, both ends included."""
OLDEST = 120
"""Stands for no upper age."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One cut through the offers."""

    url: str
    label: str
    title: str
    entries: tuple[Entry, ...]


def facets(shelf: Shelf) -> tuple[Facet, ...]:
    """Give the cuts that leave something out and something in, places first."""
    offers = shelf.current(Offer.kind)
    every = (*_nations(offers), *_areas(shelf, offers), *_ages(offers))
    return tuple(facet for facet in every if 0 < len(facet.entries) < len(offers))


def _nations(offers: tuple[Entry, ...]) -> Iterator[Facet]:
    for nation in Nation:
        found = tuple(entry for entry in offers if nation in entry.document.nations)
        yield Facet(f"{ADDRESS}/{nation}/", nation.label, f"Offers in {nation.label}", found)


def _areas(shelf: Shelf, offers: tuple[Entry, ...]) -> Iterator[Facet]:
    """Cut by area: what is for that area, and what is for all of its nation."""
    for area in (entry.document for entry in shelf.current(Area.kind)):
        if isinstance(area, Area):
            found = tuple(entry for entry in offers if _is_for(entry, area))
            yield Facet(f"{ADDRESS}/{area.slug}/", area.title, f"Offers for {area.title}", found)


def _is_for(offer: Entry, area: Area) -> bool:
    places = offer.spine.areas
    return area.slug in places if places else area.nation in offer.document.nations


def _ages(offers: tuple[Entry, ...]) -> Iterator[Facet]:
    for youngest, oldest in AGES:
        found = tuple(
            entry
            for entry in offers
            if isinstance(entry.document, Offer)
            and (entry.document.age_from or 0) <= oldest
            and (entry.document.age_to or OLDEST) >= youngest
        )
        label = f"{youngest} {'and' if oldest - youngest == 1 else 'to'} {oldest}"
        yield Facet(f"{ADDRESS}/{youngest}-to-{oldest}/", f"Age {label}", f"Offers for ages {label}", found)
