"""What a listing shows: the documents of a kind that its choice finds, at the instant it is looked at.

There may be a thousand issues with listings and as many events as that again, so no choice looks at all of them:
each goes through an order that was made once, from where its instant falls to where enough is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from heapq import merge
from itertools import islice
from math import inf
from typing import NamedTuple

from plugins.library.entry import Entry
from plugins.model import Event
from plugins.model.clock import LONDON
from plugins.model.timed import coming

LEAD = 366 * 86_400.0
"""Seconds: an event that is announced longer before it begins is looked at for every listing of events."""


class Wish(NamedTuple):
    """What a listing asks for, and when it is looked at."""

    at: float
    """In seconds since 1970."""
    kind: str
    choice: str
    """``next 4``, ``new 3``, ``this month``, ``latest``, ``all``."""
    most: int | None
    theme: str
    area: str
    but: str
    """The id of the document that the listing stands in."""


class Choice:
    """The entries of one kind, in the orders that listings ask for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the entries in their kind's own order."""
        self._entries = entries

    def of(self, wish: Wish) -> tuple[Entry, ...]:
        """Give what a listing shows; an old issue shows nothing newer than itself, nor what was over by then."""
        return tuple(islice((entry for entry in self._likely(wish) if _fits(entry, wish)), wish.most))

    def _likely(self, wish: Wish) -> Iterable[Entry]:
        """Give what may fit, in the order that is asked for, and leave out as much else as can be told at once."""
        if wish.choice == "this month":
            return self._months.get(_month(wish.at), ())
        if wish.choice.startswith("new"):
            today = datetime.fromtimestamp(wish.at, UTC).astimezone(LONDON).toordinal()
            return islice(self._newest, bisect_left(self._days, -today), None)
        if wish.choice.startswith("next"):
            return self._next(wish.at)
        return self._entries

    def _next(self, at: float) -> Iterator[Entry]:
        first, last = bisect_left(self._starts, at - self._longest), bisect_left(self._starts, at + LEAD)
        once = ((entry.spine.starts[0], entry.id, entry) for entry in islice(self._once, first, last))
        then = (entry for appears, over, entry in self._often if appears <= at < over)
        often = sorted((start, entry.id, entry) for entry in then if (start := _next(entry, at)) is not None)
        return (entry for _, _, entry in merge(once, often))

    @cached_property
    def _newest(self) -> list[Entry]:
        return sorted(self._entries, key=lambda entry: (-entry.spine.day, entry.id))

    @cached_property
    def _days(self) -> list[int]:
        return [-entry.spine.day for entry in self._newest]

    @cached_property
    def _months(self) -> dict[tuple[int, int], list[Entry]]:
        found: dict[tuple[int, int], list[Entry]] = {}
        for entry in self._entries:
            for month in _months(entry):
                found.setdefault(month, []).append(entry)
        return found

    @cached_property
    def _once(self) -> list[Entry]:
        """Give the events that happen once and are announced no earlier than most, by when they begin."""
        once = (entry for entry in self._entries if _soon(entry))
        return sorted(once, key=lambda entry: (entry.spine.starts, entry.id))

    @cached_property
    def _often(self) -> list[tuple[float, float, Entry]]:
        """Give all others, with when they appear and from when they are over."""
        return [(_appears(entry), _over(entry), entry) for entry in self._entries if not _soon(entry)]

    @cached_property
    def _starts(self) -> list[float]:
        return [entry.spine.starts[0] for entry in self._once]

    @cached_property
    def _longest(self) -> float:
        """Give for how long after its beginning an event is on."""
        return max((_over(entry) - entry.spine.starts[0] for entry in self._once), default=0)


def _fits(entry: Entry, wish: Wish) -> bool:
    spine = entry.spine
    return (
        _appears(entry) <= wish.at
        and entry.id != wish.but
        and (not wish.theme or wish.theme in spine.themes)
        and (not wish.area or wish.area in spine.areas)
        and not spine.ended(wish.at)
    )


def _soon(entry: Entry) -> bool:
    starts = entry.spine.starts
    return len(starts) == 1 and starts[0] - _appears(entry) < LEAD and _over(entry) < inf


def _appears(entry: Entry) -> float:
    """Give from when an entry is there; from ever, where that is not known."""
    appears = entry.spine.appears
    return -inf if appears is None else appears


def _over(entry: Entry) -> float:
    """Give from when an event is over for good; infinity where that is not known."""
    over = inf
    for phase in reversed(entry.spine.phases):
        if not phase.ended:
            break
        over = phase.since
    return over


def _next(entry: Entry, at: float) -> float | None:
    """Give when an event begins next, or last began; when anything else appeared."""
    spine = entry.spine
    return coming(spine.starts, spine.length, at) if entry.document.kind == Event.kind else spine.appears


def _months(entry: Entry) -> set[tuple[int, int]]:
    """Give the months of an event's days, or of the day of what is none."""
    if entry.document.kind == Event.kind:
        return set(map(_month, entry.spine.starts))
    day = date.fromordinal(entry.spine.day) if entry.spine.day else None
    return {(day.year, day.month)} if day else set()


def _month(moment: float) -> tuple[int, int]:
    day = datetime.fromtimestamp(moment, UTC).astimezone(LONDON)
    return day.year, day.month
