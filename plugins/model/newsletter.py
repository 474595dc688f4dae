"""A numbered newsletter: one source, read on the web and sent as an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from plugins.model.document import Document
from plugins.model.fields import Email, HttpsLink, Line, Listed, Mailbox, Moment, Month, Number, Several, Words
from plugins.model.problem import Finding, Level
from plugins.model.readers import Readers, Split, split
from plugins.model.taxonomy import Audience

SHOUTING = 4
"""This many capital letters in a row, in a word that is no known abbreviation, is a shout."""

LONG = 4
"""A word of so many letters says something by itself."""

_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_ABBREVIATIONS = frozenset({"CLNM", "LGBTQ", "CAMHS", "NCLM"})


class Newsletter(Document):
    """An issue of the newsletter."""

    kind = "newsletter"
    folder = "newsletters"
    label = "Newsletter"
    plural = "Newsletters"
    index_title = "News"
    index_summary = "Every issue of our newsletter, the latest first."

    issue: Number = Field(description="Its number: one more than the last.")
    month: Month = Field(description="Year and month, the same as the file's name.")
    send_on: Moment = Field(description="When the email goes out; links and dates are checked for this moment.")
    subject: Words = Field(min_length=20, max_length=60, description="The email's subject.")
    preheader: Words = Field(min_length=40, max_length=130, description="The line that inboxes show after the subject.")
    sender: Mailbox | None = Field(
        default=None,
        alias="from",
        description="Who the email is from, if not the site: The news team, or The news team <news@example.org>.",
    )
    reply_to: Email = Field(description="The team address that answers.")
    editions_by: Listed[Split] = Field(
        default=(), description="audience or areas: one email for each of its audiences, or of its areas, or of both."
    )
    signed_by: Several[Line] = Field(description="Who signs: roles, or names as they agreed.")
    contributors: Several[Line] = Field(default=(), description="Who else made it, by the names they chose.")
    survey_url: HttpsLink | None = Field(default=None, description="A form for what readers think.")
    thanks: Line | None = Field(default=None, description="A line of thanks at the end.")

    @property
    def editions(self) -> tuple[Readers, ...]:
        """Give the readers of each of its editions: one edition, unless it says otherwise."""
        return split(self.editions_by, self.audience, self.areas)

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this issue by itself."""
        yield from super().findings()
        yield from self._subject_findings()
        yield from self._edition_findings()
        if not self.slug.startswith(self.month):
            yield Finding(
                field="month",
                code="F09",
                message=f"The month is {self.month}, but the file is called {self.slug}.md.",
                fix=f"Rename the file to {self.month}.md, or put the month right.",
            )
        if not any(block.name == "get-help" for block in self.body):
            yield Finding(
                field="",
                code="N05",
                level=Level.WARNING,
                message="This issue has no help lines.",
                fix="End it with:\n/// get-help\n///",
            )

    def _subject_findings(self) -> Iterator[Finding]:
        """Give what is wrong with what an inbox shows."""
        if not _said(self.preheader) - _said(self.subject):
            yield Finding(
                field="preheader",
                code="N01",
                message="The preheader says the same as the subject, so the inbox shows it twice.",
                fix="Say what else is in the issue.",
            )
        loud = [w for w in re.findall(rf"\b[A-Z]{{{SHOUTING},}}\b", self.subject) if w not in _ABBREVIATIONS]
        if loud or len(_EMOJI.findall(self.subject)) > 1 or "!!" in self.subject:
            yield Finding(
                field="subject",
                code="N01",
                message="The subject shouts, and mail that shouts is filtered out.",
                fix="Use small letters, one emoji and one exclamation mark at the most.",
            )

    def _edition_findings(self) -> Iterator[Finding]:
        """Give what is wrong with how it is split."""
        if Split.AUDIENCE in self.editions_by and (len(self.audience) < 2 or Audience.EVERYONE in self.audience):  # noqa: PLR2004 - several
            yield Finding(
                field="editions_by",
                code="N06",
                message="There is an edition for each audience, but the issue does not name two or more.",
                fix="Name them, like audience: [young-people, lhp-staff]. Or take editions_by out.",
            )
        if Split.AREAS in self.editions_by and not self.areas:
            yield Finding(
                field="editions_by",
                code="N06",
                message="There is an edition for each area, but the issue names none.",
                fix="Name them by their files, like areas: [merecombe, northbridge]. Or take editions_by out.",
            )


def _said(text: str) -> set[str]:
    """Give the words of a line that say something by themselves; of one without long words, all of them."""
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    return {word for word in words if len(word) >= LONG} or words
