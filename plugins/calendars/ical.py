"""How events are written for calendars: iCalendar, RFC 5545, with the names and times of RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import icalendar

from plugins.library import Entry
from plugins.model import Event
from plugins.model.event_terms import EventStatus
from plugins.model.timed import Occurrence
from plugins.view import Site, words
from plugins.view.dates import changed

PRODUCT = "-//CLNM Press//EN"
_STATUS = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE)
_ON_THE_PAGE = "(see the page)"


def calendar(entries: Iterable[Entry], site: Site, name: str = "", source: str = "") -> bytes:
    """Write a calendar of events.

    With a ``name`` and the address it is found at, ``source``, it is one to subscribe to. Without, it is a
    file that adds its event to a calendar somebody has: a named one, some programs open as a new calendar.
    """
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    if name:
        made.add("name", name)
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", "Europe/London")
        made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", "P1D")
        made.add("source", source, parameters={"VALUE": "URI"})
    made.add_component(_london())
    for entry in entries:
        if isinstance(entry.document, Event):
            page = site.siteurl + entry.url
            made.add_component(_event(entry.document, page, site))
            for occurrence in entry.document.changed_days:
                made.add_component(_changed(entry.document, occurrence, page, site))
    written: bytes = made.to_ical()
    return written


def _london() -> icalendar.Timezone:
    """Give the rule that London's clocks follow, the same whatever time zone data a machine has."""
    zone = icalendar.Timezone()
    zone.add("tzid", "Europe/London")
    changes = (
        (icalendar.TimezoneDaylight(), "BST", datetime(1981, 3, 29, 1), 0, 1),  # noqa: DTZ001 - local by RFC 5545, 3.6.5
        (icalendar.TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 1, 0),  # noqa: DTZ001 - see above
    )
    for part, name, first, before, after in changes:
        part.add("tzname", name)
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _event(event: Event, page: str, site: Site) -> icalendar.Event:
    made = _begun(event, site)
    _add_times(made, event)
    made.add("status", _STATUS.get(event.event_status, "CONFIRMED"))
    made.add("summary", _title(event))
    made.add("description", "\n\n".join((*_lines(event), page)))
    _add_place(made, event, page)
    return made


def _changed(event: Event, occurrence: Occurrence, page: str, site: Site) -> icalendar.Event:
    """Write one time of a series that is not as the others (RFC 5545, section 3.8.4.4)."""
    first = event.starts[0]
    was = datetime.combine(occurrence.day, (event.start or first).timetz())
    start, off = occurrence.moved_to or was, occurrence.moved_to is None
    made = _begun(event, site)
    made.add("recurrence-id", _value(was, event), parameters=_parameters(event))
    made.add("dtstart", _value(start, event))
    if event.start and event.end:
        _add_end(made, event, start, event.end - event.start)
    made.add("status", "CANCELLED" if off or event.event_status is EventStatus.CANCELLED else "CONFIRMED")
    made.add("summary", f"{EventStatus.CANCELLED.label}: {_plain(event.title)}" if off else _title(event))
    note = words.changed_day(event, occurrence)
    made.add("description", "\n\n".join((_plain(note), *_lines(event), page)))
    _add_place(made, event, page)
    return made


def _begun(event: Event, site: Site) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", f"{event.slug}@{urlsplit(site.siteurl).hostname}")
    made.add("sequence", event.revision)
    moment = changed(event)
    if moment:
        made.add("dtstamp", moment.astimezone(UTC))
        made.add("last-modified", moment.astimezone(UTC))
    return made


def _add_place(made: icalendar.Event, event: Event, page: str) -> None:
    made.add("location", _plain(words.event_where(event)))
    made.add("url", page)
    labels = (event.event_kind.label, *(theme.label for theme in event.themes))
    made.add("categories", list(dict.fromkeys(labels)))


def _add_times(made: icalendar.Event, event: Event) -> None:
    """Say when it is; without a date, when it was to be, so that it stays where people look for it."""
    start = event.start or event.previous_start
    if start is None:
        return
    starts = event.recurs.starts(start) if event.recurs else ()
    first = starts[0] if starts else start
    made.add("dtstart", _value(first, event))
    if event.start and event.end:
        _add_end(made, event, first, event.end - event.start)
    if event.recurs and starts:
        until: date = starts[-1].date() if event.all_day else starts[-1].astimezone(UTC)
        made.add("rrule", {"freq": "weekly", "interval": event.recurs.weeks, "until": until})
        gaps = [
            datetime.combine(gap, first.timetz())
            for gap in event.recurs.gaps
            if starts[0].date() < gap < starts[-1].date()
        ]
        if gaps:
            made.add("exdate", [_value(gap, event) for gap in gaps], parameters=_parameters(event))


def _add_end(made: icalendar.Event, event: Event, start: datetime, length: timedelta) -> None:
    last = start + length
    made.add("dtend", last.date() + timedelta(days=1) if event.all_day else last)


def _value(moment: datetime, event: Event) -> date:
    return moment.date() if event.all_day else moment


def _parameters(event: Event) -> dict[str, str]:
    return {"VALUE": "DATE"} if event.all_day else {}


def _title(event: Event) -> str:
    """Give the title, marked where the event is off: not every program shows its STATUS."""
    off = event.event_status in _STATUS
    return f"{event.event_status.label}: {_plain(event.title)}" if off else _plain(event.title)


def _lines(event: Event) -> Iterator[str]:
    if event.status_note:
        yield _plain(event.status_note)
    if event.start is None:
        yield words.event_when(event).words
    if event.previous_start:
        yield f"It was to be: {words.moment(event.previous_start)}"
    yield _plain(event.summary)


def _plain(text: str) -> str:
    """Take web addresses out: a calendar is passed on, and the address might let a stranger into a meeting."""
    return _ADDRESS.sub(_ON_THE_PAGE, text)
