"""How an event repeats, in words an editor would say: ``every Tuesday until 2027-03-30 except 2026-12-29``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from plugins.model.clock import DAYS
from plugins.model.dates import day as read_day
from plugins.model.refusal import wrong

LONGEST_SERIES = timedelta(days=5 * 366)
"""Nobody plans a series for longer."""
WEEKDAYS = tuple(day.lower() for day in DAYS)

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_WORDS = re.compile(
    rf"every (?P<other>other )?(?P<day>{'|'.join(WEEKDAYS)}) until (?P<until>{_DAY})"
    rf"(?: except (?P<gaps>{_DAY}(?:(?:, and |, | and ){_DAY})*))?",
    re.IGNORECASE,
)
_FIX = "Write it like: every Tuesday until 2027-03-30 except 2026-12-22, 2026-12-29"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The same weekday, every week or every other week, until a last day, but for some."""

    weekday: int
    weeks: int
    until: date
    gaps: tuple[date, ...]
    words: str

    @property
    def rhythm(self) -> str:
        """Give how often it is, as a sentence begins: Every Tuesday, Every other Tuesday."""
        return f"Every {'other ' if self.weeks > 1 else ''}{DAYS[self.weekday]}"

    def days(self, first: date) -> tuple[date, ...]:
        """Give every day of the series from its first, those left out as well."""
        step = timedelta(weeks=self.weeks)
        last = min(self.until, first + LONGEST_SERIES)
        return tuple(first + step * number for number in range((last - first) // step + 1))

    def starts(self, first: datetime) -> tuple[datetime, ...]:
        """Give every start, at the same wall-clock time on both sides of a clock change."""
        return tuple(
            datetime.combine(day, first.time(), first.tzinfo) for day in self.days(first.date()) if day not in self.gaps
        )

    def slip(self, first: datetime) -> tuple[str, str] | None:
        """Say what cannot be meant of a series that begins at an instant, and what to do; None for most."""
        if self.until < first.date():
            return f"It repeats until {self.until}, which is before it starts.", "Give a later last day."
        if self.until - first.date() > LONGEST_SERIES:
            return "It repeats for more than five years.", "Give an earlier last day, and add the years to come later."
        if not self.starts(first):
            return "Every day of it is left out, so it never happens.", "Take some of those days out."
        strange = next((gap for gap in self.gaps if gap not in self.days(first.date())), None)
        if strange:
            return f"It would not happen on {strange}, so there is nothing to leave out.", "Take that day out."
        return None


def read_recurrence(value: Any) -> Recurrence | None:
    """Read the words; None stays None. Raises the error of a field when they cannot be read."""
    if value is None or isinstance(value, Recurrence):
        return value
    text = re.sub(r"\s+", " ", str(value)).strip()
    match = _WORDS.fullmatch(text)
    if not match:
        raise wrong("E07", f"We cannot tell from “{text[:80]}” when it repeats.", _FIX)
    until = read_day(match["until"])
    gaps = tuple(sorted({read_day(day) for day in re.findall(_DAY, match["gaps"] or "")}))
    weekday = WEEKDAYS.index(match["day"].lower())
    for gap in gaps:
        if gap.weekday() != weekday:
            message = f"{gap} is a {DAYS[gap.weekday()]}, so there is nothing to leave out."
            raise wrong("D06", message, _FIX)
    return Recurrence(weekday, 2 if match["other"] else 1, until, gaps, text)
