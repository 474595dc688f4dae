"""What search engines are told of a document: schema.org, as JSON-LD, only where its people agreed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from plugins.library import Entry
from plugins.model import Event, Newsletter, Offer, Publication, Story
from plugins.model.event import EventStatus, Mode
from plugins.model.offer import OfferKind
from plugins.model.story import Identity
from plugins.view import words
from plugins.view.viewpoint import Viewpoint

_EVENT_STATUS = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.FULL: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.CANCELLED: "EventCancelled",
}
_MODES = {Mode.IN_PERSON: "Offline", Mode.ONLINE: "Online", Mode.BOTH: "Mixed"}
_SERVICES = frozenset({OfferKind.ENTITLEMENT, OfferKind.LOCAL_OFFER})


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
        "url": here.links.whole(entry.url),
        "inLanguage": document.lang,
        "publisher": {"@type": "Organization", "name": here.site.publisher},
    }
    if document.date:
        found["datePublished"] = document.date.isoformat()
    if document.updated:
        found["dateModified"] = document.updated.isoformat()
    found |= _of_kind(entry, here)
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


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
            return _offer(offer, here)
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
    if event.start and event.end:
        start = event.starts[0]
        found |= {"startDate": _when(event, start), "endDate": _when(event, start + (event.end - event.start))}
    if event.previous_start:
        found["previousStartDate"] = event.previous_start.isoformat()
    if event.places:
        found["maximumAttendeeCapacity"] = event.places
    return found


def _when(event: Event, moment: datetime) -> str:
    return (moment.date() if event.all_day else moment).isoformat()


def _offer(offer: Offer, here: Viewpoint) -> dict[str, Any]:
    provider = here.shelf.providers.get(offer.provider)
    by = {"@type": "Organization", "name": provider.name if provider else here.site.publisher}
    served = [nation.label for nation in offer.nations]
    if offer.offer_kind is OfferKind.JOB:
        found: dict[str, Any] = {"@type": "JobPosting", "title": offer.title, "hiringOrganization": by}
    elif offer.offer_kind in _SERVICES:
        found = {"@type": "GovernmentService", "provider": by, "areaServed": served}
    else:
        found = {"@type": "Offer", "offeredBy": by, "areaServed": served}
    if offer.valid_until:
        found["validThrough"] = offer.valid_until.isoformat()
    return found
