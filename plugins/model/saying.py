"""The blocks that say or show something: a picture, a quote, a box, a poem."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, SkipValidation

from plugins.model.fields import Day, Line, PicturePath, Words, YesNo
from plugins.model.parts import Block, Holds, WithProse
from plugins.model.picture import PictureConsent, alt_findings
from plugins.model.problem import Finding


class Figure(WithProse):
    """A picture with a caption (the text between the slashes) and who made it."""

    name = "figure"
    argument = "image"
    image: PicturePath = Field(description="The picture's name in content/images.")
    alt: Words = Field(default="", max_length=250, description="What it shows, for people who cannot see it.")
    decorative: YesNo = Field(default=False, description="It says nothing that the words do not.")
    credit: Line | None = Field(default=None, description="Who made it.")
    image_consent: PictureConsent = Field(
        description="illustration, stock, or the reference of the consent for a photo of people."
    )

    @property
    def picture(self) -> str:
        """Name the picture."""
        return self.image

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with what is said of the picture."""
        return alt_findings("alt", self.alt, decorative=self.decorative)


class Quote(WithProse):
    """What somebody said, over as many paragraphs as they need, and who they are as far as they agreed."""

    name = "quote"
    speaks = True
    argument = "by"
    by: Line | None = Field(default=None, description="Who said it: a name they chose, or only a role.")
    organisation: Line | None = Field(default=None, description="Where they speak from.")


class Notice(WithProse):
    """Something readers must not miss, for as long as it is true."""

    name = "notice"
    speaks = True
    argument = "title"
    title: Line = Field(description="What it is about.")
    until: Day | None = Field(default=None, description="The last day it is shown.")
    review: Day | None = Field(default=None, description="The day somebody must check that it is still true.")


class InShort(WithProse):
    """The main points in a box of their own."""

    name = "in-short"
    speaks = True
    argument = "title"
    title: Line = Field(default="In short", description="The box's heading.")


class Details(WithProse):
    """Text that opens on a tap on the web, and stands open in email and print."""

    name = "details"
    speaks = True
    argument = "title"
    title: Line = Field(description="What the tap opens.")


class Poem(Block):
    """A poem, its lines and verses kept."""

    name = "poem"
    argument = "title"
    holds = Holds.LINES
    speaks = True
    title: Line | None = Field(default=None, description="What it is called.")
    by: Line | None = Field(default=None, description="The name its writer chose.")
    verses: SkipValidation[tuple[tuple[str, ...], ...]] = ()

    @property
    def words(self) -> str:
        """Give the poem as it is written."""
        return "\n\n".join("\n".join(verse) for verse in self.verses)
