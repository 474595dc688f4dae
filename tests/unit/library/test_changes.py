"""The press knows when something next appears or disappears by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from plugins.library.coming import next_changes
from plugins.model.clock import LONDON
from plugins.press.report import coming
from tests.samples import document, library

LAPSES = {"expires": "2026-11-30", "review_by": "2026-11-30"}


def told(*changes: str, **fields: Any) -> None:
    found = library(document("story", **fields)).next_changes()
    assert [f"{change.moment:%Y-%m-%d %H:%M} {change.what}" for change in found] == list(changes)


def test_a_yes_that_ends_takes_the_story_down_at_the_midnight_after_its_last_day() -> None:
    told("2026-12-01 00:00 disappears", consent=LAPSES)


def test_a_story_appears_at_the_instant_it_is_to_be_published() -> None:
    told("2026-12-04 16:00 appears", publish_on="2026-12-04 16:00")


def test_a_story_appears_only_once_its_yes_begins_too() -> None:
    given = {"given": "2026-12-10", "review_by": "2027-09-30"}
    told("2026-12-10 00:00 appears", date="2026-12-01", consent=given)


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"consent": {**LAPSES, "status": "paused"}}])
def test_what_nobody_can_see_does_not_change(hidden: dict[str, Any]) -> None:
    told(**{"consent": LAPSES, **hidden})


def test_a_notice_a_booking_and_an_event_come_to_their_ends() -> None:
    event = document("event", booking_deadline="2026-12-01", booking_email="events@example.org")
    page = document("page", "about", body="/// notice | Office closed\n    until: 2026-11-30\n\nText.\n///")
    first = library(event, page).next_changes()
    assert [(change.name, change.what) for change in first] == [("page:about", "loses its notice “Office closed”")]
    later = library(event, page, as_of=first[0].moment).next_changes()
    assert [change.what for change in later] == ["can no longer be booked"]
    assert [change.what for change in library(event, as_of=later[0].moment).next_changes()] == ["is over"]


def test_all_that_changes_at_one_instant_is_said_in_one_sentence() -> None:
    shelved = [document("story", f"keys-{number}", consent=LAPSES) for number in range(7)]
    said = coming(library(*shelved).next_changes())
    assert said.startswith("Next change by itself: Tuesday 1 December 2026, midnight: story:keys-0 disappears, ")
    assert said.endswith("story:keys-4 disappears, 2 more.")


def test_where_nothing_will_change_it_says_so() -> None:
    assert coming(next_changes([], datetime(2026, 11, 21, tzinfo=LONDON))) == "Nothing will ever change by itself."
