"""When something next appears or disappears by itself, so that a build can be planned for that instant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.model import Document
from plugins.model.blocks import Notice
from plugins.model.clock import end_of, start_of

_A_MOMENT = timedelta(microseconds=1)
_LAST_DAYS = {"valid_until": "is over", "term_to": "is over", "booking_deadline": "can no longer be booked"}


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """An instant, the document that changes at it (``story:first-keys``), and what happens to it."""

    moment: datetime
    name: str
    what: str


def next_changes(documents: Iterable[Document], as_of: datetime) -> tuple[Change, ...]:
    """Give all that changes by itself at the next instant at which anything does; nothing if nothing ever will."""
    coming = [change for document in documents for change in changes(document) if change.moment > as_of]
    first = min((change.moment for change in coming), default=None)
    return tuple(sorted(change for change in coming if change.moment == first))


def changes(document: Document) -> Iterator[Change]:
    """Give every instant at which what can be seen of a document changes by itself, past ones too."""
    for moment, what in _instants(document):
        if document.live(moment) or document.live(moment - _A_MOMENT):
            yield Change(moment, document.id, what)


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
    for field, what in _LAST_DAYS.items():
        day: date | None = getattr(document, field, None)
        if day:
            yield end_of(day), what
    for block in document.body:
        if isinstance(block, Notice) and block.until:
            yield end_of(block.until), f"loses its notice “{block.title}”"
