"""The list of offers, cut down to a place, an age or a kind of help: each cut is a page, and needs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plugins.library import Shelf
from plugins.model import Area, Offer
from plugins.model.eligibility import Applicant
from plugins.model.offer_terms import Category
from plugins.model.taxonomy import Nation
from plugins.view import eligible
from plugins.view.grammar import inside_a_sentence

ADDRESS = "/offers/for"
TOPICS = "/offers/about"
Claims = tuple[eligible.Claim, ...]
AGES = ((16, 17), (18, 20), (21, 25))
"""Spans of age for which law and money differ, both ends included."""


@dataclass(frozen=True, slots=True)
class Ages:
    """A span of ages, both ends included."""

    youngest: int
    oldest: int

    @property
    def slug(self) -> str:
        """Give its part of an address."""
        return f"{self.youngest}-to-{self.oldest}"

    @property
    def label(self) -> str:
        """Say it: 18 to 20."""
        return f"{self.youngest} {'and' if self.oldest - self.youngest == 1 else 'to'} {self.oldest}"


@dataclass(frozen=True, slots=True)
class Cut:
    """What a page of offers is cut down to: a place, or a topic, or an age, or a place and one of the others."""

    place: Area | Nation | None = None
    topic: Category | None = None
    ages: Ages | None = None

    @property
    def url(self) -> str:
        """Give the address of the page."""
        if self.place is None and self.topic:
            return f"{TOPICS}/{self.topic}/"
        parts = (self._place_slug, self.topic, self.ages.slug if self.ages else "")
        return "/".join((ADDRESS, *filter(None, parts), ""))

    @property
    def _place_slug(self) -> str:
        if not isinstance(self.place, Area):
            return self.place or ""
        return f"area-{self.place.slug}" if self.place.slug in _TAKEN else self.place.slug

    @property
    def label(self) -> str:
        """Say it as briefly as a link that stands among its like."""
        if self.ages:
            return f"Age {self.ages.label}"
        return self.topic.label if self.topic else self.place_name

    @property
    def place_name(self) -> str:
        """Name the place, if it has one."""
        if isinstance(self.place, Area):
            return self.place.called
        return self.place.label if self.place else ""

    @property
    def title(self) -> str:
        """Say it as a heading."""
        what = f"{self.topic.label}: what you can get" if self.topic else "Offers"
        where = f" in {self.place_name}" if self.place else ""
        return f"{what}{where}{f' for ages {self.ages.label}' if self.ages else ''}"

    @property
    def summary(self) -> str:
        """Say in a sentence what is on the page."""
        topic = f" about {inside_a_sentence(self.topic.label)}" if self.topic else ""
        who = f" if you live in {self.place_name}, or grew up in its care" if isinstance(self.place, Area) else ""
        age = f" at {self.ages.label}" if self.ages else ""
        return f"What you may be able to get{topic}{age}{who}, with how to claim it."

    def asked(self, shelf: Shelf) -> Cut:
        """Give it with its area as a shelf has it: a view may show only what it asked for."""
        entry = shelf.get(self.place.id) if isinstance(self.place, Area) else None
        return replace(self, place=entry.document) if entry and isinstance(entry.document, Area) else self

    def of(self, claims: Claims) -> Claims:
        """Give those of the offers that it leaves in."""
        people = self._applicants()
        return tuple(
            claim
            for claim in claims
            if (self.topic is None or self.topic in claim.about) and any(map(claim.terms.answer, people))
        )

    def _applicants(self) -> tuple[Applicant, ...]:
        """Give people whom the page is for, one of each age; they did not tell what their time in care was."""
        match self.place:
            case Area() as area:
                applicant = eligible.from_area(area)
            case Nation() as nation:
                applicant = eligible.from_nation(nation)
            case _:
                applicant = Applicant()
        ages = range(self.ages.youngest, self.ages.oldest + 1) if self.ages else (None,)
        return tuple(replace(applicant, age=age) for age in ages)


_SPANS = tuple(Ages(*ages) for ages in AGES)
_TAKEN = frozenset({*Nation, *(ages.slug for ages in _SPANS)})
"""Addresses that no area may have."""


def deciding(shelf: Shelf) -> tuple[object, ...]:
    """Give what decides which cuts there are: all about the offers, and about the areas there are now."""
    entries = (*shelf.current(Offer.kind), *shelf.all(Area.kind))
    return tuple(entry.card_mark for entry in entries), tuple(area.slug for area in eligible.areas(shelf))


def cuts(shelf: Shelf) -> Iterator[Cut]:
    """Give every cut that has a page: each that leaves something in; of pairs, those that say more than their place."""
    claims = eligible.claims(shelf)
    by_place = places(shelf, claims)
    yield from (*by_place, *ages(claims), *topics(claims))
    for cut in by_place:
        local = cut.of(claims)
        yield from (*ages(local, cut.place), *topics(local, cut.place))


def places(shelf: Shelf, claims: Claims) -> tuple[Cut, ...]:
    """Give the cuts by place: nations first."""
    areas = (Cut(area) for area in eligible.areas(shelf))
    return _telling((*(Cut(nation) for nation in Nation), *areas), claims)


def ages(claims: Claims, place: Area | Nation | None = None) -> tuple[Cut, ...]:
    """Give the cuts of these offers by age; of a place, its own offers are to be given."""
    return _telling((Cut(place, ages=span) for span in _SPANS), claims, place)


def topics(claims: Claims, place: Area | Nation | None = None) -> tuple[Cut, ...]:
    """Give the cuts of these offers by what they are about; of a place, its own offers are to be given."""
    return _telling((Cut(place, topic) for topic in Category), claims, place)


def _telling(found: Iterable[Cut], claims: Claims, inside: Area | Nation | None = None) -> tuple[Cut, ...]:
    most = len(claims) - 1 if inside else len(claims)
    return tuple(cut for cut in found if 0 < len(cut.of(claims)) <= most)
