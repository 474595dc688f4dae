"""When something about a document changes by itself: it appears, disappears, or is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.model import Area, Document, Event, Newsletter, Offer
from plugins.model.blocks import Notice
from plugins.model.clock import end_of, start_of

_A_MOMENT = timedelta(microseconds=1)
KEPT_IN_CALENDARS = timedelta(days=365)
"""So long after its end, an event leaves the calendars to subscribe to."""
_LAST_DAYS = {
    "valid_until": "is over",
    "term_to": "is over",
    "ends": "is over",
    "booking_deadline": "can no longer be booked",
}


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """An instant, the document that changes at it (``story:first-keys``), and what happens to it."""

    moment: datetime
    name: str
    what: str


def changes(document: Document) -> Iterator[Change]:
    """Give every instant at which what can be seen of a document changes by itself, past ones too."""
    for moment, what in _instants(document):
        if document.live(moment) or document.live(moment - _A_MOMENT):
            yield Change(moment, document.id, what)


def moments(document: Document) -> Iterator[datetime]:
    """Give every instant at which anything about a document changes by itself, on its page, a card or a check."""
    yield from (moment for moment, _ in _instants(document))
    if isinstance(document, Offer):
        yield from filter(None, (document.last_chance, document.grown_stale))
    if isinstance(document, Newsletter):
        yield document.send_on
    if isinstance(document, Event) and document.last_end:
        yield document.last_end + KEPT_IN_CALENDARS


def _instants(document: Document) -> Iterator[tuple[datetime, str]]:
    """Give every instant that a document names, whether it can be seen then or not, and what would happen."""
    consent = document.agreed
    starts = [document.appears, start_of(consent.given) if consent else None]
    if first := max(filter(None, starts), default=None):
        yield first, "appears"
    if document.disappears:
        yield document.disappears, "disappears"
    if over := getattr(document, "last_end", None):
        yield over, "is over"
    if isinstance(document, Area) and document.begins:
        yield start_of(document.begins), "begins"
    for field, what in _LAST_DAYS.items():
        day: date | None = getattr(document, field, None)
        if day:
            yield end_of(day), what
    for block in document.body:
        if isinstance(block, Notice) and block.until:
            yield end_of(block.until), f"loses its notice “{block.title}”"
