"""Time as the press knows it: Europe/London, and one instant that the whole build happens at."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def start_of(day: date) -> datetime:
    """Give the first instant of a day in London."""
    return datetime.combine(day, time.min, LONDON)


def end_of(day: date) -> datetime:
    """Give the first instant after a day in London."""
    return start_of(day + timedelta(days=1))


def exists(moment: datetime) -> bool:
    """Say whether a London wall-clock time exists: in the hour that spring skips, none does."""
    return moment.astimezone(UTC).astimezone(LONDON).replace(fold=moment.fold) == moment


def day_in_words(day: date, *, weekday: bool = False) -> str:
    """Write a day as people say it, whatever the machine's language: Friday 4 December 2026."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]} {words}" if weekday else words


def time_in_words(moment: datetime | time) -> str:
    """Write a time as people say it: 4pm, 4:30pm, midday, midnight."""
    if moment.minute == 0 and moment.hour in {0, 12}:
        return "midday" if moment.hour else "midnight"
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02d}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"  # noqa: PLR2004 - hours of a clock
