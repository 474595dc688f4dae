"""The blocks that arrange several things: steps, figures, answers, what happened when, a recipe."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, SkipValidation

from plugins.model.fields import Line
from plugins.model.parts import Block, Holds, Prose, WithItems, WithPairs


class Steps(WithItems):
    """What to do, in order."""

    name = "steps"
    argument = "title"
    title: Line | None = Field(default=None, description="A line above the steps.")


class Grid(WithItems):
    """Several things of the same weight, numbered, side by side where there is room."""

    name = "grid"
    argument = "title"
    title: Line | None = Field(default=None, description="A line above the grid.")


class Numbers(WithPairs):
    """Figures that matter, each with what it counts."""

    name = "numbers"
    argument = "title"
    title: Line | None = Field(default=None, description="A line above the figures.")
    source: Line | None = Field(default=None, description="Where the figures come from.")


class YouSaidWeDid(WithPairs):
    """What young people said, and what changed."""

    name = "you-said-we-did"


class Timeline(WithPairs):
    """What happened when."""

    name = "timeline"


class Cohorts(WithPairs):
    """Who took part, by phase."""

    name = "cohorts"


class Recipe(Block):
    """Something to cook: a list of ingredients, then numbered steps."""

    name = "recipe"
    argument = "title"
    holds = Holds.LISTS
    title: Line = Field(description="What it is called.")
    serves: Line | None = Field(default=None, description="How many it feeds.")
    cost: Line | None = Field(default=None, description="What it costs.")
    time: Line | None = Field(default=None, description="How long it takes.")
    lists: SkipValidation[tuple[tuple[Prose, ...], ...]] = ()

    def prose_parts(self) -> Iterator[Prose]:
        """Give the ingredients, then the steps."""
        for items in self.lists:
            yield from items
