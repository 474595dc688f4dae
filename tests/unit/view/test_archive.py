"""A list that is too long for one page: what its leaves are called, where they lead, and what a new entry changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from plugins.library import Library
from plugins.library.leaves import LEAF
from plugins.model import Channel
from plugins.model.taxonomy import Theme
from plugins.view import ListingView, Viewpoint, archive
from tests import samples
from tests.unit.view import looking

FIRST = date(2020, 1, 1)
Show = Callable[[Viewpoint, str], ListingView]
MONEY: Show = partial(archive.theme_page, Theme("money"))
YEAR: Show = partial(archive.year_page, 2020)


def shelved(count: int, *more: str, days: int = 4, **fields: str) -> Library:
    """Shelve so many publications about money, one each few days, and more of days of their own."""
    dates = [str(FIRST + timedelta(days * number)) for number in range(count)]
    return looking.library(
        *(
            samples.document("publication", f"p-{number:03}", date=day, themes="[money]", **fields)
            for number, day in enumerate([*dates, *more])
        )
    )


def look(found: Library, url: str, place: str, show: Show) -> ListingView:
    """Look at a leaf from its own address."""
    return show(looking.from_page(found, url + place), place)


def money(found: Library, place: str = "") -> ListingView:
    """Look at a leaf of the list about money."""
    return look(found, "/themes/money/", place, MONEY)


def test_a_leaf_says_when_it_is_from_and_leads_both_ways_and_to_the_newest() -> None:
    found = shelved(220)
    leaf = money(found, "2020/2/")
    assert leaf.title == leaf.head.title == "Money: 2020, part 2"
    assert leaf.summary == leaf.head.description == "What we published about money: 2020, part 2."
    assert leaf.head.canonical == "https://clnm.example.org/themes/money/2020/2/"
    assert leaf.earlier
    assert (leaf.earlier.text, leaf.earlier.href) == ("2020", "../")
    assert leaf.later
    assert (leaf.later.text, leaf.later.href) == ("2021", "../../2021/")
    assert [(chip.text, chip.href) for chip in leaf.chips] == [
        ("Money: the newest", "../../"),
        ("All themes", "../../../"),
    ]
    assert leaf.ways == ()


def test_the_lists_own_page_leads_to_each_year_before() -> None:
    view = money(shelved(220))
    assert (view.title, view.summary) == ("Money", "220 things to read, do or claim.")
    assert view.later is None
    assert view.earlier
    assert view.earlier.text == "2021"
    assert [(way.title, [link.text for link in way.links]) for way in view.ways] == [("Older ones", ["2021", "2020"])]


def test_the_last_leaf_has_nothing_before_it_and_the_first_the_newest_after_it() -> None:
    found = shelved(220)
    assert money(found, "2020/").earlier is None
    after = money(found, "2021/").later
    assert after
    assert (after.text, after.href) == ("The newest", "../")


def test_a_long_year_has_leaves_of_months() -> None:
    found = shelved(200, days=1)
    view = look(found, "/archive/2020/", "", YEAR)
    assert view.title == "Archive: 2020"
    leaf = look(found, "/archive/2020/", "march/", YEAR)
    assert leaf.title == "Archive: March 2020"
    assert [group.title for group in leaf.groups] == ["March"]
    assert leaf.earlier
    assert leaf.earlier.text == "February 2020"


def test_what_is_over_has_leaves_of_years() -> None:
    days = (FIRST + timedelta(8 * number) for number in range(120))
    events = (
        samples.document("event", f"e-{n}", date=str(day), start=f"{day} 10:00", end=f"{day} 12:00")
        for n, day in enumerate(days)
    )
    leaf = look(looking.library(*events), "/events/past/", "2020/", archive.past_events)
    assert (leaf.title, leaf.count) == ("Past events: 2020", 46)
    assert leaf.head.description == "What we did, and what came of it: 2020."
    assert {group.title for group in leaf.groups} == {"2020"}


@pytest.mark.parametrize("more", ["2022-06-01", "2026-11-20"])
def test_what_is_new_changes_the_lists_own_page_and_no_leaf(more: str) -> None:
    before, after = shelved(220), shelved(220, more)
    places = before.on(Channel.WEB).leaves("themes", "money")
    assert places == ("2021/", "2020/2/", "2020/")
    assert [money(before, place) for place in places] == [money(after, place) for place in places]
    assert money(before) != money(after)


def test_what_goes_changes_leaves_of_its_own_year_alone() -> None:
    before = shelved(320)
    gone = looking.library(*before.documents[1:])
    changed = {
        place
        for place in ("2022/", "2021/2/", "2021/", "2020/2/", "2020/")
        if money(before, place).groups != money(gone, place).groups
    }
    assert changed == {"2020/2/", "2020/"}


def test_a_list_that_fits_has_no_leaves_and_no_ways_to_any() -> None:
    view = money(shelved(2 * LEAF - 1))
    assert (view.earlier, view.later, view.ways) == (None, None, ())
    assert sum(len(group.cards) for group in view.groups) == view.count == 2 * LEAF - 1
