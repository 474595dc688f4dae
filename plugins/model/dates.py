"""Days and moments as editors write them: one way that cannot be misread, and a kind word about the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pydantic_core import PydanticCustomError

from plugins.model.clock import LONDON, MONTHS, exists
from plugins.model.refusal import wrong

FIRST_YEAR = 2017
"""CLNM began in this year; an earlier date is a slip of the finger."""
LAST_YEAR = 2199
"""Further ahead nobody plans."""

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{2}|[0-9]{4})")
_MONTH_NAMED = re.compile(r"(?:[a-z]+,? +)?([0-9]{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+([0-9]{2}|[0-9]{4})")
_NAME_FIRST = re.compile(r"([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{2}|[0-9]{4})")
_MOMENT = re.compile(r"(\S+?)(?:T| +)([0-9]{1,2}):([0-9]{2})(?::00)?")


def day(value: Any) -> date:
    """Read a day written year-month-day (ISO 8601). Raises the error of a field for anything else."""
    text = _tidy(value)
    if match := _ISO_DAY.fullmatch(text):
        on = _date(*(int(part) for part in match.groups()))
        if on is None:
            raise _none_such(text)
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            early = f"before {FIRST_YEAR}, when CLNM began" if on.year < FIRST_YEAR else "too far ahead"
            raise wrong("D01", f"{text} is {early}.", "Check the year.")
        return on
    if (match := _MOMENT.fullmatch(text)) and _ISO_DAY.fullmatch(match[1]):
        raise wrong("D01", "A day is enough here, without a time.", f"Change it to: {match[1]}")
    found = list(_readings(text.lower()))
    readings = list(dict.fromkeys(reading.isoformat() for reading in found if reading))
    if len(readings) > 1:
        raise wrong("D02", f"{text} can be read as two different days.", f"Write {readings[0]} or {readings[1]}.")
    if readings:
        raise wrong("D01", "Write the date as year-month-day.", f"Change it to: {readings[0]}")
    if found:
        raise _none_such(text)
    message = f"“{text[:60]}” is not a date we can be sure of."
    raise wrong("D01", message, "Write it as year-month-day: 2026-10-31.")


def _none_such(text: str) -> PydanticCustomError:
    fix = "Look at a calendar and write the day again: year-month-day."
    return wrong("D03", f"There is no such day as {text[:60]}.", fix)


def moment(value: Any) -> datetime:
    """Read a day and a time of London's clocks. Raises the error of a field for anything else, or a skipped hour."""
    if isinstance(value, datetime):
        return value.astimezone(LONDON)
    text = _tidy(value)
    match = _MOMENT.fullmatch(text)
    if not match:
        message = f"“{text[:60]}” needs a day and a time."
        raise wrong("D01", message, "Write year-month-day and the 24-hour time: 2026-12-04 16:00.")
    on, hour, minute = day(match[1]), int(match[2]), int(match[3])
    if hour > 23 or minute > 59:  # noqa: PLR2004 - the hours and minutes of a clock
        raise wrong("D03", f"There is no time {match[2]}:{match[3]}.", "Use the 24-hour clock, 00:00 to 23:59.")
    found = datetime(on.year, on.month, on.day, hour, minute, tzinfo=LONDON)
    if not exists(found):
        message = f"{match[2]}:{match[3]} on {on.isoformat()} does not exist: the clocks go forward in that hour."
        raise wrong("D05", message, "Pick a time before 01:00 or from 02:00 on.")
    return found


def _tidy(value: Any) -> str:
    """Read what was plainly meant: hyphens of another length, spaces of another width."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    return re.sub(r"\s+", " ", re.sub("[\u2010-\u2015\u2212]", "-", text)).strip()


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _readings(text: str) -> Iterator[date | None]:
    """Give every day that a text may mean."""
    if match := _YEAR_FIRST.fullmatch(text):
        yield _date(*(int(part) for part in match.groups()))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        yield _date(_whole(year), second, first)
        yield _date(_whole(year), first, second)
    if match := _MONTH_NAMED.fullmatch(text):
        yield _date(_whole(int(match[3])), _month(match[2]), int(match[1]))
    if match := _NAME_FIRST.fullmatch(text):
        yield _date(_whole(int(match[3])), _month(match[1]), int(match[2]))


def _whole(year: int) -> int:
    return year + 2000 if year < 100 else year  # noqa: PLR2004 - a year of two figures


def _month(name: str) -> int:
    return next((number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name)), 0)
