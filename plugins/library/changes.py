"""When something next appears or disappears by itself, so that a build can be planned for that instant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plugins.model import Document
from plugins.model.blocks import Notice
from plugins.model.clock import end_of, start_of
from plugins.model.taxonomy import Status


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


def changes(document: Document) -> Iterator[Change]:  # noqa: C901 - one line for each way a document changes
    """Give every instant at which a ready document changes by itself, past ones too."""
    if document.status is not Status.READY:
        return
    consent = document.agreed
    if document.appears:
        yield Change(document.appears, document.id, "appears")
    if consent:
        yield Change(start_of(consent.given), document.id, "may appear: the yes begins")
    if document.disappears:
        yield Change(document.disappears, document.id, "disappears")
    if consent and document.disappears != end_of(consent.expires):
        yield Change(end_of(consent.expires), document.id, "disappears: the yes ends")
    over = getattr(document, "last_end", None)
    if over:
        yield Change(over, document.id, "is over")
    for field in ("valid_until", "term_to"):
        day: date | None = getattr(document, field, None)
        if day:
            yield Change(end_of(day), document.id, "is over")
    for block in document.body:
        if isinstance(block, Notice) and block.until:
            yield Change(end_of(block.until), document.id, f"loses its notice “{block.title}”")
