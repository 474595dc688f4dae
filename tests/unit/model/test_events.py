"""When events are: the days of a series, what comes next, and a programme over several days."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from plugins.model import Event
from plugins.model.clock import LONDON, day_in_words, exists, time_in_words
from tests import samples


def event(body: str | None = None, **changed: Any) -> Event:
    """Give an event after changes."""
    found = samples.document("event", body=body, **changed)
    assert isinstance(found, Event)
    return found


def moment(text: str) -> datetime:
    """Give an instant in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def test_a_series_is_every_week_but_for_its_gaps() -> None:
    found = event(recurs="every Friday until 2027-01-01 except 2026-12-25 and 2027-01-01")
    assert [f"{start:%m-%d %H:%M}" for start in found.starts] == ["12-04 16:00", "12-11 16:00", "12-18 16:00"]
    assert found.last_end == moment("2026-12-18 19:00")


def test_every_other_week_skips_one() -> None:
    found = event(recurs="Every other  Friday until 2027-01-01")
    assert [f"{start:%m-%d}" for start in found.starts] == ["12-04", "12-18", "01-01"]


def test_a_series_keeps_its_time_when_the_clocks_change() -> None:
    found = event(start="2027-03-26 17:30", end="2027-03-26 18:30", recurs="every Friday until 2027-04-02")
    assert [start.isoformat() for start in found.starts] == ["2027-03-26T17:30:00+00:00", "2027-04-02T17:30:00+01:00"]


def test_what_comes_next_is_the_first_that_is_not_over() -> None:
    found = event(recurs="every Friday until 2026-12-18")
    assert found.next_start(moment("2026-12-11 18:59")) == moment("2026-12-11 16:00")
    assert found.next_start(moment("2026-12-11 19:00")) == moment("2026-12-18 16:00")
    assert found.next_start(moment("2027-01-01")) == moment("2026-12-18 16:00")


def test_an_event_is_over_when_the_last_of_it_is() -> None:
    assert not event().ended(moment("2026-12-04 18:59"))
    assert event().ended(moment("2026-12-04 19:00"))
    assert not event(recurs="every Friday until 2026-12-11").ended(moment("2026-12-04 19:00"))


def test_a_postponed_event_is_never_over() -> None:
    found = event(
        event_status="postponed", status_note="Rain.", previous_start="2026-10-16 10:00", start=None, end=None
    )
    assert (found.starts, found.last_end, found.next_start(samples.NOW)) == ((), None, None)
    assert not found.ended(moment("2030-01-01"))


AGENDA = """
  - time: 16:30
    title: Doors open
  - time: 20:00
    title: Supper
    speakers: [The cooks, A rep]
  - day: 2027-04-10
    time: 09:00
    title: Walk, talk and tea
    speakers: A rep from the north, who walks
  - time: 15:00
    title: Workshop"""
WEEKEND = {"start": "2027-04-09 16:00", "end": "2027-04-11 14:00", "agenda": AGENDA}


def test_a_programme_may_go_over_several_days() -> None:
    found = event(**WEEKEND)
    assert [f"{when:%d %H:%M} {item.title}" for when, item in found.programme] == [
        "09 16:30 Doors open",
        "09 20:00 Supper",
        "10 09:00 Walk, talk and tea",
        "10 15:00 Workshop",
    ]
    assert [item.speakers for item in found.agenda][1:3] == [
        ("The cooks", "A rep"),
        ("A rep from the north, who walks",),
    ]


def test_a_programme_that_goes_backwards_is_told_how_to_name_its_days() -> None:
    (problem,) = samples.problems("event", **{**WEEKEND, "agenda": AGENDA.replace("day: 2027-04-10\n    ", "")})
    assert (problem.field, problem.code) == ("agenda", "D04")
    assert "day: 2027-04-11" in problem.fix


@pytest.mark.parametrize("time", ["15:59", "19:01"])
def test_a_programme_stays_inside_its_event(time: str) -> None:
    (problem,) = samples.problems("event", agenda=f"\n  - time: {time}\n    title: Too soon or too late")
    assert (problem.field, problem.code) == ("agenda", "D04")
    assert "2026-12-04 16:00 to 2026-12-04 19:00" in problem.message


def test_a_time_that_is_none_is_named_by_its_place_in_the_agenda() -> None:
    (problem,) = samples.problems("event", agenda="\n  - time: 16:30\n    title: Fine\n  - time: 4pm\n    title: Wrong")
    assert (problem.field, problem.code) == ("agenda 2.time", "F11")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("00:00", "midnight"),
        ("12:00", "midday"),
        ("00:30", "12:30am"),
        ("12:30", "12:30pm"),
        ("09:05", "9:05am"),
        ("16:00", "4pm"),
    ],
)
def test_times_are_said_as_people_say_them(written: str, said: str) -> None:
    assert time_in_words(moment(f"2026-12-04 {written}")) == said


def test_days_are_said_in_english_on_any_machine() -> None:
    assert day_in_words(moment("2026-12-04").date(), weekday=True) == "Friday 4 December 2026"


def test_the_hour_that_spring_skips_does_not_exist() -> None:
    assert not exists(moment("2027-03-28 01:30"))
    assert exists(moment("2027-03-28 02:00"))
    assert exists(moment("2026-10-25 01:30"))
    assert exists(moment("2026-10-25 01:30").replace(fold=1))
