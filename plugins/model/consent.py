"""What a person agreed to: where their story may go, for how long, and what pictures may show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.clock import end_of, start_of
from plugins.model.fields import ConsentRef, Day, Listed, Term, YesNo
from plugins.model.problem import Finding
from plugins.model.taxonomy import Channel
from plugins.model.unwritten import NO_FORM


class Images(Term):
    """What pictures of a person may show."""

    NONE = "none", "No pictures"
    HANDS_OR_BACK_ONLY = "hands-or-back-only", "Hands or back only"
    IDENTIFIABLE = "identifiable", "Pictures that show who it is"


class ConsentStatus(Term):
    """Whether the person's yes stands today."""

    ACTIVE = "active"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


def months_after(day: date, months: int) -> date:
    """Give the same day a number of months later, or the month's last day where there is no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError  # every month has a 28th


class Consent(BaseModel):
    """A person's yes, as far as a public repository may hold it: a reference, never a name."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    ref: ConsentRef = Field(description="The reference of the signed form, which is kept elsewhere.")
    given: Day = Field(description="The day they said yes.")
    scope: Listed[Channel] = Field(description="Every channel they said yes to; nothing is implied.")
    images: Images = Field(description="What pictures may show.")
    review_by: Day = Field(description="The day to ask again by: at most 12 months after the yes.")
    expires: Day = Field(description="The last day of the yes: at most 24 months after it, 12 if they were under 18.")
    under_18_when_given: YesNo = Field(description="Whether they were under 18 when they said yes.")
    adult_supported: YesNo = Field(default=False, description="Whether an adult they trust was with them.")
    status: ConsentStatus = Field(description="active, paused or withdrawn.")
    withdrawn_on: Day | None = Field(default=None, description="The day they took their yes back.")

    @property
    def months(self) -> int:
        """Say how many months a yes like this lasts at most."""
        return 12 if self.under_18_when_given else 24

    @property
    def latest_review(self) -> date:
        """Give the day to ask again by at the latest."""
        return months_after(self.given, 12)

    @property
    def latest_end(self) -> date:
        """Give the day on which a yes like this ends at the latest."""
        return months_after(self.given, self.months)

    def stands(self, as_of: datetime) -> bool:
        """Say whether this yes counts at an instant: given, not paused, not taken back and not run out."""
        return self.status is ConsentStatus.ACTIVE and start_of(self.given) <= as_of < end_of(self.expires)

    def covers(self, channel: Channel, as_of: datetime) -> bool:
        """Say whether this yes carries a thing to a channel at an instant."""
        return channel in self.scope and self.stands(as_of)

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this consent by itself, whatever the day."""
        yield from self._form_findings()
        yield from self._term_findings()
        yield from self._state_findings()

    def _form_findings(self) -> Iterator[Finding]:
        """Give what is not as on any form that somebody signed."""
        if not self.scope and self.status is ConsentStatus.ACTIVE:
            yield Finding(
                field="consent.scope",
                code="C01",
                message="The scope is empty, so this may appear nowhere.",
                fix="List what they agreed to, for example: scope: [web, email].",
            )
        if self.ref.endswith(NO_FORM) and self.status is ConsentStatus.ACTIVE:
            yield Finding(
                field="consent.ref",
                code="C01",
                message=f"{self.ref} keeps a place free for a reference; no form has it.",
                fix="Copy everything in this block from the signed form. Until then: status: paused.",
            )

    def _term_findings(self) -> Iterator[Finding]:
        """Give what is wrong with how long this yes lasts."""
        if not self.given <= self.review_by <= self.latest_review:
            yield Finding(
                field="consent.review_by",
                code="C04",
                message="The review date must come within 12 months of the day they said yes.",
                fix=f"Use a day up to {self.latest_review}.",
            )
        if self.expires < self.given:
            yield Finding(
                field="consent.expires",
                code="C02",
                message="This yes ends before the day it was given.",
                fix="Look at both days on the signed form.",
            )
        elif self.expires > self.latest_end:
            young = ", because they were under 18" if self.under_18_when_given else ""
            yield Finding(
                field="consent.expires",
                code="C02",
                message=f"A yes lasts {self.months} months at most{young}.",
                fix=f"Use a day up to {self.latest_end}, and ask again before then.",
            )

    def _state_findings(self) -> Iterator[Finding]:
        """Give what is missing of who was there when it was given, and of its end."""
        if self.under_18_when_given and not self.adult_supported:
            yield Finding(
                field="consent.adult_supported",
                code="C01",
                message="A person under 18 needs an adult they trust beside them when they say yes.",
                fix="If one was, add adult_supported: true. If not, talk to the participation worker.",
            )
        if self.status is ConsentStatus.WITHDRAWN and self.withdrawn_on is None:
            yield Finding(
                field="consent.withdrawn_on",
                code="C06",
                message="The yes was taken back, but the day is missing.",
                fix="Add withdrawn_on: with the day they told you.",
            )
