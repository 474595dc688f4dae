"""One of the things CLNM sets out to do, and what has come of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.document import Document
from plugins.model.fields import DocumentRef, Line, Listed, Number, Slug, Term, Text, Year


class Progress(Term):
    """How far an action has come."""

    PLANNED = "planned"
    DOING = "doing", "Doing it now"
    DONE = "done"


class Action(BaseModel):
    """One thing that was or will be done."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    year: Year = Field(description="The year.")
    text: Line = Field(description="What it is.")
    status: Progress = Field(description="planned, doing or done.")


class Objective(Document):
    """An objective, in the order CLNM names them."""

    kind = "objective"
    folder = "objectives"
    label = "Objective"
    plural = "Objectives"
    index_title = "Our objectives"
    index_summary = "The four things we set out to do."
    dated = False
    points_to: ClassVar[Mapping[str, str]] = {**Document.points_to, "evidence": "", "led_by": "person"}

    order: Number = Field(le=20, description="Its number.")
    strapline: Line = Field(description="What it is, in a few words.")
    what_it_means: Text = Field(description="What it means, in plain words.")
    actions: tuple[Action, ...] = Field(default=(), description="What was done and will be: year, text, status.")
    evidence: Listed[DocumentRef] = Field(default=(), description="Stories and publications that show it.")
    led_by: Listed[Slug] = Field(default=(), description="The people who lead it.")
