"""A list that grows without end, cut into leaves: each holds the same entries for good, the list itself the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from itertools import chain

from plugins.library.entry import Entry
from plugins.model.clock import LONDON, MONTHS

LEAF = 50
"""So many entries are on a leaf at most. The list itself holds so many at least, and fewer than twice as many: as long
as there are no more, it has no leaves."""
Period = tuple[int, str]
"""A time that has leaves of its own: what it is ordered by, and its part of an address."""
Places = dict[str, tuple[Entry, ...]]


class Leaves:
    """One list, the newest first, at each place below its address; the empty place is the list itself.

    Leaves are counted from the oldest entry of each period. So a new entry changes the list itself alone, and one that
    goes shifts no more than the later leaves of its own period.
    """

    def __init__(self, entries: Iterable[Entry], period: Callable[[Entry], Period], rest: Iterable[Entry] = ()) -> None:
        """Take a list, the newest first, and what belongs to no time: that stays with the newest."""
        self._entries = tuple(entries)
        self._rest = tuple(rest)
        self._period = period

    @property
    def count(self) -> int:
        """Say how many entries there are, on all leaves."""
        return len(self._entries) + len(self._rest)

    @cached_property
    def places(self) -> Places:
        """Give what stands at each place, the newest first."""
        if len(self._entries) < 2 * LEAF:
            return {"": self._entries + self._rest}
        leaves, newest = list(self._cut().items()), 0
        while sum(len(entries) for _, entries in leaves[:newest]) < LEAF:
            newest += 1
        return {"": (*chain(*(entries for _, entries in leaves[:newest])), *self._rest), **dict(leaves[newest:])}

    def beside(self, place: str) -> tuple[str | None, str | None]:
        """Give the places of what is newer and of what is older."""
        places = [*self.places]
        at = places.index(place)
        return places[at - 1] if at else None, places[at + 1] if at + 1 < len(places) else None

    def _cut(self) -> Places:
        periods: dict[Period, list[Entry]] = {}
        for entry in self._entries:
            periods.setdefault(self._period(entry), []).append(entry)
        found: Places = {}
        for (_, name), entries in sorted(periods.items(), reverse=True):
            for last in range(1 + (len(entries) - 1) // LEAF, 0, -1):
                place = f"{name}/" if last == 1 else f"{name}/{last}/"
                found[place] = tuple(entries[max(0, len(entries) - last * LEAF) : len(entries) - (last - 1) * LEAF])
        return found


def month(entry: Entry) -> Period:
    """Give the month that an entry is news of."""
    number = date.fromordinal(entry.spine.day).month
    return number, MONTHS[number - 1].lower()


def year(entry: Entry) -> Period:
    """Give the year that an entry is news of."""
    number = date.fromordinal(entry.spine.day).year
    return number, str(number)


def year_of_end(entry: Entry) -> Period:
    """Give the year in which an entry that is over ended; midnight belongs to the day before."""
    phases = entry.spine.phases
    since = phases[entry.phase].since
    for phase in reversed(phases[: entry.phase + 1]):
        if not phase.ended:
            break
        since = phase.since
    number = datetime.fromtimestamp(since - 1, LONDON).year
    return number, str(number)
