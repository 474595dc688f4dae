"""Listings find the same whether they look at everything or go through an order from where their instant falls."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.library import Entry, Library
from plugins.library.choosing import Choice, Wish, _month, _months, _next
from plugins.model import Event
from tests import samples

DAYS = (1, 8, 15, 22)
EVENTS = {f"meet-up-{month}-{day}": (month, day) for month in range(1, 13) for day in DAYS}
WHOLE = {"theme": "", "area": "", "but": ""}


@pytest.fixture(scope="module")
def library() -> Library:
    """Give a year of events, one that was announced long before it begins, and one that repeats half the year."""
    events = [
        samples.document(
            "event", slug, date=f"2026-{month:02}-01", start=f"2026-{month:02}-{day:02} 18:00",
            end=f"2026-{month:02}-{day:02} 20:00",
        )
        for slug, (month, day) in EVENTS.items()
    ]  # fmt: skip
    early = samples.document(
        "event", "long-foreseen", date="2024-01-01", start="2026-06-10 10:00", end="2026-06-12 16:00"
    )
    series = samples.document(
        "event",
        "every-week",
        date="2026-02-01",
        start="2026-02-04 18:00",
        end="2026-02-04 20:00",
        recurs="every Wednesday until 2026-08-26 except 2026-04-08",
    )
    return samples.library(*events, early, series)


def plainly(entries: list[Entry], wish: Wish) -> list[str]:
    """Choose by looking at everything."""
    found = [
        entry
        for entry in entries
        if (entry.spine.appears is None or entry.spine.appears <= wish.at)
        and not entry.spine.ended(wish.at)
        and entry.id != wish.but
    ]
    if wish.choice == "this month":
        month = _month(wish.at)
        found = [entry for entry in found if month in _months(entry)]
    elif wish.choice.startswith("next"):
        found.sort(key=lambda entry: (_next(entry, wish.at), entry.id))
    elif wish.choice.startswith("new"):
        found.sort(key=lambda entry: (-entry.spine.day, entry.id))
    return [entry.id for entry in found[: wish.most]]


@pytest.mark.parametrize("choice", ["next 4", "new 3", "this month", "all", "latest"])
def test_a_listing_shows_what_looking_at_everything_would(library: Library, choice: str) -> None:
    entries = [entry for entry in library.entries.values() if entry.document.kind == Event.kind]
    quick = Choice(entries)
    for days in range(-330, 60, 13):
        at = (library.as_of + timedelta(days=days)).timestamp()
        for most in (1, 4, None):
            wish = Wish(at=at, kind="event", choice=choice, most=most, **WHOLE)
            assert [entry.id for entry in quick.of(wish)] == plainly(entries, wish)
