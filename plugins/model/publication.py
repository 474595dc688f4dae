"""Something to read, watch or print: a report, a film, a poster."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from plugins.model.document import Document
from plugins.model.fields import HttpsLink, Line, Several, Term
from plugins.model.problem import Finding


class PublicationKind(Term):
    """What sort of publication it is."""

    REPORT = "report"
    PEER_EVALUATION = "peer-evaluation", "Peer evaluation"
    GUIDE = "guide"
    PRESS_RELEASE = "press-release", "Press release"
    FILM = "film"
    PODCAST = "podcast"
    POSTER = "poster"
    MINUTES = "minutes"


SPOKEN = frozenset({PublicationKind.FILM, PublicationKind.PODCAST})


class Publication(Document):
    """A publication, always with a way to read it that works for everybody."""

    kind = "publication"
    folder = "publications"
    label = "Publication"
    plural = "Publications"
    index_title = "Publications"
    index_summary = "Reports, films and posters, each with a version that works for everybody."

    publication_kind: PublicationKind = Field(description="report, guide, film, poster …")
    authors: Several[Line] = Field(min_length=1, description="Organisations, or names as people agreed.")
    link: HttpsLink | None = Field(default=None, description="Where the file or film is.")
    file_format: Line | None = Field(default=None, description="What the file is: PDF, MP3.")
    file_size: Line | None = Field(default=None, description="How much data it costs: 1.2 MB.")
    accessible_version: Line | None = Field(
        default=None,
        description="Where the accessible version is, or why there is none; this page, if its text is here.",
    )
    length: Line | None = Field(default=None, description="How long it plays: 3 minutes.")
    captions: Line | None = Field(default=None, description="Whether it has captions.")
    licence: Line | None = Field(default=None, description="What others may do with it.")
    isbn: Line | None = Field(default=None, description="Its ISBN, if it has one.")
    doi: Line | None = Field(default=None, description="Its DOI, if it has one.")

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this publication by itself."""
        yield from super().findings()
        if self.link and self.publication_kind not in SPOKEN and not (self.file_format and self.file_size):
            yield Finding(
                field="file_size",
                code="B01",
                message="Readers pay for data, so say what the file is and how big.",
                fix="Add file_format: PDF and file_size: 1.2 MB.",
            )
        if self.publication_kind in SPOKEN and not self.body:
            yield Finding(
                field="",
                code="A10",
                message="A film or podcast needs its words in writing.",
                fix="Write the transcript under the second ---.",
            )
        if not self.body and not self.accessible_version:
            yield Finding(
                field="accessible_version",
                code="A10",
                message="Some people cannot read the file.",
                fix="Put the text under the second ---, or say in accessible_version: where it is.",
            )
