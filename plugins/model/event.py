"""Something that happens at a time and a place, for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from plugins.model import joining
from plugins.model.document import Document
from plugins.model.event_terms import Access, EventKind, EventStatus, Mode, Photos, Recording, TravelPaid
from plugins.model.fields import Age, Day, DocumentRef, Email, HttpsLink, Line, Listed, Number, Phone, Postcode, Slug
from plugins.model.problem import Finding, Level
from plugins.model.taxonomy import Audience
from plugins.model.timed import Timed


class Event(Timed):
    """An event; cancelled and postponed ones stay where people will look for them."""

    kind = "event"
    folder = "events"
    label = "Event"
    plural = "Events"
    index_title = "Events"
    index_summary = "What is coming up, who it is for and how to get there."
    points_to: ClassVar[Mapping[str, str]] = {**Document.points_to, "organiser": "provider", "after": ""}

    event_kind: EventKind = Field(description="What sort of event it is.")
    mode: Mode = Field(description="in-person, online or both.")
    venue: Line | None = Field(default=None, description="The building; never a private home.")
    address: Line | None = Field(default=None, description="Street and town.")
    postcode: Postcode | None = Field(default=None, description="Its postcode: NB1 2AB.")
    address_shown: str = Field(
        default="public", pattern=r"^(?:public|booked-only)$", description="public or booked-only."
    )
    online_how: Line | None = Field(default=None, description="How people get the link, never the link itself.")
    who_for: Line = Field(description="Who it is for, in words.")
    age_from: Age | None = Field(default=None, description="The youngest age.")
    age_to: Age | None = Field(default=None, description="The oldest age.")
    places: Number | None = Field(default=None, description="How many can come.")
    cost: Line = Field(description="Free, or the amount.")
    travel_paid: TravelPaid = Field(description="paid-up-front, paid-back, not-paid or not-needed.")
    food: Line | None = Field(default=None, description="What there is to eat.")
    childcare: Line | None = Field(default=None, description="Help with children.")
    pay: Line | None = Field(default=None, description="What young people are paid for their time.")
    access: Listed[Access] = Field(default=(), description="What the place is like; unknown while you find out.")
    bring_someone: Line | None = Field(default=None, description="Whether a worker or friend may come too.")
    photos: Photos = Field(description="none, with-permission or filmed.")
    booking_url: HttpsLink | None = Field(default=None, description="Where to book.")
    booking_email: Email | None = Field(default=None, description="Where to book by email.")
    booking_deadline: Day | None = Field(default=None, description="The last day to book.")
    organiser: Slug = Field(description="Who runs it, from content/data/providers.yml.")
    contact_email: Email | None = Field(default=None, description="The team's address.")
    contact_phone: Phone | None = Field(default=None, description="The team's number.")
    recording: Recording | None = Field(default=None, description="none, audio-only or after-editing.")
    after: DocumentRef | None = Field(default=None, description="The write-up, once it is over.")

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this event by itself."""
        yield from super().findings()
        yield from self._place_findings()
        yield from self._booking_findings()
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            yield Finding(
                field="age_to", code="O03", message="The oldest age is below the youngest.", fix="Swap the two."
            )

    def _place_findings(self) -> Iterator[Finding]:
        if self.mode is not Mode.ONLINE and self.event_status is not EventStatus.POSTPONED:
            yield from self._building_findings()
        if self.mode is not Mode.IN_PERSON and not self.online_how:
            yield Finding(
                field="online_how",
                code="E01",
                message="Say how people get the link.",
                fix="Add a line like online_how: You get the link when you book.",
            )
        public = set(self.audience) & {Audience.YOUNG_PEOPLE, Audience.EVERYONE}
        for field, text in self._texts() if public else ():
            if joining.link_in(text):
                yield Finding(
                    field=field,
                    code="E01",
                    message="This holds a meeting link, and strangers could join with it.",
                    fix="Take the link out, and send it to the people who book.",
                )

    def _building_findings(self) -> Iterator[Finding]:
        if not self.venue:
            yield Finding(
                field="venue", code="E05", message="People need to know the building.", fix="Add venue: with its name."
            )
        if not self.access:
            yield Finding(
                field="access",
                code="E02",
                message="Say what the building is like: step-free? toilets? a quiet room?",
                fix="Add a line like access: [step-free, quiet-room], or access: unknown while you find out.",
            )
        if Access.UNKNOWN in self.access:
            yield Finding(
                field="access",
                code="E02",
                level=Level.WARNING,
                message="Nobody knows yet what the building is like.",
                fix="Ask the venue, then list what there is.",
            )

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Give every text of this event, each with its field; those of the body have none."""
        for field in type(self).editor_fields():
            if isinstance(value := getattr(self, field), str):
                yield field, value
        for item in self.agenda:
            yield "agenda", " ".join((item.title, item.kind or "", *item.speakers))
        for occurrence in self.changed_days:
            yield "changed_days", occurrence.note
        for block in self.body:
            yield "", "\n".join(value for value in vars(block).values() if isinstance(value, str))
            yield "", "\n".join(prose.html for prose in block.prose_parts())

    def _booking_findings(self) -> Iterator[Finding]:
        if self.booking_deadline and self.start and self.booking_deadline > self.starts[-1].date():
            yield Finding(
                field="booking_deadline",
                code="D07",
                message=f"People could book until {self.booking_deadline}, but the event is on {self.start:%Y-%m-%d}.",
                fix="Use a day before it starts.",
            )
        if self.booking_deadline and not (self.booking_url or self.booking_email):
            yield Finding(
                field="booking_url",
                code="E01",
                message="There is a last day to book, but no way to book.",
                fix="Add booking_url: or booking_email:.",
            )
        if not (self.contact_email or self.contact_phone):
            yield Finding(
                field="contact_email",
                code="E06",
                message="People need somebody to ask.",
                fix="Add contact_email: or contact_phone: of the team, never of a young person.",
            )
