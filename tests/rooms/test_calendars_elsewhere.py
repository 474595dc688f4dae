"""Other people's programs read our calendars: they are valid, and say when each event is as its page does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import icalendar
import pytest
import recurring_ical_events
import vobject

from plugins.calendars import artefacts
from plugins.library import Library
from plugins.model import Channel, Event
from plugins.model.clock import LONDON
from plugins.model.taxonomy import Audience
from plugins.view import Site
from plugins.view.following import news_page, to_subscribe
from plugins.view.viewpoint import Viewpoint
from tests.rooms import shelves
from tests.rooms.shelves import moment, printed, small
from tests.rooms.test_calendars import EVENT
from tests.unit.view.looking import SITE

ALL = "calendars/all.ics"
SERIES = EVENT.replace(
    "mode: in-person",
    """recurs: every Friday until 2027-04-09 except 2026-12-25
changed_days:
  - day: 2027-01-08
    moved_to: 2027-01-09 11:00
    note: The hall is taken.
  - day: 2027-03-26
    note: It is Good Friday.
mode: in-person""",
)


@cache
def files() -> dict[str, bytes]:
    library = shelves.sample()
    return printed(artefacts(library, SITE, shelves.ROOT / "theme"), library)


def calendar(text: str, site: Site) -> Any:
    made = printed(artefacts(small(text), site, shelves.ROOT / "theme"), small(text))
    return icalendar.Calendar.from_ical(made["calendars/meet-up.ics"])


def shown(read: Any, first: str, last: str) -> list[Any]:
    """Give what a calendar program shows between two days: each time of each event, in order."""
    found = recurring_ical_events.of(read).between(moment(first), moment(last))
    return sorted(found, key=lambda event: str(event["dtstart"].dt))


@pytest.mark.parametrize("path", files())
def test_every_calendar_is_valid_by_another_library(path: str) -> None:
    read = vobject.readOne(files()[path].decode())
    assert read.validate(raiseException=True)
    for event in read.vevent_list:
        assert event.validate(raiseException=True)
        assert event.dtstart.value <= getattr(event, "dtend", event.dtstart).value


@pytest.mark.parametrize("path", files())
def test_every_property_stands_where_the_standard_lets_it(path: str) -> None:
    """RFC 5545, section 3.6.1: what an event must have, may have once, and may not have beside another."""
    read = icalendar.Calendar.from_ical(files()[path])
    assert not read.errors
    names = {}
    for event in read.walk("VEVENT"):
        once = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "URL", "LOCATION", "DESCRIPTION"}
        assert all(not isinstance(event[name], list) for name in once)
        assert not {"DTEND", "DURATION"} <= set(event)
        assert event["status"] in {"CONFIRMED", "TENTATIVE", "CANCELLED"}
        key = (str(event["uid"]), str(event.get("recurrence-id", "")) and event["recurrence-id"].to_ical())
        assert key not in names
        names[key] = event


def test_both_changes_of_the_clock_leave_an_event_at_the_time_of_its_page() -> None:
    library = shelves.sample()
    read = icalendar.Calendar.from_ical(files()[ALL])
    events = [e.document for e in to_subscribe(library) if isinstance(e.document, Event) and e.document.start]
    told = {f"{event.slug}@clnm.example.org": event for event in events}
    for first, last in (("2026-10-01", "2026-11-20"), ("2026-11-20", "2027-01-31"), ("2027-02-01", "2027-04-30")):
        for one in shown(read, first, last):
            event = told.get(str(one["uid"]))
            if event and event.start and not event.all_day and one["status"] != "CANCELLED":
                start = one["dtstart"].dt
                assert start.astimezone(UTC) in {when.astimezone(UTC) for when in event.starts}


@pytest.mark.parametrize(
    ("first", "change", "hours"),
    [("2026-10-20 17:30", "2026-10-25", (16, 17)), ("2027-03-23 17:30", "2027-03-28", (17, 16))],
)
def test_a_series_keeps_its_hour_over_a_change_of_the_clock(
    first: str, change: str, hours: tuple[int, int], site: Site
) -> None:
    start = moment(first)
    text = EVENT.replace("start: 2026-12-04 16:00", f"start: {first}\nrecurs: every Tuesday until {change[:5]}12-31")
    text = text.replace("date: 2026-11-01", "date: 2026-07-01").replace(
        "12-31", "03-31" if start.month == 3 else "12-31"
    )
    text = text.replace("end: 2026-12-04 19:00", f"end: {first[:10]} 18:30")
    found = shown(calendar(text, site), first[:10], str((start + timedelta(days=8)).date()))
    assert [event["dtstart"].dt.astimezone(LONDON).strftime("%H:%M") for event in found] == ["17:30", "17:30"]
    assert [event["dtstart"].dt.astimezone(UTC).hour for event in found] == list(hours)
    assert {event["dtend"].dt - event["dtstart"].dt for event in found} == {timedelta(hours=1)}


def test_one_time_of_a_series_moves_and_another_is_called_off(site: Site) -> None:
    found = shown(calendar(SERIES, site), "2026-12-01", "2027-05-01")
    days = {event["dtstart"].dt.astimezone(LONDON).strftime("%m-%d %H:%M"): event for event in found}
    assert "12-25 16:00" not in days
    assert "01-08 16:00" not in days
    moved, off = days["01-09 11:00"], days["03-26 16:00"]
    assert (moved["status"], str(moved["summary"])) == ("CONFIRMED", "A meet-up to test with")
    assert moved["dtend"].dt == moment("2027-01-09 14:00")
    assert "Friday 8 January 2027 moves to Saturday 9 January 2027, 11am" in moved["description"]
    assert (off["status"], str(off["summary"])) == ("CANCELLED", "Cancelled: A meet-up to test with")
    assert "It is Good Friday." in off["description"]
    assert len(found) == 18
    assert {event["sequence"] for event in found} == {2}


def test_a_series_of_whole_days_names_its_changed_days_by_the_day(site: Site) -> None:
    text = SERIES.replace("start: 2026-12-04 16:00", "start: 2026-12-04 00:00\nall_day: true")
    read = calendar(text.replace("end: 2026-12-04 19:00", "end: 2026-12-04 23:59"), site)
    ids = [event["recurrence-id"] for event in read.walk("VEVENT") if "recurrence-id" in event]
    assert [one.params["VALUE"] for one in ids] == ["DATE", "DATE"]


@pytest.mark.parametrize(("day", "kept"), [("2026-11-14 18:00", True), ("2027-01-01", True), ("2028-01-01", False)])
def test_a_cancelled_event_stays_in_subscribed_calendars_past_its_old_end(day: str, kept: bool) -> None:  # noqa: FBT001
    library = shelves.sample(day)
    data = printed(artefacts(library, SITE, shelves.ROOT / "theme"), library)[ALL]
    assert (b"lantern-walk@" in data) is kept


def test_each_audience_has_a_calendar_with_what_is_for_it_and_for_everyone(sample: Library, site: Site) -> None:
    named = {path for path in files() if path.startswith("calendars/audiences/")}
    used = {word for e in sample.on(Channel.WEB).all("event") for word in e.document.audience} - {Audience.EVERYONE}
    assert named == {f"calendars/audiences/{audience}.ics" for audience in used}
    staff = files()["calendars/audiences/personal-advisers.ics"]
    assert b"staff-webinar-words-we-choose@" in staff
    assert b"spring-residential@" not in staff
    links = news_page(Viewpoint.on_page(sample, site, "/get-the-news/")).audiences
    assert "webcal://clnm.example.org/calendars/audiences/personal-advisers.ics" in {one.calendar for one in links}


def test_no_calendar_lets_a_stranger_into_a_meeting() -> None:
    for path, data in files().items():
        text = re.sub(rb"\r\n ", b"", data)
        assert not re.search(rb"CONFERENCE|zoom\.us|teams\.microsoft|meet\.google", text), path


def test_a_moved_time_is_what_comes_next_and_the_last_end_follows_it() -> None:
    (event,) = (found for found in shelves.written(SERIES) if isinstance(found, Event))
    assert event.next_start(moment("2027-01-02")) == moment("2027-01-09 11:00")
    assert datetime(2027, 3, 26, 16, tzinfo=LONDON) not in event.starts
    assert event.last_end == moment("2027-04-09 19:00")
