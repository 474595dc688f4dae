"""What a listing shows: the documents of a kind that its choice finds, at the instant it is looked at."""

from __future__ import annotations

from datetime import date, datetime

from plugins.library import Entry
from plugins.model import Event
from plugins.model.blocks import Listing
from plugins.view.viewpoint import Viewpoint


def listing(block: Listing, here: Viewpoint, but: str = "") -> tuple[Entry, ...]:
    """Work out which entries a listing shows from somewhere; ``but`` is the id of the document it stands in."""
    found = [entry for entry in here.lists.current(block.kind, here.at) if _out(entry, here.at) and entry.id != but]
    if block.theme:
        found = [entry for entry in found if block.theme in entry.document.themes]
    if block.area:
        belonging = {entry.id for entry in here.lists.of_area(block.area)}
        found = [entry for entry in found if entry.id in belonging]
    if block.choice == "this month":
        month = (here.at.year, here.at.month)
        found = [entry for entry in found if month in {(day.year, day.month) for day in _days(entry)}]
    elif block.choice.startswith("next"):
        coming = [(start, entry) for entry in found if (start := _next(entry, here.at))]
        found = [entry for _, entry in sorted(coming, key=lambda pair: (pair[0], pair[1].id))]
    elif block.choice.startswith("new"):
        found.sort(key=lambda entry: (-(entry.document.date or date.min).toordinal(), entry.id))
    return tuple(found[: block.count])


def _out(entry: Entry, at: datetime) -> bool:
    """Say whether an entry was published by an instant: an old issue does not show what is newer than itself."""
    return entry.document.appears is None or entry.document.appears <= at


def _next(entry: Entry, at: datetime) -> datetime | None:
    return entry.document.next_start(at) if isinstance(entry.document, Event) else entry.document.appears


def _days(entry: Entry) -> tuple[date, ...]:
    if isinstance(entry.document, Event):
        return tuple(start.date() for start in entry.document.starts)
    return (entry.document.date,) if entry.document.date else ()
