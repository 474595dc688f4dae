"""How an event gets into a reader's own calendar, and out of it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode

from plugins.model import Event
from plugins.model.event_terms import EventStatus
from plugins.view import words
from plugins.view.frame import Link
from plugins.view.viewpoint import Viewpoint

GOOGLE = "https://calendar.google.com/calendar/render"
"""Phones with Android often have no program that opens the file, but this one."""


def to_calendar(event: Event, here: Viewpoint, page: str) -> tuple[Link, ...]:
    """Link the event's file, which every calendar reads, and the form of the calendar that most Android phones have.

    ``page`` is the whole address of the event's page. Of an event that is off, only the file: it takes it out again.
    """
    file = calendar_file(event, here)
    if event.event_status is EventStatus.CANCELLED:
        return (Link("Take it off your calendar", file),)
    if event.ended(here.today) or event.start is None or event.end is None:
        return ()
    return Link("Add it to your calendar", file), Link("Add it to Google Calendar", _google(event, page))


def calendar_file(event: Event, here: Viewpoint) -> str:
    """Link an event's own calendar; a translation has that of its original."""
    return here.links.to(f"/calendars/{event.translation_of or event.slug}.ics")


def _google(event: Event, page: str) -> str:
    start = event.next_start(datetime.min.replace(tzinfo=event.start.tzinfo)) if event.start else None
    if event.start is None or event.end is None or start is None:
        return ""
    end = start + (event.end - event.start)
    if event.all_day:
        dates = f"{start:%Y%m%d}/{end + timedelta(days=1):%Y%m%d}"
    else:
        dates = f"{start:%Y%m%dT%H%M%S}/{end:%Y%m%dT%H%M%S}"
    asked = {"action": "TEMPLATE", "text": event.title, "dates": dates, "ctz": "Europe/London"}
    if event.recurs:
        asked["recur"] = f"RRULE:FREQ=WEEKLY;INTERVAL={event.recurs.weeks};UNTIL={event.recurs.until:%Y%m%d}T235959Z"
    return f"{GOOGLE}?{urlencode({**asked, 'location': words.event_where(event), 'details': page})}"
