"""Which offers somebody can get, from what may be seen: the rule of the model, with the councils there are today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from plugins.library import Entry, Shelf, standing_in
from plugins.model import Area, Offer
from plugins.model.eligibility import Answer, Applicant, Place, Terms
from plugins.model.offer_terms import Category
from plugins.model.taxonomy import Nation


def areas(shelf: Shelf) -> tuple[Area, ...]:
    """Give the areas there are now: those that have begun and are not over."""
    found = (entry.document for entry in shelf.current(Area.kind))
    return tuple(area for area in found if isinstance(area, Area) and area.begun(shelf.as_of))


@dataclass(frozen=True, slots=True)
class Claim:
    """An offer that can be had now, with its terms of today."""

    entry: Entry
    terms: Terms
    about: tuple[Category, ...]
    """What the offer is about, at hand for whoever looks through thousands: the offer itself would be opened again."""

    @property
    def offer(self) -> Offer:
        """Give the offer itself, as it is now."""
        return cast("Offer", self.entry.document)


def claims(shelf: Shelf) -> tuple[Claim, ...]:
    """Give the offers that can be had now."""
    return shelf.once(_claims)


def _claims(shelf: Shelf) -> tuple[Claim, ...]:
    found = ((entry, entry.document) for entry in shelf.current(Offer.kind))
    return tuple(
        Claim(entry, terms(offer, shelf), tuple(offer.category)) for entry, offer in found if isinstance(offer, Offer)
    )


def terms(offer: Offer, shelf: Shelf) -> Terms:
    """Give an offer's terms of today: a council that has ended is the councils that took over from it.

    Whoever such a council looked after may still say its name, so that stays beside the new ones.
    """
    found = Terms.of(offer)
    cared = tuple(name for slug in found.cared for name in dict.fromkeys((slug, *_now(slug, shelf))))
    lives = tuple(name for slug in found.lives for name in _now(slug, shelf))
    return replace(found, cared=tuple(dict.fromkeys(cared)), lives=tuple(dict.fromkeys(lives)))


def from_area(area: Area) -> Applicant:
    """Give somebody of an area: it looked after them, they live there, and they told nothing else."""
    here = Place(area.slug, area.nation)
    return Applicant(cared=here, lives=here)


def from_nation(nation: Nation) -> Applicant:
    """Give somebody of a nation, who did not say of which council."""
    return Applicant(cared=Place(nation=nation), lives=Place(nation=nation))


def open_to(offer: Offer, applicant: Applicant, shelf: Shelf) -> bool:
    """Say whether somebody may be able to get an offer: only a no is a no."""
    return terms(offer, shelf).answer(applicant) is not Answer.NO


def open_to_area(offer: Offer, slug: str, shelf: Shelf) -> bool:
    """Say whether somebody of an area may be able to get an offer; without an area, somebody somewhere."""
    entry = shelf.get(f"area:{slug}") if slug else None
    area = entry.document if entry else None
    return not isinstance(area, Area) or open_to(offer, from_area(area), shelf)


def like(offer: Offer, shelf: Shelf) -> tuple[Entry, ...]:
    """Give the offers for the same need that somebody who could have this one may get, the nearest first."""
    mine = terms(offer, shelf)
    places = {*mine.cared, *mine.lives}

    def distance(claim: Claim) -> tuple[int, int, str]:
        common = len(set(offer.category) & set(claim.about))
        return -common, -len(places & {*claim.terms.cared, *claim.terms.lives}), claim.offer.slug

    near = [
        claim
        for claim in claims(shelf)
        if set(offer.category) & set(claim.about) and set(mine.nations) & set(claim.terms.nations)
    ]
    return tuple(claim.entry for claim in sorted(near, key=distance))


def _now(slug: str, shelf: Shelf) -> tuple[str, ...]:
    return tuple(standing_in(slug, shelf.get, shelf.as_of.timestamp()))
