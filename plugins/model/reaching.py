"""The blocks that lead somewhere: to a page, a film, an answer, a team, a help line."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from plugins.model.addresses import vague
from plugins.model.fields import Email, HttpsLink, Line, Listed, Phone, PicturePath, Slug, Target, Words
from plugins.model.parts import Block, WithProse
from plugins.model.picture import PictureConsent, alt_findings
from plugins.model.problem import Finding


class Button(Block):
    """One thing to do next; the text after the bar is what the button says."""

    name = "button"
    argument = "label"
    label: Line = Field(description="What the button says.")
    link: Target = Field(description="https://…, or something of ours, like event:winter-meet-up.")
    note: Line | None = Field(default=None, description="A short line under it: where it leads, what it costs.")

    def findings(self) -> Iterator[Finding]:
        """Object to a button that does not say what it does."""
        if vague(self.label):
            yield Finding(
                field="",
                code="A04",
                message=f"“{self.label}” makes no sense on its own.",
                fix="Say what happens: “Book a place at the winter meet-up”.",
            )


class Film(WithProse):
    """A film as a picture and a link out: nothing is loaded from anybody before the tap."""

    name = "film"
    argument = "title"
    title: Line = Field(description="What the film is called.")
    link: HttpsLink = Field(description="Where it plays.")
    poster: PicturePath = Field(description="A picture from it, in content/images.")
    poster_alt: Words = Field(min_length=5, max_length=250, description="What that picture shows.")
    image_consent: PictureConsent = Field(
        description="illustration, stock, or the reference of the consent for a picture of people."
    )
    length: Line | None = Field(default=None, description="How long it is: 3 minutes.")
    size: Line | None = Field(default=None, description="How much data it takes: 25 MB.")
    transcript: Target | None = Field(
        default=None, description="Where its words are: publication:our-film, or https://…"
    )

    @property
    def picture(self) -> str:
        """Name the picture that stands for the film."""
        return self.poster

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with what is said of the poster."""
        return alt_findings("poster_alt", self.poster_alt)


class Ask(WithProse):
    """One question to readers, and how to answer."""

    name = "ask"
    argument = "question"
    question: Line = Field(description="The question.")
    link: HttpsLink | None = Field(default=None, description="Where to answer.")
    email: Email | None = Field(default=None, description="A team address to answer to.")

    def findings(self) -> Iterator[Finding]:
        """Give what is missing for an answer."""
        if not (self.link or self.email):
            yield Finding(
                field="",
                code="A05",
                message="There is no way to answer.",
                fix="Add an option: link: with a form, or email: with a team address.",
            )


class Contact(WithProse):
    """How to reach a role, never a young person."""

    name = "contact"
    argument = "who"
    who: Line = Field(description="The role or the team.")
    email: Email | None = Field(default=None, description="The team's address.")
    phone: Phone | None = Field(default=None, description="The team's number.")
    link: HttpsLink | None = Field(default=None, description="A form, where there is one.")
    hours: Line | None = Field(default=None, description="When somebody answers.")

    def findings(self) -> Iterator[Finding]:
        """Give what is missing to reach them."""
        if not (self.email or self.phone or self.link):
            yield Finding(
                field="",
                code="A05",
                message="There is no way to reach them.",
                fix="Add an option: email:, phone: or link:.",
            )


class GetHelp(WithProse):
    """Lines of support, with their numbers from the one list."""

    name = "get-help"
    argument = "title"
    title: Line = Field(default="Get help", description="The panel's heading.")
    supports: Listed[Slug] = Field(default=(), description="Ids from content/data/supports.yml; all if left out.")
