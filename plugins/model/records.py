"""Facts that are written once, in ``content/data``, and used everywhere: help lines, providers, facts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.fields import Day, DocumentRef, Email, HttpsLink, Line, Listed, Outcode, Phone, Several, Slug, YesNo
from plugins.model.taxonomy import Nation


class Record(BaseModel):
    """One entry of a data file; its id is the word it stands under."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: ClassVar[str]
    file: ClassVar[str]
    label: ClassVar[str]

    id: Slug
    example: YesNo = Field(default=False, description="Sample content, which the live site refuses.")


class SupportLine(Record):
    """Somebody to call, text or write to, with the number in one place."""

    kind = "support"
    file = "supports.yml"
    label = "help line"

    name: Line = Field(description="What it is called.")
    for_whom: Line = Field(description="Who it is for, in a short line.")
    nations: Listed[Nation] = Field(description="Where it works.")
    phone: Phone | None = Field(default=None, description="The number to call.")
    text: Line | None = Field(default=None, description="What to text and where, in full: Text SHOUT to 85258.")
    web: HttpsLink | None = Field(default=None, description="Its site.")
    hours: Line = Field(description="When somebody answers.")
    free_from_mobile: YesNo = Field(description="Whether it costs nothing from a mobile.")
    last_checked: Day = Field(description="The day somebody last rang or looked.")
    source: HttpsLink | None = Field(default=None, description="Where the number is published.")


class Provider(Record):
    """An organisation that runs an event or gives an offer."""

    kind = "provider"
    file = "providers.yml"
    label = "provider"

    name: Line = Field(description="What it is called.")
    about: Line = Field(description="What it does, in a sentence.")
    web: HttpsLink | None = Field(default=None, description="Its site.")
    email: Email | None = Field(default=None, description="Its team address.")
    phone: Phone | None = Field(default=None, description="Its number.")


class Fact(Record):
    """A figure or sentence that stands in many places and must be the same in all."""

    kind = "fact"
    file = "facts.yml"
    label = "fact"

    text: Line = Field(description="The words that appear where {fact: …} stands.")
    nation: Nation | None = Field(default=None, description="The nation it is true for.")
    about: Several[Line] = Field(
        default=(), description="The words that name it; whoever writes them with another figure is told."
    )
    source: Line = Field(description="Where it comes from.")
    last_checked: Day = Field(description="The day somebody last checked it.")


class Authority(Record):
    """The first halves of a council's postcodes; it stands under the council's GSS code, in small letters."""

    kind = "authority"
    file = "outcodes.yml"
    label = "council’s postcodes"

    outcodes: Listed[Outcode] = Field(description="The first halves of its postcodes: NB1, NB2.")
    shared: Listed[Outcode] = Field(default=(), description="Those of them that others share who have no page here.")


class Moved(Record):
    """An address that something was at: a page there leads on, or says that it is gone."""

    kind = "moved"
    file = "moved.yml"
    label = "moved address"

    was: Annotated[str, Field(pattern=r"^/(?:[a-z0-9-]+/)+$")] = Field(
        description="The address that was online, from the first slash to the last: /events/summer-fair/."
    )
    now: DocumentRef | None = Field(
        default=None, description="What is there now, event:autumn-fair; without it, a page says that it is gone."
    )
    why: Line | None = Field(default=None, description="What readers are told there, in a sentence.")


class Withdrawn(Record):
    """What is kept of withdrawn words, so that nobody pastes them again: fingerprints that cannot be read back."""

    kind = "withdrawn"
    file = "withdrawn.yml"
    label = "withdrawn text"

    on: Day = Field(description="The day it was withdrawn.")
    prints: Listed[Slug] = Field(description="Its fingerprints, as clnm withdraw wrote them.")
