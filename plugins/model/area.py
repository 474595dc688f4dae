"""A place as CLNM knows it: a Local House Project, a council, a region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from plugins.model import colours
from plugins.model.clock import start_of
from plugins.model.document import Document, over
from plugins.model.fields import (
    Colour,
    Day,
    Email,
    GssCode,
    HttpsLink,
    Line,
    Listed,
    Phone,
    PicturePath,
    Slug,
    Term,
    Year,
)
from plugins.model.problem import Finding
from plugins.model.taxonomy import Nation, Region


class AreaKind(Term):
    """What sort of area it is."""

    LHP = "lhp", "House Project"
    COUNCIL = "council"
    REGION = "region"


class AreaStatus(Term):
    """How far its project has come."""

    STARTING = "starting", "Starting"
    RUNNING = "running", "Running"
    PAUSED = "paused", "Paused"
    ENDED = "ended", "Ended"


class Resource(BaseModel):
    """Something useful that stands elsewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: Line = Field(description="What it is.")
    link: HttpsLink = Field(description="Where it is.")


class Area(Document):
    """An area's own page, in the look all areas share."""

    kind = "area"
    folder = "areas"
    label = "Area"
    plural = "Areas"
    index_title = "Areas"
    index_summary = "The House Projects and councils we come from."
    dated = False
    points_to: ClassVar[Mapping[str, str]] = {**Document.points_to, "successors": "area"}

    place: Line | None = Field(default=None, description="What people call the place, if not its title: Merecombe.")
    area_kind: AreaKind = Field(description="lhp, council or region.")
    area_status: AreaStatus = Field(default=AreaStatus.RUNNING, description="starting, running, paused or ended.")
    nation: Nation = Field(description="Its nation.")
    region: Region = Field(description="Its region.")
    authorities: Listed[GssCode] = Field(default=(), description="The councils' GSS codes: E08000001.")
    site: HttpsLink | None = Field(default=None, description="Its own site.")
    joined: Year | None = Field(default=None, description="The year it joined.")
    offers_page: HttpsLink | None = Field(default=None, description="The council's own list of offers.")
    contact_email: Email | None = Field(default=None, description="The team's address.")
    contact_phone: Phone | None = Field(default=None, description="The team's number.")
    colour: Colour | None = Field(default=None, description="Its own colour, six figures.")
    logo: PicturePath | None = Field(default=None, description="Its logo, in content/images.")
    logo_alt: Line | None = Field(default=None, description="The name in the logo.")
    resources: tuple[Resource, ...] = Field(default=(), description="Useful things elsewhere: label and link.")
    begins: Day | None = Field(default=None, description="The day the council begins.")
    ends: Day | None = Field(default=None, description="The last day of the council.")
    successors: Listed[Slug] = Field(default=(), description="The areas that take over after it ends.")

    @property
    def called(self) -> str:
        """Give what people call the place."""
        return self.place or self.title

    def begun(self, as_of: datetime) -> bool:
        """Say whether there is such a council, or project, yet."""
        return self.begins is None or as_of >= start_of(self.begins)

    def ended(self, as_of: datetime) -> bool:
        """Say whether it is no more."""
        return self.area_status is AreaStatus.ENDED or over(self.ends, as_of)

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this area by itself."""
        yield from super().findings()
        if self.begins and self.ends and self.ends < self.begins:
            yield Finding(field="ends", code="D04", message="It ends before it begins.", fix="Swap the two days.")
        if self.successors and not self.ends:
            yield Finding(
                field="ends",
                code="D04",
                message="Others take over from it, but nobody can tell when.",
                fix="Add ends: with its last day.",
            )
        if self.colour and not colours.carries_words(self.colour):
            yield Finding(
                field="colour",
                code="A09",
                message=f"Words on {self.colour} would be hard to read, in white and in black.",
                fix=f'The nearest colour on which they are easy to read: colour: "{colours.nearest(self.colour)}"',
            )
        if self.slug in self.successors:
            yield Finding(
                field="successors", code="D04", message="It cannot take over from itself.", fix="Name the new areas."
            )
