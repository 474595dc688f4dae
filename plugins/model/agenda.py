"""An event's programme: its parts, each at its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.clock import LONDON
from plugins.model.fields import Day, Line, Several
from plugins.model.problem import Finding


class AgendaItem(BaseModel):
    """One part of an event's programme."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    time: str = Field(
        pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", description="When it starts, on the 24-hour clock: 16:30."
    )
    title: Line = Field(description="What it is.")
    speakers: Several[Line] = Field(default=(), description="Who speaks: roles, or names as they agreed.")
    kind: Line | None = Field(default=None, description="Talk, workshop, break …")
    day: Day | None = Field(default=None, description="Its day, where the event lasts several; else that before it.")


Programme = tuple[tuple[datetime, AgendaItem], ...]
"""Each part with the instant it begins."""


def programme(agenda: Iterable[AgendaItem], start: datetime) -> Programme:
    """Give the programme of an event that starts at an instant; a part without a day is on that of the one before."""
    day, found = start.date(), []
    for item in agenda:
        day = item.day or day
        found.append((datetime.combine(day, time.fromisoformat(item.time), LONDON), item))
    return tuple(found)


def agenda_findings(programme: Programme, start: datetime, end: datetime) -> Iterator[Finding]:
    """Give what is wrong with the times of a programme."""
    times = [when for when, _ in programme]
    several: date | None = end.date() if end.date() != start.date() else None
    if times != sorted(times):
        fix = "Put them in order."
        if several:
            fix = f"Put them in order; where a new day begins, add a line like day: {several}."
        yield Finding(field="agenda", code="D04", message="The times of the agenda go backwards.", fix=fix)
    elif times and not (start <= times[0] and times[-1] <= end):
        yield Finding(
            field="agenda",
            code="D04",
            message=f"The agenda leaves the event's own time, {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}.",
            fix="Check the times of its items.",
        )
