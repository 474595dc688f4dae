"""Who can get an offer: the one rule that pages, editions and the finder in the browser go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from plugins.model.offer import Offer
from plugins.model.offer_terms import CareRule, WhereRule
from plugins.model.taxonomy import Nation

ELSEWHERE = "elsewhere"
"""A council, or a place to live, that this site has no page of."""
_OF_ENGLAND = frozenset({CareRule.ELIGIBLE, CareRule.RELEVANT, CareRule.FORMER_RELEVANT, CareRule.QUALIFYING})


class Answer(IntEnum):
    """Whether somebody can get an offer, as far as they told about themselves; the lesser of two rules counts."""

    NO = 0
    ASK = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A council or a place to live: the area's slug or ``elsewhere``, and its nation; None for what is not told."""

    area: str | None = None
    nation: Nation | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """What somebody tells about themselves; whatever is None they did not tell, or do not know."""

    cared: Place = Place()
    """Where the council is that looked after them."""
    lives: Place = Place()
    age: int | None = None
    care: CareRule | None = None
    """Their time in care; ``any-care-experience`` stands for one that no law has a name for."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An offer as the rule sees it, with the councils that count today: one that has ended is its successors."""

    where: WhereRule
    nations: tuple[Nation, ...]
    cared: tuple[str, ...]
    """Areas that count as having looked after somebody; none for each of the nations."""
    lives: tuple[str, ...]
    """Areas that count as home; none for each of the nations."""
    youngest: int | None
    oldest: int | None
    care: tuple[CareRule, ...]

    @classmethod
    def of(cls, offer: Offer) -> Terms:
        """Take the terms of an offer as they are written."""
        return cls(
            where=offer.where_rule,
            nations=offer.nations,
            cared=offer.responsible_areas,
            lives=offer.residence_areas,
            youngest=offer.age_from,
            oldest=offer.age_to,
            care=offer.care_rule,
        )

    def answer(self, applicant: Applicant) -> Answer:
        """Say whether a person can get it: never more than the strictest of the rules allows."""
        return min(self._place(applicant), self._age(applicant.age), self._care(applicant.care))

    def _place(self, applicant: Applicant) -> Answer:
        cared = self._one(applicant.cared, self.cared)
        lives = self._one(applicant.lives, self.lives)
        match self.where:
            case WhereRule.RESPONSIBLE_ONLY:
                return cared
            case WhereRule.RESIDENCE_ONLY:
                return lives
            case WhereRule.BOTH:
                return min(cared, lives)
            case WhereRule.EITHER:
                return max(cared, lives)
        return self._one(applicant.lives, ())

    def _one(self, place: Place, areas: tuple[str, ...]) -> Answer:
        """Say whether one place counts; without areas, its nation decides."""
        if place.nation and self.nations and place.nation not in self.nations:
            return Answer.NO
        if areas:
            if place.area is None:
                return Answer.ASK
            return Answer.YES if place.area in areas else Answer.NO
        return Answer.YES if place.nation else Answer.ASK

    def _age(self, age: int | None) -> Answer:
        if self.youngest is None and self.oldest is None:
            return Answer.YES
        if age is None:
            return Answer.ASK
        fits = (self.youngest is None or age >= self.youngest) and (self.oldest is None or age <= self.oldest)
        return Answer.YES if fits else Answer.NO

    def _care(self, care: CareRule | None) -> Answer:
        if CareRule.ANY_CARE_EXPERIENCE in self.care or (care and care in self.care):
            return Answer.YES
        if care is None or care is CareRule.ASK or CareRule.ASK in self.care:
            return Answer.ASK
        return _across(care, self.care)


def _across(care: CareRule, wanted: tuple[CareRule, ...]) -> Answer:
    """Weigh the words of one nation's law against another's: who has a name in England's was in care after 16."""
    later = CareRule.ON_OR_AFTER_16TH_BIRTHDAY
    if later in wanted and care in _OF_ENGLAND:
        return Answer.YES
    return Answer.ASK if care is later and _OF_ENGLAND.intersection(wanted) else Answer.NO
