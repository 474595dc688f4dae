"""Duties as a list to read, as JSON, and as a calendar for the team (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import icalendar

from plugins.desk.duties import Duty
from plugins.model.clock import day_in_words

PRODUCT = "-//CLNM Press//Duties//EN"


def as_text(duties: Sequence[Duty], today: datetime) -> str:
    """Write duties for people: what is late first."""
    if not duties:
        return "Nothing is due."
    late = [duty for duty in duties if duty.day < today.date()]
    coming = [duty for duty in duties if duty.day >= today.date()]
    parts = [("Late", late), ("Due", coming)]
    return "\n\n".join(f"{title}:\n{_lines(found)}" for title, found in parts if found)


def _lines(duties: Iterable[Duty]) -> str:
    return "\n".join(f"  {day_in_words(one.day)}  {one.what}\n      {one.path}: {one.how}" for one in duties)


def as_json(duties: Sequence[Duty]) -> str:
    """Write duties as a JSON list."""
    found = [
        {"day": one.day.isoformat(), "kind": one.kind, "what": one.what, "how": one.how, "path": one.path}
        for one in duties
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_calendar(duties: Sequence[Duty], stamp: datetime, name: str) -> str:
    """Write duties as all-day entries that take no time, each with a reminder a week before."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("name", name)
    made.add("x-wr-calname", name)
    for duty in duties:
        made.add_component(_event(duty, stamp))
    return bytes(made.to_ical()).decode()


def _event(duty: Duty, stamp: datetime) -> icalendar.Event:
    event = icalendar.Event()
    mark = hashlib.sha256(f"{duty.path} {duty.kind} {duty.what}".encode()).hexdigest()[:16]
    event.add("uid", f"{duty.day:%Y%m%d}-{mark}@duties.clnm")
    event.add("dtstamp", stamp)
    event.add("dtstart", duty.day)
    event.add("dtend", duty.day + timedelta(days=1))
    event.add("summary", duty.what)
    event.add("description", f"{duty.how}\n{duty.path}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", duty.what)
    alarm.add("trigger", timedelta(days=-7))
    event.add_component(alarm)
    return event
