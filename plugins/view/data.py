"""What search engines are told of a document: schema.org, as JSON-LD, only where its people agreed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from plugins.library import Entry
from plugins.model import Document, Event, Newsletter, Offer, Publication, Story
from plugins.model.clock import DAYS
from plugins.model.event_terms import EventStatus, Mode
from plugins.model.story import Identity
from plugins.model.timed import Occurrence
from plugins.view import words
from plugins.view.data_offers import offer_data
from plugins.view.viewpoint import Viewpoint

_EVENT_STATUS = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.FULL: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.CANCELLED: "EventCancelled",
}
_SOLD, _IN_STOCK = "https://schema.org/SoldOut", "https://schema.org/InStock"
_MODES = {Mode.IN_PERSON: "Offline", Mode.ONLINE: "Online", Mode.BOTH: "Mixed"}


def structured(entry: Entry, here: Viewpoint) -> str:
    """Write an entry's structured data, safe inside a script element; nothing where engines may not have it."""
    if not here.library.searchable(entry):
        return ""
    document = entry.document
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": document.title,
        "description": document.summary,
        "url": here.links.whole(here.place(entry)),
    }
    if not isinstance(document, Event | Offer):
        found |= _as_work(document, here)
    found |= _of_kind(entry, here)
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _as_work(document: Document, here: Viewpoint) -> dict[str, Any]:
    """Give what only a creative work has: events and services are none."""
    found: dict[str, Any] = {
        "inLanguage": document.lang,
        "publisher": {"@type": "Organization", "name": here.site.publisher},
    }
    found |= {"datePublished": document.date.isoformat()} if document.date else {}
    return found | ({"dateModified": document.updated.isoformat()} if document.updated else {})


def _of_kind(entry: Entry, here: Viewpoint) -> dict[str, Any]:
    match entry.document:
        case Story() as story:
            found: dict[str, Any] = {"@type": "Article", "headline": story.title}
            if story.identity is Identity.FULL_NAME:
                found["author"] = {"@type": "Person", "name": story.storyteller}
            return found
        case Newsletter() as issue:
            series = {"@type": "Periodical", "name": here.site.newsletter_name}
            return {"@type": "PublicationIssue", "issueNumber": issue.issue, "isPartOf": series}
        case Event() as event:
            return _event(event, here, here.links.whole(entry.url))
        case Offer() as offer:
            return offer_data(offer, here)
        case Publication():
            return {"@type": "Report"}
    return {}


def _event(event: Event, here: Viewpoint, url: str) -> dict[str, Any]:
    provider = here.shelf.providers.get(event.organiser)
    place = {"@type": "Place", "name": event.venue or "", "address": words.event_place(event)}
    online = {"@type": "VirtualLocation", "url": url}
    where: Any = {Mode.IN_PERSON: place, Mode.ONLINE: online, Mode.BOTH: [place, online]}[event.mode]
    found: dict[str, Any] = {
        "@type": "Event",
        "eventStatus": f"https://schema.org/{_EVENT_STATUS[event.event_status]}",
        "eventAttendanceMode": f"https://schema.org/{_MODES[event.mode]}EventAttendanceMode",
        "location": where,
        "organizer": {"@type": "Organization", "name": provider.name if provider else here.site.publisher},
        "isAccessibleForFree": event.cost.strip().lower().startswith("free"),
    }
    if event.places:
        found["maximumAttendeeCapacity"] = event.places
    if event.age_from is not None or event.age_to is not None:
        found["typicalAgeRange"] = f"{'' if event.age_from is None else event.age_from}-{event.age_to or ''}"
    if event.booking_url:
        found["offers"] = _ticket(event, event.booking_url)
    return found | _times(event) | _series(event)


def _times(event: Event) -> dict[str, str]:
    """Give when an event first begins and ends, and when it was to begin."""
    found: dict[str, str] = {}
    if event.start and event.end:
        start = event.starts[0]
        found |= {"startDate": _when(event, start), "endDate": _when(event, start + (event.end - event.start))}
    elif event.previous_start:
        found["startDate"] = event.previous_start.isoformat()
    if event.previous_start:
        found["previousStartDate"] = event.previous_start.isoformat()
    return found


def _ticket(event: Event, url: str) -> dict[str, str]:
    """Give how to book a place."""
    sold = event.event_status is EventStatus.FULL
    found = {"@type": "Offer", "url": url, "availability": _SOLD if sold else _IN_STOCK}
    if event.booking_deadline:
        found["validThrough"] = event.booking_deadline.isoformat()
    return found


def _series(event: Event) -> dict[str, Any]:
    """Give how an event repeats, and each time of it that is not as the others."""
    if event.recurs is None or event.start is None or event.end is None:
        return {}
    series = event.recurs
    days = series.days(event.start.date())
    schedule: dict[str, Any] = {
        "@type": "Schedule",
        "repeatFrequency": f"P{series.weeks}W",
        "byDay": f"https://schema.org/{DAYS[series.weekday]}",
        "startDate": days[0].isoformat(),
        "endDate": days[-1].isoformat(),
        "scheduleTimezone": "Europe/London",
    }
    if not event.all_day:
        schedule |= {"startTime": f"{event.start:%H:%M:%S}", "endTime": f"{event.end:%H:%M:%S}"}
    left_out = [*series.gaps, *(one.day for one in event.changed_days)]
    if left_out:
        schedule["exceptDate"] = [day.isoformat() for day in sorted(left_out)]
    found: dict[str, Any] = {"eventSchedule": schedule}
    if event.changed_days:
        found["subEvent"] = [_changed(event, one, event.end - event.start) for one in event.changed_days]
    return found


def _changed(event: Event, one: Occurrence, length: timedelta) -> dict[str, Any]:
    was = datetime.combine(one.day, event.starts[0].timetz())
    start = one.moved_to or was
    status = _EVENT_STATUS[EventStatus.RESCHEDULED if one.moved_to else EventStatus.CANCELLED]
    found = {
        "@type": "Event",
        "name": event.title,
        "eventStatus": f"https://schema.org/{status}",
        "startDate": _when(event, start),
        "endDate": _when(event, start + length),
        "description": one.note,
    }
    return found | ({"previousStartDate": _when(event, was)} if one.moved_to else {})


def _when(event: Event, moment: datetime) -> str:
    return (moment.date() if event.all_day else moment).isoformat()
