"""What a listing shows: the documents of a kind that its choice finds, at the instant it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from plugins.library.entry import Entry
from plugins.model import Event
from plugins.model.clock import LONDON
from plugins.model.timed import coming


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


def chosen(wish: Wish, current: Iterable[Entry]) -> tuple[Entry, ...]:
    """Work out which of the entries that are not over a listing shows; an old issue shows nothing newer than itself."""
    found = [entry for entry in current if _out(entry, wish.at) and entry.id != wish.but]
    if wish.theme:
        found = [entry for entry in found if wish.theme in entry.spine.themes]
    if wish.area:
        found = [entry for entry in found if wish.area in entry.spine.areas]
    if wish.choice == "this month":
        month = _month(wish.at)
        found = [entry for entry in found if month in _months(entry)]
    elif wish.choice.startswith("next"):
        dated = [(start, entry.id, entry) for entry in found if (start := _next(entry, wish.at)) is not None]
        found = [entry for _, _, entry in sorted(dated)]
    elif wish.choice.startswith("new"):
        found.sort(key=lambda entry: (-entry.spine.day, entry.id))
    return tuple(found[: wish.most])


def _out(entry: Entry, at: float) -> bool:
    return entry.spine.appears is None or entry.spine.appears <= at


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
