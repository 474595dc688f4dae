"""Dates that could be misread are asked about; the ones that cannot are shown as they should be."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.clock import LONDON
from tests import samples


@pytest.mark.parametrize(
    ("written", "code", "fix"),
    [
        ("31/10/2026", "D01", "2026-10-31"),
        ("31-10-26", "D01", "2026-10-31"),
        ("31.10.2026", "D01", "2026-10-31"),
        ("2026/10/31", "D01", "2026-10-31"),
        ("2026-1-5", "D01", "2026-01-05"),
        ("Oct 31 2026", "D01", "2026-10-31"),
        ("31 October 2026", "D01", "2026-10-31"),
        ("Saturday 31st October 2026", "D01", "2026-10-31"),
        ("5/5/2026", "D01", "2026-05-05"),
        ("03/04/2026", "D02", "Write 2026-04-03 or 2026-03-04."),
        ("2026-02-30", "D03", "year-month-day"),
        ("2026-13-01", "D03", "year-month-day"),
        ("0000-01-01", "D03", "year-month-day"),
        ("2026-10-31T18:00", "D01", "Change it to: 2026-10-31"),
        ("2026-10-31 18:00", "D01", "Change it to: 2026-10-31"),
        ("2016-10-31", "D01", "Check the year"),
        ("2926-10-31", "D01", "Check the year"),
        ("next Friday", "D01", "2026-10-31"),
        ("40/40/2026", "D03", "Look at a calendar"),
        ("20261031", "D01", "2026-10-31"),
    ],
)
def test_a_date_in_another_form_is_never_guessed(written: str, code: str, fix: str) -> None:
    problem = samples.problems("page", started=written)[0]
    assert (problem.path, problem.line, problem.field, problem.code) == ("pages/first-keys.md", 4, "started", code)
    assert fix in problem.fix


def test_a_day_that_has_two_readings_says_so() -> None:
    assert "two different days" in samples.problems("page", started="03/04/2026")[0].message


def test_a_day_that_does_not_exist_says_so() -> None:
    assert samples.problems("page", started="2026-02-30")[0].message == "There is no such day as 2026-02-30."


@pytest.mark.parametrize("written", ["2026-10-31", "2026–10–31", '"2026-10-31"'])
def test_a_day_is_read(written: str) -> None:
    assert samples.document("page", started=written).model_dump()["started"] == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("written", "code", "message", "fix"),
    [
        ("2027-03-28 01:30", "D05", "does not exist: the clocks go forward", "before 01:00 or from 02:00"),
        ("2026-12-04", "D01", "needs a day and a time", "2026-12-04 16:00"),
        ("4 December at 4pm", "D01", "needs a day and a time", "2026-12-04 16:00"),
        ("2026-12-04 25:00", "D03", "There is no time 25:00", "24-hour clock"),
        ("2026-12-04 16:60", "D03", "There is no time 16:60", "24-hour clock"),
        ("04/12/2026 16:00", "D02", "two different days", "2026-12-04"),
        ("2026-02-30 16:00", "D03", "no such day", "year-month-day"),
    ],
)
def test_a_moment_that_is_none_says_why(written: str, code: str, message: str, fix: str) -> None:
    problem = samples.problems("event", start=written)[0]
    assert (problem.field, problem.code) == ("start", code)
    assert message in problem.message
    assert fix in problem.fix


@pytest.mark.parametrize(
    "written", ["2026-12-04 16:00", "2026-12-04T16:00", "2026-12-04 16:00:00", "2026-12-04  16:00"]
)
def test_a_moment_is_read_by_londons_clocks(written: str) -> None:
    start = samples.document("event", start=written).model_dump()["start"]
    assert start.isoformat() == "2026-12-04T16:00:00+00:00"
    assert start.tzinfo is LONDON


def test_the_hour_that_comes_twice_is_the_first_of_them() -> None:
    start = samples.document("event", start="2026-10-25 01:30", end="2026-10-25 04:00").model_dump()["start"]
    assert start.isoformat() == "2026-10-25T01:30:00+01:00"
