"""When an event is: its start and end, how it repeats, and what of it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any, overload

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from plugins.model.agenda import AgendaItem, Programme, agenda_findings, programme
from plugins.model.clock import DAYS, exists
from plugins.model.document import Document
from plugins.model.event_terms import EventStatus
from plugins.model.fields import Count, Day, Line, Moment, YesNo
from plugins.model.problem import Finding, Level
from plugins.model.recurrence import Recurrence, read_recurrence

LONGEST = timedelta(days=3)


@overload
def coming(starts: Sequence[datetime], length: timedelta, at: datetime) -> datetime | None: ...


@overload
def coming(starts: Sequence[float], length: float, at: float) -> float | None: ...


def coming(starts: Sequence[Any], length: Any, at: Any) -> Any:
    """Give the start of the first that is not over at an instant; the last there was if all are over."""
    return next((start for start in starts if start + length > at), starts[-1] if starts else None)


class Occurrence(BaseModel):
    """One time of a series that is not as the others: it moves, or does not happen."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    day: Day = Field(description="Its day in the series.")
    moved_to: Moment | None = Field(default=None, description="When it is now; left out where it is called off.")
    note: Line = Field(description="Why, in plain words and without blame.")


class Timed(Document):
    """A document about something with a start and an end."""

    start: Moment | None = Field(default=None, description="Day and time it starts; left out only while postponed.")
    end: Moment | None = Field(default=None, description="Day and time it ends.")
    all_day: YesNo = Field(default=False, description="It fills whole days, so only the days are shown.")
    recurs: Annotated[Recurrence | None, BeforeValidator(read_recurrence)] = Field(
        default=None, description="every Tuesday until 2027-03-30 except 2026-12-29"
    )
    changed_days: tuple[Occurrence, ...] = Field(
        default=(), description="Single times of a series that move or are called off."
    )
    event_status: EventStatus = Field(default=EventStatus.SCHEDULED, description="scheduled, postponed, cancelled …")
    previous_start: Moment | None = Field(default=None, description="When it was first to start.")
    status_note: Line | None = Field(default=None, description="Why, in plain words and without blame.")
    sequence: Count = Field(default=0, description="One more each time its time, place or status changes.")
    agenda: tuple[AgendaItem, ...] = Field(default=(), description="The programme, item by item.")

    @property
    def starts(self) -> tuple[datetime, ...]:
        """Give every start there is; none while it has no date."""
        if self.start is None:
            return ()
        series = self.recurs.starts(self.start) if self.recurs else ()
        changed = {occurrence.day: occurrence.moved_to for occurrence in self.changed_days}
        found = (changed.get(start.date(), start) for start in series)
        return tuple(sorted(filter(None, found))) or (self.start,)

    @property
    def last_end(self) -> datetime | None:
        """Give the instant when the last of it is over; None while it has no date."""
        if self.start is None or self.end is None:
            return None
        return self.starts[-1] + (self.end - self.start)

    @property
    def revision(self) -> int:
        """Give how often it changed, for calendars, who ignore a change without one; editors may forget to count."""
        moved = self.event_status not in {EventStatus.SCHEDULED, EventStatus.FULL}
        return max(self.sequence, int(moved), len(self.changed_days))

    def next_start(self, at: datetime) -> datetime | None:
        """Give the start of the first that is not over at an instant; the last there was if all are over."""
        if self.start is None:
            return None
        return coming(self.starts, (self.end or self.start) - self.start, at)

    def ended(self, as_of: datetime) -> bool:
        """Say whether the last of it is over; a postponed event is not."""
        return self.last_end is not None and self.last_end <= as_of

    @property
    def programme(self) -> Programme:
        """Give each part of the agenda with the instant it begins; nothing while there is no date."""
        return programme(self.agenda, self.start) if self.start else ()

    def findings(self) -> Iterator[Finding]:
        """Give what is wrong with its time."""
        yield from super().findings()
        yield from self._missing_findings()
        changed = self.event_status not in {EventStatus.SCHEDULED, EventStatus.FULL}
        if changed and not self.status_note:
            yield Finding(
                field="status_note",
                code="E04",
                message="People need to know why it changed.",
                fix="Add status_note: with a plain reason and what happens next.",
            )
        if self.start is None or self.end is None:
            return
        yield from self._length_findings(self.start, self.end)
        yield from self._recurrence_findings(self.start)
        yield from agenda_findings(self.programme, self.start, self.end)

    def _missing_findings(self) -> Iterator[Finding]:
        postponed = self.event_status is EventStatus.POSTPONED
        for name in ("start", "end"):
            if getattr(self, name) is None and not postponed:
                yield Finding(
                    field=name,
                    code="D01",
                    message=f"An event needs its {name}.",
                    fix=f"Add a line like {name}: 2026-12-04 16:00. Only a postponed event may leave it out.",
                )
        if postponed and (self.start or self.end):
            yield Finding(
                field="start" if self.start else "end",
                code="D01",
                message="A postponed event has no date yet.",
                fix="Move the old start to previous_start: and take end: out. With a new date, say rescheduled.",
            )
        if self.event_status in {EventStatus.POSTPONED, EventStatus.RESCHEDULED} and self.previous_start is None:
            yield Finding(
                field="previous_start",
                code="D01",
                message="People who knew the old date need to see it.",
                fix="Add previous_start: with the day and time it was to start.",
            )

    def _length_findings(self, start: datetime, end: datetime) -> Iterator[Finding]:
        if end <= start:
            yield Finding(
                field="end",
                code="D04",
                message="This event ends before it starts.",
                fix=f"It starts on {start:%Y-%m-%d} at {start:%H:%M}; give a later end.",
            )
        elif end - start > LONGEST:
            yield Finding(
                field="end",
                code="D04",
                level=Level.WARNING,
                message="This event is longer than three days.",
                fix="If it happens again and again, use recurs: instead.",
            )

    def _recurrence_findings(self, start: datetime) -> Iterator[Finding]:
        if self.recurs is None:
            if self.changed_days:
                message = "Only a series has single times that change."
                fix = "Use event_status: rescheduled or cancelled for the whole event."
                yield Finding(field="changed_days", code="D06", message=message, fix=fix)
            return
        if start.weekday() != self.recurs.weekday:
            meant, written = DAYS[self.recurs.weekday], DAYS[start.weekday()]
            yield Finding(
                field="start",
                code="D06",
                message=f"{start:%Y-%m-%d} is a {written}, but it repeats every {meant}.",
                fix="Put the day or the weekday right.",
            )
            return
        if slip := self.recurs.slip(start):
            yield Finding(field="recurs", code="D04", message=slip[0], fix=slip[1])
        yield from self._change_findings(start, self.recurs)
        for skipped in (day for day in self.starts if not exists(day)):
            yield Finding(
                field="start",
                code="D05",
                message=f"On {skipped:%Y-%m-%d} there is no {skipped:%H:%M}: the clocks go forward in that hour.",
                fix="Leave that day out with except, or start at another time.",
            )

    def _change_findings(self, start: datetime, series: Recurrence) -> Iterator[Finding]:
        """Give the changed days that are not in the series, or are told of twice."""
        days, seen = {when.date() for when in series.starts(start)}, set[date]()
        for occurrence in self.changed_days:
            if occurrence.day not in days:
                message = f"It would not happen on {occurrence.day}, so that day cannot change."
                yield Finding(field="changed_days", code="D06", message=message, fix="Give a day of the series.")
            elif occurrence.day in seen:
                message = f"{occurrence.day} changes twice."
                yield Finding(field="changed_days", code="D06", message=message, fix="Keep what is true now.")
            seen.add(occurrence.day)
