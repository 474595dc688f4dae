"""Something a care leaver can get: a right, or what somebody offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from plugins.model.clock import end_of, start_of
from plugins.model.document import Document, over
from plugins.model.fields import (
    Age,
    Day,
    DocumentRef,
    Email,
    HttpsLink,
    Line,
    Listed,
    Phone,
    Pounds,
    Several,
    Slug,
    YesNo,
)
from plugins.model.offer_terms import CareRule, Category, Evidence, OfferKind, WhereRule, WhoApplies
from plugins.model.problem import Finding

MOST_STEPS = 6
SOON = timedelta(days=30)
"""So long before its end, an offer is ending soon."""
FRESH = timedelta(days=184)
"""So long after somebody checked it, what an offer says is taken to be true: six months."""
REMEMBERED = timedelta(days=90)
"""So long after its end, an offer's page stays, and says what there is instead."""

MONEY_KINDS = frozenset(
    {OfferKind.ENTITLEMENT, OfferKind.GRANT, OfferKind.BURSARY, OfferKind.JOB, OfferKind.APPRENTICESHIP}
)


class Offer(Document):
    """An offer, with who can get it in words that have one reading."""

    kind = "offer"
    folder = "offers"
    label = "Offer"
    plural = "Offers"
    index_title = "Offers"
    index_summary = "Things you can claim, with who can get them and how."
    points_to: ClassVar[Mapping[str, str]] = {
        **Document.points_to,
        "provider": "provider",
        "responsible_areas": "area",
        "residence_areas": "area",
        "taken_up": "",
    }

    offer_kind: OfferKind = Field(description="What sort of offer it is.")
    category: Listed[Category] = Field(min_length=1, description="Where people look for it.")
    provider: Slug = Field(description="Who gives it, from content/data/providers.yml.")
    value: Line = Field(description="What it is worth, in words.")
    value_from: Pounds | None = Field(default=None, description="The least it is worth, in pounds.")
    value_to: Pounds | None = Field(default=None, description="The most it is worth, in pounds.")
    cost: Line = Field(description="Free, or what it costs.")
    where_rule: WhereRule = Field(description="Which place counts.")
    responsible_areas: Listed[Slug] = Field(
        default=(), description="Councils whose care you were in; left out for any."
    )
    residence_areas: Listed[Slug] = Field(default=(), description="Where you must live now; left out for any.")
    age_from: Age | None = Field(default=None, description="The youngest age.")
    age_to: Age | None = Field(default=None, description="The oldest age.")
    age_note: Line = Field(description="The age in words with one reading: until your 25th birthday.")
    care_rule: Listed[CareRule] = Field(min_length=1, description="Which time in care counts.")
    other_rules: Several[Line] = Field(default=(), description="Anything else that counts: income, course, job.")
    evidence: Listed[Evidence] = Field(min_length=1, description="What proof is asked for.")
    how_to_claim: Several[Line] = Field(
        min_length=1, max_length=MOST_STEPS, description="One to six steps, each a line with a hyphen."
    )
    who_applies: WhoApplies = Field(description="you, your-pa or either.")
    time_to_get: Line | None = Field(default=None, description="How long it takes: about 3 weeks.")
    link: HttpsLink | None = Field(default=None, description="Where to get it.")
    contact_email: Email | None = Field(default=None, description="Where to ask by email.")
    contact_phone: Phone | None = Field(default=None, description="Where to ask by phone.")
    zero_rated: YesNo = Field(default=False, description="Its site costs no data.")
    works_offline: YesNo = Field(default=False, description="It can be got without the internet.")
    valid_from: Day | None = Field(default=None, description="The first day.")
    valid_until: Day | None = Field(default=None, description="The last day.")
    ongoing: YesNo = Field(default=False, description="It has no last day; then last_checked is needed.")
    limited: Line | None = Field(default=None, description="Only so many: first 50.")
    affects_benefits: Line | None = Field(default=None, description="What it does to benefits, or ask first.")
    catch: Line | None = Field(default=None, description="Anything that could surprise.")
    source: HttpsLink | None = Field(default=None, description="Where this is written down.")
    taken_up: DocumentRef | None = Field(default=None, description="A story of somebody who used it.")

    @property
    def last_chance(self) -> datetime | None:
        """Give the instant from which it is ending soon; None where it has no last day."""
        return end_of(self.valid_until) - SOON if self.valid_until else None

    @property
    def grown_stale(self) -> datetime | None:
        """Give the instant from which readers are told when it was last checked; None where nobody ever did."""
        return start_of(self.last_checked + FRESH) if self.last_checked else None

    @property
    def disappears(self) -> datetime | None:
        """Give the instant from which it may no longer be seen: some time after its end, if not before."""
        ends = [super().disappears, end_of(self.valid_until) + REMEMBERED if self.valid_until else None]
        return min(filter(None, ends), default=None)

    def ended(self, as_of: datetime) -> bool:
        """Say whether its last day has passed."""
        return over(self.valid_until, as_of)

    @property
    def free(self) -> bool:
        """Say whether it costs nothing."""
        return self.cost.strip().lower().startswith(("free", "nothing", "no cost"))

    def soon(self, as_of: datetime) -> bool:
        """Say whether its end is near."""
        return self.last_chance is not None and self.last_chance <= as_of and not self.ended(as_of)

    def stale(self, as_of: datetime) -> bool:
        """Say whether it was last checked so long ago that readers should know."""
        return self.grown_stale is not None and as_of >= self.grown_stale

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this offer by itself."""
        yield from super().findings()
        yield from self._time_findings()
        yield from self._rule_findings()
        if not self.nations:
            yield Finding(
                field="nations",
                code="O01",
                message="Law and money differ between nations, so an offer must name its own.",
                fix="Add a line like nations: [england].",
            )
        if not (self.link or self.contact_phone or self.contact_email):
            yield Finding(
                field="link", code="A05", message="There is no way to get it.", fix="Add link:, or a phone number."
            )
        if self.offer_kind in MONEY_KINDS and not self.affects_benefits:
            yield Finding(
                field="affects_benefits",
                code="O06",
                message="Money can change somebody's benefits, so say whether this does.",
                fix="Add affects_benefits: with the answer, or: Ask first.",
            )

    def _time_findings(self) -> Iterator[Finding]:
        if self.valid_until is None and not self.ongoing:
            yield Finding(
                field="valid_until",
                code="O02",
                message="Nobody can tell how long this lasts.",
                fix="Add valid_until: with the last day, or ongoing: true.",
            )
        if self.ongoing and self.valid_until:
            yield Finding(
                field="ongoing",
                code="O02",
                message="It cannot both have a last day and go on.",
                fix="Keep one of ongoing: and valid_until:.",
            )
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            yield Finding(
                field="valid_until", code="D04", message="It ends before it begins.", fix="Swap the two days."
            )
        if self.last_checked is None:
            yield Finding(
                field="last_checked",
                code="O02",
                message="Nobody can tell when this was last true.",
                fix="Check it, then add last_checked: with today's date.",
            )

    def _rule_findings(self) -> Iterator[Finding]:
        needs = {
            WhereRule.RESPONSIBLE_ONLY: ("responsible_areas",),
            WhereRule.RESIDENCE_ONLY: ("residence_areas",),
            WhereRule.BOTH: ("responsible_areas", "residence_areas"),
            WhereRule.EITHER: ("responsible_areas", "residence_areas"),
        }
        for name in needs.get(self.where_rule, ()):
            local = self.offer_kind is OfferKind.LOCAL_OFFER
            if not getattr(self, name) and (local or not self.nations):
                yield Finding(
                    field=name,
                    code="O01",
                    message=f"The place rule is {self.where_rule}, but no place is given.",
                    fix=f"Add {name}: with the areas' file names, or the nation.",
                )
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            yield Finding(
                field="age_to", code="O03", message="The oldest age is below the youngest.", fix="Swap the two."
            )
        if "up to 2" in self.age_note.lower() and "birthday" not in self.age_note.lower():
            yield Finding(
                field="age_note",
                code="O03",
                message=f"“{self.age_note}” can be read two ways.",
                fix="Say “until your 25th birthday” or “until you turn 26”.",
            )
        if self.value_from is not None and self.value_to is not None and self.value_to < self.value_from:
            yield Finding(field="value_to", code="D04", message="The most is less than the least.", fix="Swap the two.")
