"""What may be seen on each channel, in which order, and how it hangs together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.library import Shelf
from plugins.model import Channel, Document
from plugins.model.clock import LONDON
from plugins.model.taxonomy import Theme
from tests import samples

NOW = samples.NOW


def web(*shelved: Document, as_of: datetime = NOW) -> Shelf:
    """Give what may be seen on the web."""
    return samples.library(*shelved, as_of=as_of).on(Channel.WEB)


def ids(entries: Any) -> list[str]:
    """Give the ids of entries."""
    return [entry.id for entry in entries]


@pytest.mark.parametrize("channel", list(Channel))
def test_a_channel_gets_a_story_only_if_it_was_named(channel: Channel) -> None:
    story = samples.document("story", consent={"scope": f"[{channel}]"})
    library = samples.library(story, samples.document("page"))
    for other in Channel:
        assert (library.on(other).get("story:first-keys") is not None) is (other is channel)
        assert library.on(other).get("page:first-keys") is not None


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"status": "withdrawn"},
        {"date": "2026-11-22"},
        {"publish_on": "2026-11-21 12:01"},
        {"unpublish_on": "2026-11-21"},
        {"consent": {"status": "paused"}},
        {"consent": {"expires": "2026-11-20", "review_by": "2026-11-20"}},
        {"consent": {"given": "2026-11-22"}},
    ],
    ids=str,
)
def test_what_may_not_be_seen_is_on_no_shelf(hidden: dict[str, Any]) -> None:
    story = samples.document("story", **hidden)
    library = samples.library(story)
    assert not any(library.on(channel).entries for channel in Channel)


def test_a_story_leaves_the_shelves_at_the_end_of_its_last_day() -> None:
    story = samples.document("story", date="2026-10-02", consent={"expires": "2026-12-01"})
    midnight = datetime(2026, 12, 2, tzinfo=LONDON)
    assert web(story, as_of=midnight - timedelta(seconds=1)).entries
    assert not web(story, as_of=midnight).entries


def test_addresses_come_from_kinds_and_file_names() -> None:
    shelf = web(*(samples.document(kind) for kind in samples.KINDS), samples.document("page", "home", page_kind="home"))
    assert {entry.id: entry.url for entry in shelf.entries} == {
        "newsletter:2026-12": "/newsletters/2026-12/",
        "story:first-keys": "/stories/first-keys/",
        "event:first-keys": "/events/first-keys/",
        "offer:first-keys": "/offers/first-keys/",
        "area:first-keys": "/areas/first-keys/",
        "person:first-keys": "/people/first-keys/",
        "publication:first-keys": "/publications/first-keys/",
        "objective:first-keys": "/objectives/first-keys/",
        "page:first-keys": "/first-keys/",
        "page:home": "/",
    }
    assert all(shelf.at(entry.url) is entry for entry in shelf.entries)
    assert {entry.url for entry in shelf.entries} <= set(shelf.addresses)


def test_a_list_has_an_address_while_something_is_in_it() -> None:
    assert "/stories/" in web(samples.document("story")).addresses
    assert "/stories/" not in web(samples.document("page")).addresses


def test_issues_come_by_number_the_latest_first() -> None:
    issues = [
        samples.document("newsletter", month, month=month, issue=number)
        for month, number in (("2026-11", 13), ("2027-03", 15), ("2026-12", 14))
    ]
    assert ids(web(*issues).all("newsletter")) == ["newsletter:2027-03", "newsletter:2026-12", "newsletter:2026-11"]


def test_stories_come_by_date_the_latest_first() -> None:
    stories = [samples.document("story", slug, date=day) for slug, day in (("a", "2026-11-01"), ("b", "2026-11-20"))]
    assert ids(web(*stories).all("story")) == ["story:b", "story:a"]


def test_events_come_by_their_start_and_those_without_one_last() -> None:
    events = [
        samples.document("event", "late"),
        samples.document("event", "soon", start="2026-12-01 16:00"),
        samples.document(
            "event",
            "open",
            start=None,
            end=None,
            event_status="postponed",
            status_note="Rain.",
            previous_start="2026-10-16 10:00",
        ),
    ]
    assert ids(web(*events).all("event")) == ["event:soon", "event:late", "event:open"]


def test_people_come_by_role_and_objectives_by_number() -> None:
    people = [
        samples.document("person", slug, role=role) for slug, role in (("a", "alumni"), ("c", "chair"), ("r", "rep"))
    ]
    objectives = [samples.document("objective", slug, order=order) for slug, order in (("a", 2), ("b", 1))]
    assert ids(web(*people).all("person")) == ["person:r", "person:c", "person:a"]
    assert ids(web(*objectives).all("objective")) == ["objective:b", "objective:a"]


def test_what_is_over_stands_apart_the_latest_first() -> None:
    events = [
        samples.document("event", slug, date="2026-10-01", start=f"{day} 16:00", end=f"{day} 19:00")
        for slug, day in (("one", "2026-10-02"), ("two", "2026-11-02"), ("three", "2026-12-02"))
    ]
    shelf = web(*events)
    assert ids(shelf.current("event")) == ["event:three"]
    assert ids(shelf.past("event")) == ["event:two", "event:one"]
    assert ids(shelf.current("event", NOW - timedelta(days=30))) == ["event:two", "event:three"]


def test_news_is_what_has_a_date_the_newest_first_whatever_the_order_it_is_read_in() -> None:
    shelved = [
        samples.document("page"),
        samples.document("story", "b"),
        samples.document("offer", "a", date="2026-11-21"),
        samples.document("event", "a"),
    ]
    expected = ["offer:a", "event:a", "story:b"]
    assert ids(web(*shelved).dated()) == expected
    assert ids(web(*reversed(shelved)).dated()) == expected


def test_neighbours_are_those_beside_it_in_its_kind() -> None:
    stories = [samples.document("story", slug, date=f"2026-11-0{n}") for n, slug in enumerate("abc", 1)]
    shelf = web(*stories, samples.document("page"))
    newest, middle, oldest = shelf.all("story")
    assert shelf.neighbours(newest) == (None, middle)
    assert shelf.neighbours(middle) == (newest, oldest)
    assert shelf.neighbours(oldest) == (middle, None)


def test_themes_hold_what_is_dated_and_what_is_not() -> None:
    shelf = web(
        samples.document("page", themes="money"),
        samples.document("offer", themes="[money, sport]", date="2026-11-01"),
        samples.document("story", themes="money"),
        samples.document("story", "draft", themes="college", status="draft"),
    )
    assert list(shelf.themes) == [Theme.MONEY, Theme.SPORT]
    assert ids(shelf.themes[Theme.MONEY]) == ["story:first-keys", "offer:first-keys", "page:first-keys"]
    assert "/themes/sport/" in shelf.addresses
    assert "/themes/college/" not in shelf.addresses


def test_years_hold_what_was_published_in_them() -> None:
    shelf = web(samples.document("offer", date="2025-05-01"), samples.document("story"), samples.document("page"))
    assert {year: ids(entries) for year, entries in shelf.years.items()} == {
        2026: ["story:first-keys"],
        2025: ["offer:first-keys"],
    }
    assert {"/archive/2026/", "/archive/2025/"} <= set(shelf.addresses)


def test_an_area_shows_people_only_as_far_as_they_agreed() -> None:
    shelf = web(
        samples.document("area", "northbridge"),
        samples.document("story", "shown", location_shown="area", area="northbridge", identity="first-name"),
        samples.document("story", "kept", area="northbridge"),
        samples.document("person", "ari", area_shown="northbridge"),
        samples.document("offer", "tax", responsible_areas="northbridge"),
        samples.document("event", "meet", areas="northbridge"),
        samples.document("event", "else", areas="merecombe"),
    )
    assert ids(shelf.of_area("northbridge")) == ["story:shown", "event:meet", "offer:tax", "person:ari"]


def test_sample_content_is_known_wherever_it_is() -> None:
    library = samples.library(samples.document("page", example="true"), samples.document("story"))
    assert library.examples() == ("pages/first-keys.md",)


@pytest.mark.parametrize(("day", "found"), [(31, []), (32, ["event:meet-up", "event:walk"])])
def test_what_belonged_to_an_area_belongs_to_whoever_took_over(day: int, found: list[str]) -> None:
    shelf = web(
        samples.document("area", "surrey", ends="2027-03-31", successors="[east]"),
        samples.document("area", "east", ends="2027-03-31", successors="[further-east]"),
        samples.document("area", "further-east", begins="2027-04-01"),
        samples.document("event", "meet-up", areas="[surrey]"),
        samples.document("event", "walk", areas="[surrey, east]"),
        as_of=datetime(2027, 3, 1, tzinfo=LONDON) + timedelta(days=day - 1),
    )
    assert sorted(ids(shelf.of_area("further-east"))) == found
    assert sorted(ids(shelf.of_area("surrey"))) == ["event:meet-up", "event:walk"]


def test_the_foot_of_each_page_hangs_on_what_stands_there_and_on_nothing_else_of_these_pages() -> None:
    def foot(**changed: Any) -> tuple[tuple[tuple[str, str, str], ...], str]:
        page = samples.document("page", "about", **{"nav_order": "1", **changed})
        library = samples.library(page, samples.document("page", "home", page_kind="home", nav_order="2"))
        return library.on(Channel.WEB).footer, library.answer(((Channel.WEB,), "footer", ()))

    first, mark = foot(title="About us all", nav_label="About")
    assert first == (("page:about", "/about/", "About"),)
    summary = "What we do and why, in two lines or so, and no more."
    assert foot(title="About us all", nav_label="About", summary=summary)[1] == mark
    assert foot(title="About us all", nav_label="Us")[1] != mark
    assert foot(title="About us all")[0] == (("page:about", "/about/", "About us all"),)
    assert foot(title="About us all", nav_order=None)[0] == ()
