"""What every block is, and the parts of a body that editors write without slashes: text, headings, dividers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from plugins.model.fields import Listed, Slug, Term
from plugins.model.problem import Finding


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, as HTML and as plain text, both made from one element tree.

    In both, what only the library knows stands between the characters ``OPEN`` and ``CLOSE``, which
    no editor can type: ``url:story:first-keys``, ``support:childline``, ``fact:places``.
    """

    html: str = ""
    text: str = ""

    OPEN: ClassVar[str] = "\ue000"
    CLOSE: ClassVar[str] = "\ue001"

    def __bool__(self) -> bool:
        """Say whether there is anything in it."""
        return bool(self.html or self.text)


@dataclass(frozen=True, slots=True)
class Pair:
    """A short text and what belongs to it, written as a definition list."""

    term: Prose
    detail: Prose


class Holds(Enum):
    """What may stand between a block's slashes."""

    NOTHING = "nothing"
    PROSE = "text"
    ITEMS = "a list"
    PAIRS = "lines with a colon list under each: “: ” at the start of the answer"
    LISTS = "a list of ingredients with hyphens, then a list of numbered steps"
    LINES = "lines that keep their breaks"


class Only(Term):
    """The one target a block is for."""

    WEB = "web"
    EMAIL = "email"


class Block(BaseModel):
    """One part of a body."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    name: ClassVar[str]
    argument: ClassVar[str] = ""
    holds: ClassVar[Holds] = Holds.NOTHING
    speaks: ClassVar[bool] = False
    """Whether the block is nothing without what stands between its slashes."""
    inside: ClassVar[frozenset[str]] = frozenset({"line", "kind", "prose", "items", "pairs", "lists", "verses"})

    line: int = 0
    only: Only | None = Field(default=None, description="web or email: leave it out of the other.")
    readers: Listed[Slug] = Field(
        default=(), description="Only in the email editions for these: audiences, areas by file name, or elsewhere."
    )

    @classmethod
    def options(cls) -> set[str]:
        """Give the names of the options an editor may set on this block."""
        return set(cls.model_fields) - cls.inside - {cls.argument}

    def prose_parts(self) -> Iterator[Prose]:
        """Give the running text it holds, in order."""
        yield from ()

    @property
    def picture(self) -> str:
        """Name the picture it shows; nothing for most blocks."""
        return ""

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with this block by itself."""
        yield from ()

    @property
    def words(self) -> str:
        """Give everything it says, as plain text."""
        return "\n".join(part.text for part in self.prose_parts())


class Running(Block):
    """Plain Markdown between blocks."""

    name = "prose"
    prose: SkipValidation[Prose] = Prose()

    def prose_parts(self) -> Iterator[Prose]:
        """Give the text itself."""
        yield self.prose


class Heading(Block):
    """A heading of the body: ``##`` opens a section, ``###`` a part of one."""

    name = "heading"
    level: int
    text: str
    anchor: str

    @property
    def words(self) -> str:
        """Give the heading."""
        return self.text


class Divider(Block):
    """A line between two parts, written ``---``."""

    name = "divider"


class WithProse(Block):
    """A block that holds running text."""

    holds = Holds.PROSE
    prose: SkipValidation[Prose] = Prose()

    def prose_parts(self) -> Iterator[Prose]:
        """Give the text between the slashes."""
        yield self.prose


class WithItems(Block):
    """A block that holds a list."""

    holds = Holds.ITEMS
    items: SkipValidation[tuple[Prose, ...]] = ()

    def prose_parts(self) -> Iterator[Prose]:
        """Give each item of the list."""
        yield from self.items


class WithPairs(Block):
    """A block that holds lines, each with what belongs to it."""

    holds = Holds.PAIRS
    pairs: SkipValidation[tuple[Pair, ...]] = ()

    def prose_parts(self) -> Iterator[Prose]:
        """Give each line and what belongs to it."""
        for pair in self.pairs:
            yield pair.term
            yield pair.detail
