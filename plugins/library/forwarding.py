"""What is wrong with the addresses that things were at before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.library.address import INDEXES, SITE_PAGES, former_address
from plugins.library.entry import Entry
from plugins.model import Moved, Problem
from plugins.model.tombstone import Tombstone


def moved_problems(
    records: Iterable[Moved], entries: Mapping[str, Entry], stones: Iterable[Tombstone]
) -> Iterator[Problem]:
    """Give where an address is something's still, leads to nothing, or was that of something withdrawn."""
    taken = {entry.url: entry.document.path for entry in entries.values()}
    taken |= dict.fromkeys((*INDEXES, *SITE_PAGES), "a part of the site")
    withdrawn = {former_address(stone) for stone in stones}
    seen: set[str] = set()
    for record in records:
        if record.was in taken:
            yield _at(record, "was", f"{taken[record.was]} is at {record.was}.", "Take this entry out.")
        if record.was in withdrawn:
            message = f"What was at {record.was} was withdrawn, so nothing may be said there."
            yield _at(record, "was", message, "Take this entry out.")
        if record.was in seen:
            yield _at(record, "was", f"Another entry is for {record.was} as well.", "Keep one of the two.")
        if record.now and record.now not in entries:
            yield _at(record, "now", f"There is no “{record.now}”.", "Name what is there now, or leave now: out.")
        seen.add(record.was)


def _at(record: Moved, field: str, message: str, fix: str) -> Problem:
    return Problem(
        path=f"data/{record.file}", line=0, field=f"{record.id}.{field}", message=message, fix=fix, code="X04"
    )
