"""Calendars: every event at its right time, on both sides of a clock change, whatever has happened to it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from plugins.calendars import artefacts
from plugins.library import Library
from plugins.model import Channel
from plugins.model.clock import LONDON
from plugins.view import Site
from tests.rooms import shelves
from tests.rooms.shelves import given, moment, printed, small

EVENT = """\
-- events/meet-up.md --
---
title: A meet-up to test with
summary: Forty characters at the very least, so that this is long enough.
date: 2026-11-01
event_kind: meeting
start: 2026-12-04 16:00
end: 2026-12-04 19:00
mode: in-person
venue: Mill Rooms
access: [step-free]
who_for: Everybody
cost: Free
travel_paid: not-needed
photos: none
organiser: clnm
contact_email: team@clnm.example.org
---

Come along.
"""
AREA = """\
-- areas/northbridge.md --
---
title: Northbridge House Project
summary: Ten young people and three workers who get ready for first homes together.
area_kind: lhp
nation: england
region: north-west
---

We meet every week.
"""
ALL = "calendars/all.ics"


def made(library: Library, site: Site) -> dict[str, bytes]:
    """Make every calendar of a library."""
    return printed(artefacts(library, site, Path("no theme")), library)


def parsed(data: bytes) -> Any:
    """Read a calendar back; whoever asks knows of what type each property is."""
    return icalendar.Calendar.from_ical(data)


def events(data: bytes) -> dict[str, Any]:
    """Read a calendar back: its events by their slugs, without the single times of a series that changed."""
    found = parsed(data)
    assert not found.errors
    whole = (event for event in found.walk("VEVENT") if "recurrence-id" not in event)
    return {str(event["uid"]).partition("@")[0]: event for event in whole}


def only(text: str, site: Site) -> Any:
    """Read back the one event of a small library."""
    return events(made(small(text), site)["calendars/meet-up.ics"])["meet-up"]


def starts(event: Any) -> list[datetime]:
    """Work out every start of a series, as a calendar program does."""
    rule, found, start = event["rrule"], [], event["dtstart"].dt
    assert set(rule) == {"FREQ", "UNTIL", "INTERVAL"}
    assert rule["freq"] == ["WEEKLY"]
    while start <= rule["until"][0]:
        found.append(start)
        start += timedelta(weeks=rule["interval"][0])
    gaps = {gap.dt for gap in event["exdate"].dts} if "exdate" in event else set()
    assert gaps <= set(found)
    return [start for start in found if start not in gaps]


def test_every_calendar_reads_back_and_holds_what_a_calendar_must(sample: Library, site: Site) -> None:
    files = made(sample, site)
    assert {f"calendars/{entry.document.slug}.ics" for entry in sample.on(Channel.WEB).all("event")} < set(files)
    for path, data in files.items():
        read = parsed(data)
        assert read["version"] == "2.0", path
        assert read["prodid"], path
        assert [zone["tzid"] for zone in read.walk("VTIMEZONE")] == ["Europe/London"]
        assert read.to_ical() == data
        for event in events(data).values():
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED"} <= set(event)
            assert event["url"].startswith("https://clnm.example.org/events/")
            assert event["description"].endswith(event["url"])


def test_lines_are_folded_and_end_as_the_standard_says(sample: Library, site: Site) -> None:
    for path, data in made(sample, site).items():
        assert data.endswith(b"END:VCALENDAR\r\n"), path
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data), path
        assert max(map(len, data.split(b"\r\n"))) <= 75, path


def test_a_weekly_evening_stays_at_half_past_five_when_the_clocks_change(sample: Library, site: Site) -> None:
    event = events(made(sample, site)[ALL])["cook-and-share-online"]
    found = starts(event)
    assert {start.astimezone(LONDON).strftime("%A %H:%M") for start in found} == {"Tuesday 17:30"}
    assert found[0].date() == date(2026, 12, 1)
    assert found[-1].date() == date(2027, 3, 30)
    assert not {date(2026, 12, 22), date(2026, 12, 29)} & {start.date() for start in found}
    assert [start.astimezone(UTC).hour for start in found[-2:]] == [17, 16]
    assert len(found) == 16
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=1)


def test_the_zone_that_a_calendar_brings_is_londons(sample: Library, site: Site) -> None:
    zone = parsed(made(sample, site)[ALL]).walk("VTIMEZONE")[0].to_tz()
    for day in range(0, 4 * 366, 7):
        for hour in (0, 3):
            at = datetime(2026, 10, 25, hour) + timedelta(days=day)  # noqa: DTZ001 - the wall clock is what is asked about
            assert at.replace(tzinfo=zone).utcoffset() == at.replace(tzinfo=LONDON).utcoffset(), at


@pytest.mark.parametrize("around", ["2027-03-28 00:59", "2027-03-28 02:01", "2026-10-25 00:59", "2026-10-25 02:01"])
def test_the_zone_changes_at_londons_hour(sample: Library, site: Site, around: str) -> None:
    zone = parsed(made(sample, site)[ALL]).walk("VTIMEZONE")[0].to_tz()
    at = datetime.fromisoformat(around)
    assert at.replace(tzinfo=zone).utcoffset() == at.replace(tzinfo=LONDON).utcoffset()


def test_a_cancelled_event_stays_and_says_so_first(sample: Library, site: Site) -> None:
    event = events(made(sample, site)[ALL])["lantern-walk"]
    assert event["status"] == "CANCELLED"
    assert event["sequence"] == 1
    assert event["summary"] == "Cancelled: Lantern walk by the water"
    assert event["description"].startswith("A storm was on its way")
    assert event["dtstart"].dt == moment("2026-11-14 17:00")


def test_a_postponed_event_stays_where_people_look_for_it(sample: Library, site: Site) -> None:
    event = events(made(sample, site)[ALL])["conference-small-steps"]
    assert event["status"] == "TENTATIVE"
    assert event["summary"].startswith("Postponed: ")
    assert event["dtstart"].dt == moment("2026-10-16 10:00")
    assert "dtend" not in event
    assert event["description"].startswith("Water came into the hall")
    assert "New date not set yet" in event["description"]


def test_a_rescheduled_event_is_at_its_new_time_and_tells_the_old(sample: Library, site: Site) -> None:
    event = events(made(sample, site)[ALL])["spring-residential"]
    assert event["status"] == "CONFIRMED"
    assert event["sequence"] == 1
    assert (event["dtstart"].dt, event["dtend"].dt) == (moment("2027-04-09 16:00"), moment("2027-04-11 14:00"))
    assert "Friday 19 February 2027, 4pm" in event["description"]


def test_an_event_is_known_by_its_file_name_and_stamped_by_its_own_dates(site: Site) -> None:
    event = only(EVENT.replace("date: 2026-11-01", "date: 2026-07-01\nupdated: 2026-07-04"), site)
    assert event["uid"] == "meet-up@clnm.example.org"
    assert event["dtstamp"].dt == event["last-modified"].dt == datetime(2026, 7, 3, 23, tzinfo=UTC)
    assert event["categories"].cats == ["Meeting"]


def test_an_event_of_whole_days_has_days_and_no_times(site: Site) -> None:
    text = EVENT.replace("start: 2026-12-04 16:00", "start: 2026-12-04 00:00\nall_day: true")
    event = only(text.replace("end: 2026-12-04 19:00", "end: 2026-12-05 23:59"), site)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 4), date(2026, 12, 6))
    assert event["dtstart"].params["value"] == "DATE"


def test_a_series_of_whole_days_leaves_out_its_gaps(site: Site) -> None:
    series = "start: 2026-12-04 00:00\nall_day: true\nrecurs: every other Friday until 2027-01-29 except 2026-12-18"
    text = EVENT.replace("start: 2026-12-04 16:00", series).replace("end: 2026-12-04 19:00", "end: 2026-12-04 23:59")
    data = made(small(text), site)["calendars/meet-up.ics"]
    assert b"EXDATE;VALUE=DATE:20261218\r\n" in data
    rule = events(data)["meet-up"]["rrule"]
    assert (rule["freq"], rule["interval"], rule["until"]) == (["WEEKLY"], [2], [date(2027, 1, 29)])


def test_a_series_whose_first_day_is_left_out_begins_with_the_second(site: Site) -> None:
    series = "start: 2026-12-04 16:00\nrecurs: every Friday until 2027-01-01 except 2026-12-04, 2026-12-25"
    event = only(EVENT.replace("start: 2026-12-04 16:00", series), site)
    assert [start.day for start in starts(event)] == [11, 18, 1]


def test_an_address_for_booked_people_only_is_in_no_calendar(sample: Library, site: Site) -> None:
    for path, data in made(sample, site).items():
        whole = re.sub(rb"\r\n[ \t]", b"", data)
        assert b"Ferry Brae" not in whole, path
        assert b"QS2 1AA" not in whole, path


@pytest.mark.parametrize(
    "link", ["https://zoom.us/j/123456", "teams.microsoft.com/l/meetup-join/19", "www.meet.example"]
)
@pytest.mark.parametrize("field", ["venue: Mill Rooms", "summary: Forty", "who_for: Everybody"])
def test_no_joining_link_is_in_a_calendar_even_for_staff(site: Site, link: str, field: str) -> None:
    staff = EVENT.replace("date:", "audience: [lhp-staff]\ndate:").replace("mode: in-person", "mode: both")
    staff = staff.replace("venue:", f"online_how: Join at {link}\nvenue:")
    data = made(small(staff.replace(field, f"{field} {link}")), site)["calendars/meet-up.ics"]
    assert link.encode() not in re.sub(rb"\r\n[ \t]", b"", data)
    assert events(data)["meet-up"]["url"] == "https://clnm.example.org/events/meet-up/"


def test_a_calendar_to_subscribe_to_has_a_name_and_a_single_event_has_none(sample: Library, site: Site) -> None:
    files = made(sample, site)
    everything = parsed(files[ALL])
    assert everything["name"] == everything["x-wr-calname"] == "CLNM: Events"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in files[ALL]
    assert b"SOURCE;VALUE=URI:https://clnm.example.org/calendars/all.ics\r\n" in files[ALL]
    assert b"X-PUBLISHED-TTL:P1D\r\n" in files[ALL]
    assert b"X-WR-CALNAME" not in files["calendars/winter-meet-up.ics"]


def test_an_area_has_a_calendar_where_it_has_events_and_can_be_seen(site: Site) -> None:
    here = EVENT.replace("date:", "areas: [northbridge]\ndate:", 1)
    path = "calendars/areas/northbridge.ics"
    assert set(events(made(small(here + AREA), site)[path])) == {"meet-up"}
    assert path not in made(small(EVENT + AREA), site)
    assert path not in made(small(here + AREA.replace("title:", "status: draft\ntitle:")), site)


def test_a_year_after_its_end_an_event_leaves_the_calendar_but_keeps_its_file(site: Site) -> None:
    soon, late = (made(small(EVENT, day), site) for day in ("2027-12-04 18:59", "2027-12-04 19:00"))
    assert set(events(soon[ALL])) == {"meet-up"}
    assert events(late[ALL]) == {}
    assert soon["calendars/meet-up.ics"] == late["calendars/meet-up.ics"]


def test_a_draft_is_in_no_calendar(site: Site) -> None:
    files = made(small(EVENT.replace("date:", "status: draft\ndate:", 1)), site)
    assert set(files) == {ALL}
    assert b"meet-up" not in files[ALL]


def test_the_same_events_give_the_same_bytes_on_another_day(sample: Library, site: Site) -> None:
    assert made(shelves.sample("2026-11-22 09:00"), site) == made(sample, site) == made(shelves.sample(), site)


def test_a_calendar_is_made_again_when_one_of_its_events_changes_and_only_then(site: Site) -> None:
    def prints(text: str) -> dict[str, str]:
        return {made.path: made.fingerprint for made in given(artefacts, small(text), site, Path("no theme"))}

    other = EVENT.replace("meet-up.md", "other.md")
    before, after = prints(EVENT + other), prints(EVENT.replace("Mill Rooms", "Quay Rooms") + other)
    assert prints(EVENT + other) == before
    assert {path for path in before if before[path] != after[path]} == {ALL, "calendars/meet-up.ics"}
