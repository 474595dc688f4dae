"""What every document is, whatever its kind: the fields they share, and what makes one visible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, SkipValidation

from plugins.model.blocks import Block, Prose
from plugins.model.clock import end_of, start_of
from plugins.model.consent import Consent, ConsentStatus
from plugins.model.fields import Day, DocumentRef, Line, Listed, Moment, PicturePath, Slug, Words, YesNo
from plugins.model.later import Later
from plugins.model.picture import PictureConsent, alt_findings
from plugins.model.problem import Finding
from plugins.model.taxonomy import Audience, Channel, ContentNote, Nation, Status, Theme
from plugins.model.unwritten import UNWRITTEN_BODY, unwritten

FROM_THE_FILE = {"from_the_file": True}
"""Marks what the file itself says (its name, its body): source fills it in, and no editor may."""


class Document(Later):
    """One file of content. A kind of document is a subclass that adds its own fields and rules."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    kind: ClassVar[str]
    folder: ClassVar[str]
    label: ClassVar[str]
    plural: ClassVar[str]
    index_title: ClassVar[str]
    index_summary: ClassVar[str] = ""
    dated: ClassVar[bool] = True
    points_to: ClassVar[Mapping[str, str]] = {
        "areas": "area",
        "supports": "support",
        "easy_read": "page",
        "easy_read_of": "",
        "related": "",
    }
    """Fields that name something else: of this kind, or of the kind they say themselves."""

    slug: Annotated[Slug, Field(json_schema_extra=FROM_THE_FILE)]
    path: Annotated[str, Field(json_schema_extra=FROM_THE_FILE)]
    digest: Annotated[str, Field(json_schema_extra=FROM_THE_FILE)]
    body: Annotated[SkipValidation[tuple[Block, ...]], Field(json_schema_extra=FROM_THE_FILE)] = ()
    lines: Annotated[SkipValidation[Mapping[str, int]], Field(json_schema_extra=FROM_THE_FILE, repr=False)] = Field(
        default_factory=dict
    )
    original: Annotated[SkipValidation[Document | None], Field(json_schema_extra=FROM_THE_FILE, repr=False)] = None

    title: Words = Field(min_length=5, max_length=80, description="What it is called, in sentence case.")
    summary: Words = Field(
        min_length=40, max_length=200, description="One or two sentences for cards, feeds and email."
    )
    date: Day | None = Field(default=None, description="The day it is published; until then it appears nowhere.")
    updated: Day | None = Field(default=None, description="The day it last changed in a way readers should know.")
    status: Status = Field(default=Status.READY, description="draft, ready or withdrawn.")
    publish_on: Moment | None = Field(default=None, description="Appears from this day and time, if not at once.")
    unpublish_on: Day | None = Field(default=None, description="From this day it appears nowhere.")
    nations: Listed[Nation] = Field(default=(), description="The nations it is true for.")
    areas: Listed[Slug] = Field(default=(), description="The areas it belongs to, by file name.")
    themes: Listed[Theme] = Field(default=(), max_length=4, description="What it is about, four at most.")
    audience: Listed[Audience] = Field(default=(Audience.EVERYONE,), description="Who it is written for.")
    image: PicturePath | None = Field(default=None, description="The name of a picture in content/images.")
    image_alt: Words | None = Field(
        default=None, min_length=5, max_length=250, description="What the picture shows, for people who cannot see it."
    )
    decorative: YesNo = Field(default=False, description="The picture says nothing that the words do not.")
    image_credit: Line | None = Field(default=None, description="Who made the picture.")
    image_consent: PictureConsent | None = Field(
        default=None, description="illustration, stock, or the reference of the consent for a photo of people."
    )
    content_note: Listed[ContentNote] = Field(default=(), description="What readers may want to know before reading.")
    supports: Listed[Slug] = Field(default=(), description="Help lines to show, from content/data/supports.yml.")
    lang: str = Field(
        default="en-GB", pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", description="The language: en-GB, cy, prs."
    )
    translations: Mapping[str, Slug] = Field(default_factory=dict, description="The same text in other languages.")
    translation_of: Slug | None = Field(
        default=None, description="What this says in another language, by file name; it is never seen without that."
    )
    easy_read: Slug | None = Field(default=None, description="The page that says this in Easy Read.")
    easy_read_of: DocumentRef | None = Field(
        default=None, description="What this says in Easy Read, story:first-keys; it is never seen without that."
    )
    example: YesNo = Field(default=False, description="Sample content, which the live site refuses.")
    last_checked: Day | None = Field(default=None, description="The day somebody last checked that this is true.")
    checked_by_role: Line | None = Field(default=None, description="The role of whoever checked it, not their name.")
    second_check: Line | None = Field(
        default=None, description="The role of the second person who has checked this, where its words need one."
    )
    related: Listed[DocumentRef] = Field(default=(), description="Other things to show beside it: story:first-keys.")

    def __eq__(self, other: object) -> bool:
        """Say whether two documents are the same file with the same words."""
        return isinstance(other, Document) and (self.path, self.digest) == (other.path, other.digest)

    def __hash__(self) -> int:
        """Tell documents apart by the file they are, which is all that can differ."""
        return hash((self.path, self.digest))

    @property
    def id(self) -> str:
        """Name this document among all: its kind and its slug, ``story:first-keys``."""
        return f"{self.kind}:{self.slug}"

    @property
    def agreed(self) -> Consent | None:
        """Give the consent that rules this document, or None where nobody's is needed."""
        return self.original.agreed if self.original else None

    @property
    def version_of(self) -> str:
        """Name what this says again, in another language or in Easy Read; nothing where it is itself an original."""
        return f"{self.kind}:{self.translation_of}" if self.translation_of else self.easy_read_of or ""

    @property
    def last_changed(self) -> Day | None:
        """Give the day it last changed in a way readers should know, as far as anybody has written one down."""
        return self.updated or self.date

    @property
    def behind(self) -> bool:
        """Say whether this is a version of something that has changed since, or may have."""
        if self.original is None or self.original.last_changed is None:
            return False
        return self.last_changed is None or self.last_changed < self.original.last_changed

    @property
    def appears(self) -> datetime | None:
        """Give the instant from which this may be seen; None where it always could."""
        moments = [start_of(self.date)] if self.date else []
        if self.publish_on:
            moments.append(self.publish_on)
        if self.original and self.original.appears:
            moments.append(self.original.appears)
        return max(moments, default=None)

    @property
    def disappears(self) -> datetime | None:
        """Give the instant from which this may no longer be seen: its own last day, or the end of its people's yes."""
        ends = [start_of(self.unpublish_on)] if self.unpublish_on else []
        if self.agreed:
            ends.append(end_of(self.agreed.expires))
        if self.original and self.original.disappears:
            ends.append(self.original.disappears)
        return min(ends, default=None)

    def live(self, as_of: datetime) -> bool:
        """Say whether this is ready, inside its own time, and its people's yes stands, whatever the channel.

        A version of something that may not be seen, or is not there, may not be seen either.
        """
        return (
            self.status is Status.READY
            and (self.agreed is None or self.agreed.stands(as_of))
            and (self.appears is None or self.appears <= as_of)
            and (self.disappears is None or as_of < self.disappears)
            and (not self.version_of or (self.original is not None and self.original.live(as_of)))
        )

    def gone(self, as_of: datetime) -> bool:
        """Say whether nobody will see this any more: it was withdrawn, or its time is over."""
        withdrawn = self.agreed is not None and self.agreed.status is ConsentStatus.WITHDRAWN
        ended = self.disappears is not None and self.disappears <= as_of
        return withdrawn or ended or self.status is Status.WITHDRAWN

    def allowed(self, channel: Channel, as_of: datetime) -> bool:
        """Say whether the people in it agreed to this channel at this instant.

        A version goes no further than its original.
        """
        if self.version_of and (self.original is None or not self.original.allowed(channel, as_of)):
            return False
        return self.agreed is None or self.agreed.covers(channel, as_of)

    def ended(self, as_of: datetime) -> bool:  # noqa: ARG002 - kinds that end say when
        """Say whether what this is about is over, so that lists of what is on leave it out."""
        return False

    @property
    def pictures(self) -> tuple[str, ...]:
        """Name every picture it shows, its own first, then those of its body."""
        own = (self.image, getattr(self, "logo", None))
        return tuple(name for name in (*own, *(block.picture for block in self.body)) if name)

    @property
    def words(self) -> str:
        """Give the body as plain text."""
        return "\n".join(block.words for block in self.body)

    @classmethod
    def editor_fields(cls) -> dict[str, Any]:
        """Give the fields that an editor may write, by name."""
        return {name: field for name, field in cls.model_fields.items() if field.json_schema_extra != FROM_THE_FILE}

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this document by itself; kinds add their own rules."""
        yield from self._date_findings()
        yield from self._picture_findings()
        yield from self._unwritten_findings()
        if self.translation_of and self.easy_read_of:
            yield Finding(
                field="easy_read_of",
                code="T01",
                message="A text is a translation or an Easy Read version, not both.",
                fix="Keep one of the two lines.",
            )
        if self.agreed:
            yield from self.agreed.findings()
        if self.content_note and not self.supports:
            yield Finding(
                field="supports",
                code="H01",
                message="A content note needs help lines beside it.",
                fix="Add the ones that fit, for example: supports: [samaritans, shout].",
            )

    def _date_findings(self) -> Iterator[Finding]:
        if self.dated and self.date is None:
            yield Finding(
                field="date",
                code="D01",
                message=f"Every {self.label.lower()} needs the day it is published.",
                fix="Add a line like date: 2026-11-20.",
            )
        if self.date and self.updated and self.updated < self.date:
            yield Finding(
                field="updated",
                code="D04",
                message="It cannot have been updated before it was published.",
                fix=f"Use {self.date} or a later day, or take the line out.",
            )
        if self.appears and self.unpublish_on and start_of(self.unpublish_on) <= self.appears:
            yield Finding(
                field="unpublish_on",
                code="D04",
                message="It would disappear before it appears.",
                fix="Pick a day after the one it is published.",
            )

    def _picture_findings(self) -> Iterator[Finding]:
        if not self.image:
            return
        yield from alt_findings("image_alt", self.image_alt, decorative=self.decorative)
        if not self.image_consent:
            yield Finding(
                field="image_consent",
                code="C05",
                message="Say where the right to show this picture comes from.",
                fix="Add image_consent: illustration, or stock, or the reference of the consent form.",
            )

    def _unwritten_findings(self) -> Iterator[Finding]:
        if self.status is not Status.READY:
            return
        written = {name: getattr(self, name) for name in type(self).editor_fields()}
        empty = list(unwritten(written))
        if any(UNWRITTEN_BODY in prose.html for prose in self.prose()):
            empty.append("")
        for name in empty:
            yield Finding(
                field=name,
                code="F13",
                message="This is ready, but nobody has written this part yet.",
                fix="Write it, take it out, or put status: draft back.",
            )

    def prose(self) -> Iterator[Prose]:
        """Give every piece of running text in the body, in order."""
        for block in self.body:
            yield from block.prose_parts()


def unchecked_for(months: int, last_checked: date | None, as_of: datetime) -> bool:
    """Say whether the last check is more than so many months ago (a month is 30.5 days here); never without one."""
    return last_checked is not None and (as_of.date() - last_checked).days > months * 30.5


def over(day: date | None, as_of: datetime) -> bool:
    """Say whether a day has passed."""
    return day is not None and as_of >= end_of(day)
