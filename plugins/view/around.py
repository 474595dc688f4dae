"""What stands around a document: what comes before and after it, and other documents that belong to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Area, Document, Event, Objective, Offer, Story
from plugins.view import eligible
from plugins.view.cards import Card, card, cards
from plugins.view.facets import Cut
from plugins.view.frame import Link
from plugins.view.listings import Group
from plugins.view.viewpoint import Viewpoint

SHOWN = 6
"""So many documents of each kind stand on an area's page; a list has the others."""
ALTERNATIVES = 4
"""So many offers are shown in place of one that has ended."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Other documents that a page leads on to."""

    related: tuple[Card, ...]
    groups: tuple[Group, ...]
    earlier: Link | None
    later: Link | None


def next_step(entry: Entry, here: Viewpoint) -> Card | None:
    """Give the card of what a story's reader can use next."""
    name = entry.document.next_step if isinstance(entry.document, Story) else None
    found = here.shelf.get(name) if name else None
    return card(found, here) if found else None


def related(entry: Entry, here: Viewpoint) -> tuple[Card, ...]:
    """Give the cards of what a document names as belonging beside it."""
    found = entry.document
    names = list(found.related)
    names += [f"area:{slug}" for slug in getattr(found, "successors", ())]
    if isinstance(found, Objective):
        names += [*found.evidence, *(f"person:{slug}" for slug in found.led_by)]
    for name in (getattr(found, "after", None), getattr(found, "taken_up", None)):
        names += [name] if name else []
    return cards(tuple(filter(None, map(here.shelf.get, dict.fromkeys(names)))), here)


def groups(entry: Entry, here: Viewpoint) -> tuple[Group, ...]:
    """Give what belongs to an area and is not over, kind by kind; for an offer that has ended, others like it."""
    if isinstance(entry.document, Offer) and entry.document.ended(here.today):
        instead = eligible.like(entry.document, here.lists)[:ALTERNATIVES]
        return (Group("What you may get instead", cards(instead, here)),) if instead else ()
    if not isinstance(entry.document, Area):
        return ()
    found: dict[type[Document], list[Entry]] = {}
    for other in here.lists.of_area(entry.document.slug):
        if not other.spine.ended(here.today.timestamp()) and other.id != entry.id:
            found.setdefault(type(other.document), []).append(other)
    found.setdefault(Offer, [])
    return tuple(group for kind, entries in found.items() if (group := _of_area(kind, entries, entry.document, here)))


def _of_area(kind: type[Document], entries: list[Entry], area: Area, here: Viewpoint) -> Group | None:
    """Show some of an area's documents of a kind, and lead to all: of offers, to those for its whole nation too."""
    shown = cards(tuple(entries[:SHOWN]), here)
    if kind is not Offer:
        more = f"All {kind.plural.lower()}" if len(entries) > SHOWN else ""
        return Group(kind.plural, shown, href=here.links.to(f"/{kind.folder}/") if more else "", more=more)
    if area not in eligible.areas(here.shelf):  # not yet, or no more: no list is cut down to it
        return Group(kind.plural, shown) if shown else None
    cut = Cut(area)
    if not cut.of(eligible.claims(here.shelf)):
        return None
    return Group(kind.plural, shown, href=here.links.to(cut.url), more=f"All that you can get in {area.called}")


def surroundings(entry: Entry, here: Viewpoint) -> Surroundings:
    """Give what leads on from a page, each thing once."""
    belonging = groups(entry, here)
    grouped = {card.document_id for group in belonging for card in group.cards}
    named = tuple(card for card in related(entry, here) if card.document_id not in grouped)
    earlier, later = neighbours(entry, here, {card.document_id for card in named})
    return Surroundings(named, belonging, earlier, later)


def neighbours(entry: Entry, here: Viewpoint, shown: Collection[str]) -> tuple[Link | None, Link | None]:
    """Link the documents of the same kind that came before and after, but what a card on the page leads to already.

    Kinds without such an order have none.
    """
    if not entry.document.dated or isinstance(entry.document, Event | Offer):
        return None, None
    later, earlier = here.lists.neighbours(entry)
    return _link(earlier, here, shown), _link(later, here, shown)


def _link(entry: Entry | None, here: Viewpoint, shown: Collection[str]) -> Link | None:
    if entry is None or entry.id in shown:
        return None
    return Link(entry.document.title, here.href(entry), document_id=entry.id)
