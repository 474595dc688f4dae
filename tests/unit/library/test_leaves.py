"""A long list has leaves whose addresses never move, and a new entry changes the list itself alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.library import Shelf
from plugins.library.leaves import LEAF, Leaves, Places, year
from plugins.model import Channel, Document
from tests import samples

FIRST = date(2021, 3, 1)


def shelf(days: list[date], *others: Document) -> Shelf:
    """Shelve a publication about money of each of these days, and others."""
    pages = (
        samples.document("publication", f"p-{number:03}", date=str(day), themes="[money]")
        for number, day in enumerate(days)
    )
    return samples.library(*pages, *others).on(Channel.WEB)


def every(days: int, count: int) -> list[date]:
    """Give so many days, one after so many others."""
    return [FIRST + timedelta(days * number) for number in range(count)]


def cut(found: Shelf) -> Places:
    """Give what stands at each place of the list of a theme."""
    return {place: found.leaf("themes", "money", place) for place in ("", *found.leaves("themes", "money"))}


def test_a_list_that_fits_on_one_page_has_no_leaves() -> None:
    found = shelf(every(9, 2 * LEAF - 1))
    assert found.leaves("themes", "money") == ()
    assert found.leaf("themes", "money") == found.themes[next(iter(found.themes))]


def test_leaves_are_counted_from_the_oldest_of_each_year() -> None:
    found = shelf(every(4, 3 * LEAF))
    sizes = {place: len(entries) for place, entries in cut(found).items()}
    assert sizes == {"": 73, "2021/2/": 27, "2021/": 50}
    assert found.leaf("themes", "money", "2021/")[-1].id == "publication:p-000"
    assert found.beside("themes", "money", "2021/2/") == ("", "2021/")
    assert found.beside("themes", "money", "") == (None, "2021/2/")
    assert found.beside("themes", "money", "2021/") == ("2021/2/", None)
    assert found.count("themes", "money") == 150


def test_what_has_no_day_stays_with_the_newest() -> None:
    pages = (
        samples.document("publication", f"p-{n:03}", date=str(d), themes="[money]") for n, d in enumerate(every(4, 150))
    )
    found = samples.library(*pages, samples.document("page", themes="[money]")).on(Channel.WEB)
    assert found.leaf("themes", "money")[-1].id == "page:first-keys"
    assert found.count("themes", "money") == 151


def test_a_year_has_leaves_of_months_and_what_is_over_has_leaves_of_years() -> None:
    days = every(1, 120)
    assert shelf(days).leaves("years", 2021) == ("april/", "march/")
    events = (
        samples.document("event", f"e-{n}", date=str(d), start=f"{d} 10:00", end=f"{d} 12:00", cost="Free")
        for n, d in enumerate(every(8, 120))
    )
    over = samples.library(*events).on(Channel.WEB)
    assert over.leaves("past", "event") == ("2021/",)


def test_an_event_that_ends_at_midnight_is_of_the_year_before() -> None:
    events = (
        samples.document(
            "event", f"e-{n}", date="2021-11-01", start="2021-12-31 00:00", end="2022-01-01 00:00", all_day="true"
        )
        for n in range(2 * LEAF)
    )
    assert samples.library(*events).on(Channel.WEB).leaves("past", "event") == ("2021/",)


@given(st.lists(st.integers(0, 1500), min_size=1, max_size=330), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_and_what_is_new_or_gone_leaves_other_years_alone(gaps: list[int], other: int) -> None:
    entries = sorted(shelf([FIRST + timedelta(gap) for gap in gaps]).entries, key=lambda e: (-e.spine.day, e.id))
    whole = Leaves(entries, year)
    assert [entry for part in whole.places.values() for entry in part] == entries
    if len(whole.places) > 1:
        assert LEAF <= len(whole.places[""]) < 2 * LEAF
        assert max(len(part) for place, part in whole.places.items() if place) <= LEAF
    older = Leaves(entries[1:], year).places
    changed = {place for place in older.keys() & whole.places.keys() if older[place] != whole.places[place]}
    assert changed <= {""}, "the newest came"
    gone = entries[other % len(entries)]
    left = Leaves([entry for entry in entries if entry is not gone], year).places
    moved = {place for place in left.keys() & whole.places.keys() if left[place] != whole.places[place]}
    assert {place.partition("/")[0] for place in moved} <= {"", year(gone)[1]}


@pytest.mark.parametrize("place", ["2019/", "2021/9/", "march/"])
def test_nothing_stands_at_a_place_that_is_not_there(place: str) -> None:
    assert shelf(every(4, 150)).leaf("themes", "money", place) == ()
