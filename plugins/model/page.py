"""A page of the site that is no news: about, contact, rights, policies, programmes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from plugins.model.document import Document
from plugins.model.fields import Day, HttpsLink, Line, Number, Term
from plugins.model.problem import Finding


class PageKind(Term):
    """What sort of page it is."""

    PLAIN = "plain"
    HOME = "home"
    RIGHTS = "rights"
    POLICY = "policy"
    HELP = "help"
    FORM_LINK = "form-link"
    SERVICE = "service"
    PROGRAMME = "programme"


class Page(Document):
    """A page, at an address that is just its file's name."""

    kind = "page"
    folder = "pages"
    label = "Page"
    plural = "Pages"
    index_title = "Pages"
    index_summary = "Everything else on this site."
    dated = False

    page_kind: PageKind = Field(default=PageKind.PLAIN, description="plain, rights, policy, help, service …")
    nav_order: Number | None = Field(default=None, description="Its place in the footer's list, if it has one.")
    nav_label: Line | None = Field(default=None, description="A shorter name for lists of links.")
    slogan: Line | None = Field(default=None, description="A short line above everything, for home and services.")
    source: HttpsLink | None = Field(default=None, description="Where the law or rule is written down.")
    started: Day | None = Field(default=None, description="The day a programme began.")
    ended_on: Day | None = Field(default=None, description="The day a programme ended; the page then says so on top.")
    ended_note: Line | None = Field(default=None, description="What came after, in a sentence.")

    @property
    def is_programme(self) -> bool:
        """Say whether it tells of a programme."""
        return self.page_kind is PageKind.PROGRAMME

    @property
    def footer(self) -> str:
        """Give what the foot of each page calls it; nothing where it does not stand there."""
        there = self.nav_order is not None and self.page_kind is not PageKind.HOME
        return (self.nav_label or self.title) if there else ""

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this page by itself."""
        yield from super().findings()
        if self.page_kind is PageKind.RIGHTS:
            for name in ("nations", "last_checked", "source"):
                if not getattr(self, name):
                    yield Finding(
                        field=name,
                        code="O02",
                        message=f"A page about rights needs its {name.replace('_', ' ')}.",
                        fix=f"Add {name}:, so that readers know where and when it was true.",
                    )
        if self.started and self.ended_on and self.ended_on < self.started:
            yield Finding(field="ended_on", code="D04", message="It ended before it started.", fix="Swap the two days.")
