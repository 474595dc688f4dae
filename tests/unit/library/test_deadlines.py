"""What the passing of time makes wrong, and what two files cannot both have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from plugins.model import Document, Level, Problem
from plugins.model.clock import LONDON
from plugins.model.picture import Original
from tests import samples

CHECKED = samples.NOW


def at(day: str, *shelved: Document) -> list[Problem]:
    """Give what is wrong with documents on a day; the help lines are checked on 1 November 2026."""
    when = datetime.fromisoformat(day).replace(tzinfo=LONDON)
    return [p for p in samples.library(*shelved, as_of=when).problems() if not p.path.startswith("data/")]


def told(problems: list[Problem]) -> list[tuple[str, str, Level]]:
    """Give the field, the code and the level of each."""
    return [(problem.field, problem.code, problem.level) for problem in problems]


REVIEW = ("consent.review_by", "C04", Level.WARNING)
ENDS = ("consent.expires", "C02", Level.WARNING)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-08-30", []),
        ("2027-09-01", [REVIEW]),
        ("2027-10-30", [REVIEW]),
        ("2027-10-31", [("consent.review_by", "C04", Level.OVERDUE)]),
    ],
)
def test_a_review_is_announced_then_due_then_overdue(day: str, expected: list[Any]) -> None:
    assert told(at(day, samples.document("story"))) == expected


def test_a_sample_is_never_overdue() -> None:
    assert told(at("2027-10-31", samples.document("story", example="true"))) == [REVIEW]


def test_the_end_of_a_yes_is_announced_and_then_told() -> None:
    story = samples.document("story", consent={"review_by": "2026-12-01", "expires": "2026-12-31"}, example="true")
    assert told(at("2026-10-10", story)) == []
    assert told(at("2026-12-20", story)) == [REVIEW, ENDS]
    (problem,) = at("2027-01-01", story)
    assert told([problem]) == [ENDS]
    assert problem.line > 10
    assert "ended on 31 December 2026. It has been taken off the site" in problem.message
    assert "ask the person again" in problem.fix


def test_a_yes_that_is_still_to_come_is_asked_about() -> None:
    story = samples.document("story", consent={"given": "2026-11-22", "review_by": "2027-11-01"})
    assert told(at("2026-11-21", story)) == [("consent.given", "C01", Level.WARNING)]


@pytest.mark.parametrize("changed", [{"status": "draft"}, {"status": "withdrawn"}, {"consent": {"status": "paused"}}])
def test_what_is_put_away_is_left_in_peace(changed: dict[str, Any]) -> None:
    assert at("2028-12-01", samples.document("story", **changed)) == []


@pytest.mark.parametrize(
    ("day", "level"), [("2027-05-01", None), ("2027-06-01", Level.WARNING), ("2027-11-10", Level.OVERDUE)]
)
def test_an_unchecked_offer_grows_stale(day: str, level: Level | None) -> None:
    expected = [("last_checked", "O02", level)] if level else []
    assert told(at(day, samples.document("offer"))) == expected


def test_unchecked_help_lines_and_facts_are_named() -> None:
    late = datetime(2027, 6, 1, tzinfo=LONDON)
    found = list(samples.library(as_of=late).problems())
    assert [(p.path, p.field, p.level) for p in found] == [
        ("data/supports.yml", "samaritans.last_checked", Level.WARNING),
        ("data/supports.yml", "shout.last_checked", Level.WARNING),
        ("data/facts.yml", "young-people-asked.last_checked", Level.WARNING),
    ]


def test_a_notice_past_its_review_is_named_while_it_is_shown() -> None:
    body = "/// notice | Closed\n    until: 2027-01-04\n    review: 2026-12-20\n\nUntil January.\n///"
    page = samples.document("page", body=body)
    assert at("2026-12-20", page) == []
    (problem,) = at("2026-12-21", page)
    assert (problem.code, problem.line, problem.level) == ("O02", 6, Level.WARNING)
    assert at("2027-01-05", page) == []


REFERENCE = "/// {kind} | first-keys\n///\n\n/// get-help\n///"
BUTTON = "/// button | Book or claim it now\n    link: {kind}:first-keys\n///\n\n/// get-help\n///"


@pytest.mark.parametrize("body", [REFERENCE, BUTTON])
@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        ("event", {"start": "2026-11-29 16:00", "end": "2026-11-29 19:00"}, "will be over when the email goes out"),
        ("event", {"booking_deadline": "2026-11-29", "booking_email": "a@example.org"}, "Nobody can book the event"),
        ("event", {"booking_deadline": "2026-11-30", "booking_email": "a@example.org"}, ""),
        ("offer", {"ongoing": None, "valid_until": "2026-11-29"}, "will be over when the email goes out"),
        ("offer", {"ongoing": None, "valid_until": "2026-11-30"}, "ends on 30 November 2026, within a week"),
        ("offer", {"ongoing": None, "valid_until": "2026-12-06"}, "ends on 6 December 2026, within a week"),
        ("offer", {"ongoing": None, "valid_until": "2026-12-07"}, ""),
        ("offer", {}, ""),
    ],
)
def test_what_comes_too_late_for_readers_is_named(body: str, kind: str, changed: dict[str, Any], told: str) -> None:
    issue = samples.document("newsletter", body=body.format(kind=kind))
    found = [str(problem) for problem in at("2026-11-21", issue, samples.document(kind, **changed))]
    assert len(found) == bool(told), found
    assert told in "".join(found)


@pytest.mark.parametrize(("kind", "end"), [("event", "2026-11-29 19:00"), ("offer", "")])
def test_what_is_over_when_the_email_goes_out_is_named(kind: str, end: str) -> None:
    changed: dict[str, Any] = {"ongoing": None, "valid_until": "2026-11-29"}
    if end:
        changed = {"start": "2026-11-29 16:00", "end": end}
    issue = samples.document("newsletter", body=f"/// {kind} | first-keys\n///\n\n/// get-help\n///")
    (problem,) = at("2026-11-21", issue, samples.document(kind, **changed))
    assert (problem.code, problem.line, problem.level) == ("N02", 14, Level.WARNING)
    assert "30 November 2026" in problem.message
    assert at("2026-12-01", issue, samples.document(kind, **changed)) == []


def test_an_offer_that_outlives_its_council_asks_for_the_next_one() -> None:
    area = samples.document("area", "surrey", ends="2027-03-31", successors="[east-surrey]")
    new = samples.document("area", "east-surrey")
    (problem,) = at("2026-11-21", area, new, samples.document("offer", responsible_areas="surrey"))
    assert (problem.field, problem.code, problem.level) == ("responsible_areas", "O05", Level.WARNING)
    assert "east-surrey" in problem.fix
    ending = samples.document("offer", responsible_areas="surrey", ongoing=None, valid_until="2027-03-31")
    assert at("2026-11-21", area, new, ending) == []


@pytest.mark.parametrize("slug", ["stories", "themes", "archive", "feeds", "images", "static", "editions", "calendars"])
def test_a_page_cannot_have_an_address_the_site_needs(slug: str) -> None:
    (problem,) = at("2026-11-21", samples.document("page", slug))
    assert (problem.path, problem.code, problem.level) == (f"pages/{slug}.md", "F10", Level.ERROR)
    assert f"/{slug}/" in problem.message


def test_there_is_one_home_page() -> None:
    first, second = (samples.document("page", slug, page_kind="home") for slug in ("home", "start"))
    (problem,) = at("2026-11-21", first, second)
    assert (problem.path, problem.field) == ("pages/start.md", "page_kind")
    assert "pages/home.md" in problem.message


def issue(month: str, number: int) -> Document:
    """Give an issue of a month with a number."""
    return samples.document("newsletter", month, month=month, issue=number, send_on=f"{month}-01 10:00")


def test_each_issue_has_a_number_of_its_own() -> None:
    (problem,) = at("2027-01-01", issue("2026-11", 13), issue("2026-12", 13))
    assert (problem.path, problem.field, problem.level) == ("newsletters/2026-12.md", "issue", Level.ERROR)


def test_a_number_that_is_left_out_is_asked_about() -> None:
    (problem,) = at("2027-01-01", issue("2026-11", 13), issue("2026-12", 15))
    assert (problem.field, problem.level, problem.fix) == ("issue", Level.WARNING, "Use 14, if none is missing.")


def test_two_pictures_cannot_be_published_under_one_name() -> None:
    pictures = [Original(name, 4, 4, "0", Path(name)) for name in ("keys-1.jpg", "keys-1.png")]
    (problem,) = samples.library(pictures=pictures).problems()
    assert (problem.path, problem.code) == ("images/keys-1.png", "F10")
