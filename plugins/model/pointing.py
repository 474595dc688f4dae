"""The blocks that show other documents: one by its name, or those that a choice finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from plugins.model.fields import Slug, Term
from plugins.model.parts import Block
from plugins.model.problem import Finding
from plugins.model.taxonomy import Theme


class Show(Term):
    """How much of another document a reference shows."""

    CARD = "card"
    QUOTE = "quote"
    FULL = "full"


_SHOWN = {Show.QUOTE: ("story",), Show.FULL: ("story", "event")}


class Reference(Block):
    """Another document, shown here by reference and never by copy."""

    name = "reference"
    argument = "slug"
    kind: Annotated[str, Field(description="The kind of document; it is the block's name.")]
    slug: Slug = Field(description="The other document's file name.")
    show: Show = Field(default=Show.CARD, description="card, quote (stories) or full (stories and events).")

    def findings(self) -> Iterator[Finding]:
        """Give what cannot be shown of this kind."""
        if self.show is not Show.CARD and self.kind not in _SHOWN[self.show]:
            yield Finding(
                field="show",
                code="F17",
                message=f"Only {' and '.join(_SHOWN[self.show])} can be shown as {self.show}.",
                fix="Take the line out, so that a card is shown.",
            )


class Listing(Block):
    """Documents of one kind, worked out when the site is built."""

    name = "listing"
    argument = "choice"
    kind: Annotated[str, Field(description="The kind of document; it is the block's name, in the plural.")]
    choice: str = Field(
        default="all",
        pattern=r"^(?:all|latest|this month|(?:next|new) [1-9]\d?)$",
        description="all, latest, this month, next 4 or new 3.",
    )
    theme: Theme | None = Field(default=None, description="Only those with this theme.")
    area: Slug | None = Field(default=None, description="Only those of this area.")

    @property
    def count(self) -> int | None:
        """Give how many are wanted; None for all there are."""
        if self.choice == "latest":
            return 1
        last = self.choice.rsplit(" ", 1)[-1]
        return int(last) if last.isdigit() else None
