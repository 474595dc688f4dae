"""A success story: somebody's own, told as far as they agreed, for as long as they agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from plugins.model.consent import Consent, ConsentStatus, Images
from plugins.model.document import Document
from plugins.model.fields import Day, DocumentRef, Line, Slug, Term, Text, YesNo
from plugins.model.photos import photo_findings
from plugins.model.picture import DRAWN
from plugins.model.problem import Finding, Level
from plugins.model.taxonomy import AgeBand, Region, Status
from plugins.model.withheld import wording

QUOTE_WORDS = 40
UNNAMED = "A young person"
"""What stands in the place of a name that nobody may read; many storytellers give it as theirs."""


class Identity(Term):
    """How the storyteller is named."""

    FULL_NAME = "full-name"
    FIRST_NAME = "first-name"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"


class Place(Term):
    """The finest place that may appear anywhere."""

    NONE = "none"
    NATION = "nation"
    REGION = "region"
    AREA = "area"


class ToldBy(Term):
    """How the words came about."""

    OWN_WORDS = "own-words", "In their own words"
    INTERVIEW = "interview", "Told in an interview"
    WRITTEN_WITH = "written-with", "Written together with a worker"
    STAFF_SUMMARY = "staff-summary", "Summed up by our team"


_STRAIGHT = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}


def is_nobody(name: str) -> bool:
    """Say whether a name is what everybody may be called."""
    return wording(name) == wording(UNNAMED)


def comparable(text: str) -> str:
    """Reduce a text to what matters when a quote is looked up in it: words, whatever the quote marks."""
    for curly, straight in _STRAIGHT.items():
        text = text.replace(curly, straight)
    return " ".join(text.split()).casefold()


class Story(Document):
    """A success story; without a consent there is none."""

    kind = "story"
    folder = "stories"
    label = "Story"
    plural = "Stories"
    index_title = "Stories"
    index_summary = "Care leavers tell what happened, what helped and what came next."
    points_to: ClassVar[Mapping[str, str]] = {**Document.points_to, "area": "area", "next_step": ""}

    storyteller: Line = Field(description="The name they chose, which need not be their own.")
    identity: Identity = Field(description="full-name, first-name, pseudonym, anonymous or collective.")
    age_band: AgeBand | None = Field(default=None, description="Their age as a band, never exactly.")
    location_shown: Place = Field(
        default=Place.REGION, description="The finest place shown: none, nation, region, area."
    )
    region: Region | None = Field(default=None, description="Their region, shown if location_shown is region or area.")
    area: Slug | None = Field(default=None, description="Their area, shown only if location_shown is area.")
    told_by: ToldBy = Field(description="own-words, interview, written-with or staff-summary.")
    pull_quote: Line | None = Field(default=None, description="Up to 40 words of theirs, exactly as in the text.")
    what_helped: Text = Field(description="The people, services and money that helped.")
    next_step: DocumentRef | None = Field(default=None, description="An offer or page that a reader can use next.")
    other_people_checked: YesNo = Field(default=False, description="A worker has asked the other people it names.")
    storyteller_approved_on: Day | None = Field(
        default=None, description="The day they saw the final words and said yes; a draft has none yet."
    )
    consent: Consent = Field(description="What they agreed to.")

    @property
    def agreed(self) -> Consent:
        """Give the storyteller's consent."""
        return self.consent

    @property
    def untold(self) -> str:
        """Give the name that nobody may read even where the story may be seen; nothing where there is none."""
        return self.storyteller if self.identity is Identity.ANONYMOUS and not is_nobody(self.storyteller) else ""

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this story by itself."""
        yield from super().findings()
        withdrawn = self.status is Status.WITHDRAWN or self.consent.status is ConsentStatus.WITHDRAWN
        if withdrawn and self.body:
            yield Finding(
                field="consent.status",
                code="C06",
                message="This story was withdrawn, but its words are still in the file.",
                fix="Delete everything under the second ---, so that nothing of it is kept.",
            )
        if self.status is Status.READY and self.storyteller_approved_on is None:
            yield Finding(
                field="storyteller_approved_on",
                code="C01",
                message="Nothing says that the storyteller has seen these words.",
                fix="Show them, then add storyteller_approved_on: with that day. Until then: status: draft.",
            )
        yield from self._quote_findings()
        yield from self._name_findings()
        yield from self._place_findings()
        yield from self._photo_findings()
        yield from photo_findings(self, self.consent)

    def _photo_findings(self) -> Iterator[Finding]:
        photo = bool(self.image) and self.image_consent != DRAWN
        shown = [block for block in self.body if getattr(block, "image_consent", DRAWN) != DRAWN]
        if self.consent.images is Images.NONE and (photo or shown):
            yield Finding(
                field="image" if photo else "",
                code="C05",
                message="The storyteller said no photos.",
                fix="Take the picture out, or use an illustration and say image_consent: illustration.",
            )
        named = self.identity in {Identity.FULL_NAME, Identity.FIRST_NAME}
        if self.consent.under_18_when_given and named and (photo or shown):
            yield Finding(
                field="image" if photo else "",
                code="C05",
                message="A person under 18 is shown by name or by photo, never by both.",
                fix="Take the picture out, or use a name they choose: identity: pseudonym.",
            )

    def _quote_findings(self) -> Iterator[Finding]:
        if not self.pull_quote:
            return
        if len(self.pull_quote.split()) > QUOTE_WORDS:
            yield Finding(
                field="pull_quote",
                code="Q01",
                message=f"A quote has {QUOTE_WORDS} words at most; this one has {len(self.pull_quote.split())}.",
                fix="Pick the sentence that matters most.",
            )
        spoken = self.told_by is not ToldBy.STAFF_SUMMARY and self.body
        if spoken and comparable(self.pull_quote) not in comparable(self.words):
            yield Finding(
                field="pull_quote",
                code="Q02",
                message="These words are not in the story, so nobody said them.",
                fix="Copy the quote from the story, word for word.",
            )

    def _name_findings(self) -> Iterator[Finding]:
        if self.identity is Identity.FIRST_NAME and len(self.storyteller.split()) > 1:
            yield Finding(
                field="storyteller",
                code="P05",
                level=Level.WARNING,
                message="They agreed to their first name only, and this looks like more.",
                fix=f"If the rest is a surname, write “{self.storyteller.split()[0]}”.",
            )

    def _place_findings(self) -> Iterator[Finding]:
        if self.location_shown is Place.AREA and self.area is None:
            yield Finding(
                field="area",
                code="P02",
                message="The story may show its area, but no area is given.",
                fix="Add area: with the area's file name, or set location_shown: region.",
            )
        if self.location_shown in {Place.REGION, Place.AREA} and self.region is None:
            yield Finding(
                field="region",
                code="P02",
                message="The story may show its region, but no region is given.",
                fix="Add region:, for example region: north-west, or set location_shown: nation.",
            )
        if self.location_shown is Place.AREA and self.identity in {Identity.PSEUDONYM, Identity.ANONYMOUS}:
            yield Finding(
                field="location_shown",
                code="P02",
                level=Level.WARNING,
                message="So few people live in one House Project that the area alone may name them.",
                fix="Show the region instead: location_shown: region.",
            )
        if self.location_shown is not Place.AREA and self.areas:
            yield Finding(
                field="areas",
                code="P02",
                message="The areas show more of the place than location_shown allows.",
                fix="Take the areas line out.",
            )
