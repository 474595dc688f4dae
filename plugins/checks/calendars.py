"""Calendars: whether each can be read whole, and each event has what programs tell it by (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import icalendar

from plugins.model import Problem

LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""
_FIX = "Calendar programs would refuse it, or show an event twice; look at the room calendars."


def event_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Give what is wrong with a calendar beyond its first and last lines."""
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > LONGEST:
            yield _at(name, number, f"This line has {len(line)} octets; {LONGEST} is the most.")
    try:
        found = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        yield _at(name, 0, f"This calendar cannot be read: {error}.")
        return
    wrong = [f"It has no {field}." for field in ("PRODID", "VERSION") if field not in found]
    events = found.walk("VEVENT")
    for event in events:
        wrong += [f"An event has no {field}." for field in ("UID", "DTSTAMP", "DTSTART") if field not in event]
        wrong += [f"An event has a {field} that cannot be read." for field, _ in event.errors]
    same = Counter((str(event.get("UID")), str(event.get("RECURRENCE-ID"))) for event in events)
    wrong += [f"{number} events have the UID {uid}." for (uid, _), number in same.items() if number > 1]
    yield from (_at(name, 0, message) for message in dict.fromkeys(wrong))


def _at(name: str, line: int, message: str) -> Problem:
    return Problem(path=name, line=line, field="", message=message, fix=_FIX, code="K04")
