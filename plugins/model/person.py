"""Somebody readers may meet: a rep, a chair, a worker, as far as they agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from plugins.model.consent import Consent, Images
from plugins.model.document import Document, over
from plugins.model.fields import Day, Email, Line, Slug, Term, Text
from plugins.model.photos import photo_findings
from plugins.model.picture import DRAWN
from plugins.model.problem import Finding
from plugins.model.taxonomy import Region


class Role(Term):
    """What they do in CLNM."""

    REP = "rep"
    CHAIR = "chair"
    VICE_CHAIR = "vice-chair", "Vice-chair"
    CHAMPION = "champion"
    ALUMNI = "alumni", "Former rep"
    PARTICIPATION_WORKER = "participation-worker", "Participation worker"
    STAFF = "staff", "Team"
    TRUSTEE = "trustee"


YOUNG_ROLES = frozenset({Role.REP, Role.CHAIR, Role.VICE_CHAIR, Role.CHAMPION, Role.ALUMNI})


class Person(Document):
    """A person's page; young people need their own consent, and carry no contact details."""

    kind = "person"
    folder = "people"
    label = "Person"
    plural = "People"
    index_title = "Meet the reps"
    index_summary = "The young people who speak for us, and the team beside them."
    dated = False
    points_to: ClassVar[Mapping[str, str]] = {**Document.points_to, "area_shown": "area"}

    display_name: Line = Field(description="The name they chose; for reps a first name.")
    role: Role = Field(description="What they do.")
    region: Region | None = Field(default=None, description="Their region.")
    area_shown: Slug | None = Field(default=None, description="Their area, only if they agreed.")
    term_from: Day | None = Field(default=None, description="The day their term began.")
    term_to: Day | None = Field(default=None, description="The day it ends; after it, no picture is shown.")
    why_i_joined: Text | None = Field(default=None, description="In their own words.")
    proud_of: Text | None = Field(default=None, description="In their own words.")
    ask_me_about: Text | None = Field(default=None, description="In their own words.")
    contact_email: Email | None = Field(default=None, description="A team address, for staff only.")
    consent: Consent | None = Field(default=None, description="What they agreed to; young people need it.")

    @property
    def agreed(self) -> Consent | None:
        """Give their consent, where there is one."""
        return self.consent

    def ended(self, as_of: datetime) -> bool:
        """Say whether their term is over."""
        return over(self.term_to, as_of)

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this person's page by itself."""
        yield from super().findings()
        yield from photo_findings(self, self.consent)
        if self.role not in YOUNG_ROLES:
            return
        yield from self._consent_findings()
        yield from self._shown_findings()

    def _consent_findings(self) -> Iterator[Finding]:
        """Give what is wrong with a young person's yes, and with the picture that it is about."""
        if self.consent is None:
            yield Finding(
                field="consent",
                code="C01",
                message="A young person's page needs their yes.",
                fix="Add the consent lines, or ask the participation worker.",
            )
        elif self.image and self.image_consent != DRAWN and self.consent.images is Images.NONE:
            yield Finding(
                field="image",
                code="C05",
                message="They said no photos.",
                fix="Take the picture out; a drawn door is shown instead.",
            )
        elif self.image and self.image_consent != DRAWN and self.consent.under_18_when_given:
            yield Finding(
                field="image",
                code="C05",
                message="A person under 18 is shown by name or by photo, never by both.",
                fix="Take the picture out; a drawn door is shown instead.",
            )

    def _shown_findings(self) -> Iterator[Finding]:
        """Give what is shown of a young person and must not be, and what must be and is not."""
        if self.contact_email:
            yield Finding(
                field="contact_email",
                code="P04",
                message="A young person's page carries no contact details.",
                fix="Take the line out. The contact page has the team's address.",
            )
        if self.term_from is None and self.role is not Role.ALUMNI:
            yield Finding(
                field="term_from",
                code="D01",
                message="Say when their term began.",
                fix="Add term_from: and, if it is known, term_to:.",
            )
        if len(self.display_name.split()) > 1:
            yield Finding(
                field="display_name",
                code="P05",
                message="A rep is shown by first name only.",
                fix=f"Use “{self.display_name.split()[0]}”.",
            )
