"""What the team must do by a day: ask again, check offers and help lines, see terms and councils end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.model import Area, Document, Fact, Person, Record, SupportLine
from plugins.model.blocks import Notice
from plugins.model.consent import ConsentStatus
from plugins.model.taxonomy import Status
from plugins.source import Reading

HALF_A_YEAR = timedelta(days=182)
"""After so long, what was checked must be checked again."""


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """One thing to do, and by which day."""

    day: date
    path: str
    kind: str
    what: str
    how: str


def duties(reading: Reading, today: date, until: date) -> list[Duty]:
    """Give everything that is due up to a day, the oldest first; what is past and open is among it."""
    found = [*_of_documents(reading.documents, today), *_of_records(reading.records)]
    return sorted(duty for duty in found if duty.day <= until)


def _of_documents(documents: Iterable[Document], today: date) -> Iterator[Duty]:
    by_id = {document.id: document for document in documents}
    for document in by_id.values():
        if document.status is Status.WITHDRAWN or (document.unpublish_on and document.unpublish_on <= today):
            continue
        yield from _consent(document)
        if document.last_checked:
            how = "Check that it is still true, then change last_checked."
            yield Duty(
                document.last_checked + HALF_A_YEAR, document.path, "check", f"{_named(document)}: check it", how
            )
        for block in document.body:
            if isinstance(block, Notice) and block.review and (block.until is None or block.until >= today):
                how = "Check that the notice is still true, then change review."
                yield Duty(block.review, document.path, "notice", f"Notice “{block.title}”: look at it again", how)
        if isinstance(document, Person) and document.term_to:
            yield _term(document, document.term_to)
        if isinstance(document, Area):
            yield from _council(document, by_id)


def _consent(document: Document) -> Iterator[Duty]:
    """Ask again before a yes ends; the person's reference is named, never the person."""
    agreed = document.agreed
    if agreed is None or agreed.status is ConsentStatus.WITHDRAWN or document.version_of:
        return
    how = "Ask the person whether their yes still stands, then write the new dates."
    yield Duty(agreed.review_by, document.path, "consent", f"{agreed.ref}: ask whether the yes still stands", how)
    how = "Ask the person again if it should stay. Else it disappears by itself."
    yield Duty(agreed.expires, document.path, "consent", f"{agreed.ref}: the yes ends", how)


def _term(person: Person, day: date) -> Duty:
    how = "Thank them, ask about alumni, and find who comes next. After this day no picture of them is shown."
    return Duty(day, person.path, "term", f"The term of a {person.role.label.lower()} ends ({person.slug})", how)


def _council(area: Area, by_id: Mapping[str, Document]) -> Iterator[Duty]:
    if area.begins:
        yield Duty(area.begins, area.path, "council", f"{area.title} begins", "Look at its offers and its contacts.")
    if area.ends:
        named = [found.title if (found := by_id.get(f"area:{slug}")) else slug for slug in area.successors]
        how = f"Move its offers to {' and '.join(named)}." if named else "Find out who takes over, and name successors."
        yield Duty(area.ends, area.path, "council", f"{area.title} ends", how)


def _of_records(records: Iterable[Record]) -> Iterator[Duty]:
    for record in records:
        if isinstance(record, (SupportLine, Fact)):
            line = isinstance(record, SupportLine)
            what = f"{record.name}: ring it" if isinstance(record, SupportLine) else f"Fact {record.id}: look it up"
            how = "Look at its number and its hours where it publishes them" if line else "Look at its source"
            day, path = record.last_checked + HALF_A_YEAR, f"data/{record.file}"
            yield Duty(day, path, "support" if line else "fact", what, f"{how}, then change last_checked.")


def _named(document: Document) -> str:
    return f"{type(document).label} “{document.title}”"
