"""What holds for any two pages, and for any series of days."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, time, timedelta
from urllib.parse import urljoin

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from plugins.model.clock import LONDON
from plugins.model.recurrence import LONGEST_SERIES, WEEKDAYS, read_recurrence
from plugins.view import Links, output_path

SITE = "https://clnm.example.org"
segments = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
folders = st.lists(segments, max_size=4).map(lambda parts: "/" + "".join(f"{part}/" for part in parts))
files = st.builds(
    lambda folder, name, ending: f"{folder}{name}.{ending}", folders, segments, st.sampled_from(["ics", "rss.xml"])
)
addresses = st.one_of(folders, files)


@given(page=addresses, to=addresses, anchor=st.one_of(st.just(""), segments.map(lambda part: f"#{part}")))
def test_a_relative_link_leads_back_to_the_address_it_is_made_of(page: str, to: str, anchor: str) -> None:
    written = Links(SITE, page).to(to + anchor)
    assert urljoin(SITE + page, written) == SITE + to + anchor
    assert written
    assert not written.startswith("/")


@given(base=folders, page=folders, to=addresses)
def test_it_does_so_in_any_folder(base: str, page: str, to: str) -> None:
    site = SITE + base.rstrip("/")
    assert urljoin(site + page, Links(site, page).to(to)) == site + to


@given(one=addresses, other=addresses)
def test_two_addresses_never_share_a_file(one: str, other: str) -> None:
    assume(one != other)
    assert output_path(one) != output_path(other)


days = st.dates(date(2020, 1, 1), date(2090, 1, 1))


@given(
    first=days,
    at=st.times(time(3), time(23)),
    length=st.integers(0, 80),
    weeks=st.integers(1, 2),
    gaps=st.sets(st.integers(0, 80), max_size=4),
)
def test_a_series_is_its_days_at_one_time_but_for_its_gaps(
    first: date,
    at: time,
    length: int,
    weeks: int,
    gaps: set[int],
) -> None:
    step = timedelta(weeks=weeks)
    until = first + step * length
    left_out = sorted({first + step * gap for gap in gaps})
    words = f"every {'other ' if weeks > 1 else ''}{WEEKDAYS[first.weekday()]} until {until}"
    if left_out:
        words += f" except {' and '.join(map(str, left_out))}"
    series = read_recurrence(words)
    assert series is not None
    start = datetime.combine(first, at.replace(second=0, microsecond=0), LONDON)
    starts = series.starts(start)
    assert {found.timetz() for found in starts} <= {start.timetz()}
    assert len(set(starts)) == len(starts)
    expected = {first + step * number for number in range(length + 1)} - set(left_out)
    assert {found.date() for found in starts} == {day for day in expected if day <= first + LONGEST_SERIES}


@given(words=st.text(max_size=80))
def test_no_words_make_a_series_crash(words: str) -> None:
    with contextlib.suppress(PydanticCustomError):
        assert read_recurrence(words) is not None
