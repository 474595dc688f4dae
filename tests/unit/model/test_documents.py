"""What every document promises about its time and its picture, and each kind about itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.model import Channel, Level
from plugins.model.clock import LONDON
from tests import samples

NOW = samples.NOW


def codes(kind: str, body: str | None = None, **changed: Any) -> list[tuple[str, str, Level]]:
    """Give field, code and level of what is wrong with a document after changes."""
    return [(p.field, p.code, p.level) for p in samples.problems(kind, body, **changed)]


@pytest.mark.parametrize("kind", list(samples.KINDS))
def test_the_samples_are_right(kind: str) -> None:
    assert codes(kind) == []


ERRORS: list[tuple[str, dict[str, Any], str, str]] = [
    ("page", {"date": "2026-11-20", "updated": "2026-11-19"}, "updated", "D04"),
    ("page", {"date": "2026-11-20", "unpublish_on": "2026-11-20"}, "unpublish_on", "D04"),
    ("page", {"image": "keys-1.png", "image_consent": "stock"}, "image_alt", "A01"),
    ("page", {"image": "keys-1.png", "image_consent": "stock", "image_alt": "IMG_1.JPG"}, "image_alt", "A02"),
    ("page", {"image": "keys-1.png", "image_alt": "Two keys"}, "image_consent", "C05"),
    ("page", {"content_note": "suicide"}, "supports", "H01"),
    ("page", {"page_kind": "rights", "source": "https://example.org", "nations": "england"}, "last_checked", "O02"),
    ("page", {"started": "2026-02-02", "ended_on": "2026-02-01"}, "ended_on", "D04"),
    ("story", {"date": None}, "date", "D01"),
    ("story", {"pull_quote": "word " * 41}, "pull_quote", "Q01"),
    ("story", {"location_shown": "area"}, "area", "P02"),
    ("story", {"region": None}, "region", "P02"),
    ("story", {"areas": "northbridge"}, "areas", "P02"),
    ("story", {"consent": {"scope": "[]"}}, "consent.scope", "C01"),
    ("story", {"consent": {"ref": "CR-14"}}, "consent.ref", "C01"),
    ("story", {"consent": {"review_by": "2027-10-02"}}, "consent.review_by", "C04"),
    ("story", {"consent": {"expires": "2028-10-02"}}, "consent.expires", "C02"),
    ("story", {"consent": {"status": "withdrawn"}}, "consent.withdrawn_on", "C06"),
    ("event", {"end": "2026-12-04 15:00"}, "end", "D04"),
    ("event", {"start": None}, "start", "D01"),
    ("event", {"event_status": "cancelled"}, "status_note", "E04"),
    ("event", {"event_status": "rescheduled", "status_note": "Rain."}, "previous_start", "D01"),
    (
        "event",
        {"event_status": "postponed", "status_note": "Rain.", "previous_start": "2026-12-04 16:00"},
        "start",
        "D01",
    ),
    ("event", {"booking_deadline": "2026-12-05", "booking_email": "a@example.org"}, "booking_deadline", "D07"),
    ("event", {"booking_deadline": "2026-12-01"}, "booking_url", "E01"),
    ("event", {"venue": None}, "venue", "E05"),
    ("event", {"access": None}, "access", "E02"),
    ("event", {"mode": "online"}, "online_how", "E01"),
    ("event", {"mode": "both"}, "online_how", "E01"),
    ("event", {"contact_email": None}, "contact_email", "E06"),
    ("event", {"age_from": "18", "age_to": "16"}, "age_to", "O03"),
    ("event", {"recurs": "every Friday until 2026-11-27"}, "recurs", "D04"),
    ("event", {"recurs": "every Friday until 2036-11-28"}, "recurs", "D04"),
    ("event", {"recurs": "every Monday until 2027-01-25"}, "start", "D06"),
    ("event", {"recurs": "every Friday until 2026-12-11 except 2026-12-18"}, "recurs", "D04"),
    ("event", {"recurs": "every other Friday until 2027-01-01 except 2026-12-11"}, "recurs", "D04"),
    ("event", {"recurs": "every Friday until 2026-12-11 except 2026-12-04, 2026-12-11"}, "recurs", "D04"),
    ("event", {"recurs": "every Friday until 2026-12-25 except 2026-12-24"}, "recurs", "D06"),
    ("event", {"recurs": "now and then"}, "recurs", "E07"),
    ("event", {"recurs": "every Friday until 2026-02-30"}, "recurs", "D03"),
    (
        "event",
        {"start": "2027-03-21 01:30", "end": "2027-03-21 03:00", "recurs": "every Sunday until 2027-03-28"},
        "start",
        "D05",
    ),
    ("offer", {"nations": None}, "nations", "O01"),
    ("offer", {"link": None}, "link", "A05"),
    ("offer", {"ongoing": None}, "valid_until", "O02"),
    ("offer", {"valid_until": "2027-01-01"}, "ongoing", "O02"),
    ("offer", {"ongoing": None, "valid_from": "2027-01-02", "valid_until": "2027-01-01"}, "valid_until", "D04"),
    ("offer", {"last_checked": None}, "last_checked", "O02"),
    ("offer", {"age_note": "Up to 25"}, "age_note", "O03"),
    ("offer", {"age_from": "25", "age_to": "16"}, "age_to", "O03"),
    ("offer", {"value_from": "10", "value_to": "5"}, "value_to", "D04"),
    ("offer", {"offer_kind": "grant"}, "affects_benefits", "O06"),
    ("offer", {"offer_kind": "local-offer", "where_rule": "both"}, "responsible_areas", "O01"),
    ("offer", {"how_to_claim": "[a, b, c, d, e, f, g]"}, "how_to_claim", "F11"),
    ("person", {"consent": None}, "consent", "C01"),
    ("person", {"contact_email": "ari@example.org"}, "contact_email", "P04"),
    ("person", {"term_from": None}, "term_from", "D01"),
    ("person", {"display_name": "Ari Smith"}, "display_name", "P05"),
    ("publication", {"publication_kind": "report", "link": "https://example.org/a.pdf"}, "file_size", "B01"),
    ("newsletter", {"month": "2026-11"}, "month", "F09"),
    ("newsletter", {"subject": "a" * 45, "preheader": "a" * 45}, "preheader", "N01"),
    ("newsletter", {"preheader": "A winter meet-up, and warm homes and warm homes again"[:47]}, "preheader", "N01"),
    ("newsletter", {"from": "news@example.org"}, "from", "A07"),
    ("newsletter", {"from": "The news team <news@example>"}, "from", "A07"),
    ("newsletter", {"editions_by": "areas"}, "editions_by", "N06"),
    ("newsletter", {"subject": "WARM HOMES and a winter meet-up"}, "subject", "N01"),
    ("newsletter", {"subject": "Warm homes and a winter meet-up!!"}, "subject", "N01"),
    ("newsletter", {"reply_to": "team"}, "reply_to", "A07"),
]


@pytest.mark.parametrize(("kind", "changed", "field", "code"), ERRORS, ids=lambda value: str(value)[:60])
def test_a_broken_rule_is_told_at_its_field(kind: str, changed: dict[str, Any], field: str, code: str) -> None:
    assert codes(kind, **changed)[0] == (field, code, Level.ERROR)


@pytest.mark.parametrize(
    ("kind", "changed", "field", "code"),
    [
        ("story", {"identity": "first-name", "storyteller": "Ari Smith"}, "storyteller", "P05"),
        ("story", {"location_shown": "area", "area": "northbridge"}, "location_shown", "P02"),
        ("event", {"end": "2026-12-09 16:00"}, "end", "D04"),
        ("event", {"access": "unknown"}, "access", "E02"),
    ],
)
def test_what_asks_for_a_look_does_not_stop(kind: str, changed: dict[str, Any], field: str, code: str) -> None:
    assert codes(kind, **changed) == [(field, code, Level.WARNING)]


def test_nobody_said_what_is_not_in_the_story() -> None:
    assert codes("story", "I was cold.", pull_quote="I was warm.") == [("pull_quote", "Q02", Level.ERROR)]


def test_a_quote_is_found_whatever_its_quote_marks_and_lines() -> None:
    assert codes("story", "It’s *warm*\nnow, they “said”.", pull_quote="It's warm now, they") == []


def test_our_own_summing_up_needs_no_such_words() -> None:
    assert codes("story", "She was cold.", pull_quote="I was cold.", told_by="staff-summary") == []


def test_a_withdrawn_story_keeps_no_words() -> None:
    consent = {"status": "withdrawn", "withdrawn_on": "2026-11-02"}
    assert codes("story", "I was cold.", consent=consent) == [("consent.status", "C06", Level.ERROR)]
    assert codes("story", "", consent=consent) == []


PHOTO = {"image": "first-keys-1.png", "image_alt": "Ari at a door", "image_consent": "CR-2026-014"}
FIGURE = "/// figure | ari-1.png\n    alt: Ari\n    image_consent: CR-2026-014\n///"


@pytest.mark.parametrize("kind", ["story", "person"])
def test_no_photo_is_shown_of_somebody_who_wanted_none(kind: str) -> None:
    assert codes(kind, consent={"images": "none"}, **PHOTO) == [("image", "C05", Level.ERROR)]
    assert codes(kind, consent={"images": "none"}, **{**PHOTO, "image_consent": "illustration"}) == []


def test_no_photo_slips_in_by_way_of_the_body() -> None:
    assert codes("story", FIGURE, consent={"images": "none"}) == [("", "C05", Level.ERROR)]
    assert codes("story", FIGURE) == []


@pytest.mark.parametrize(("kind", "named"), [("story", {"identity": "first-name"}), ("person", {})])
def test_a_person_under_18_is_shown_by_name_or_by_photo(kind: str, named: dict[str, Any]) -> None:
    young = {"under_18_when_given": "true", "adult_supported": "true", "expires": "2027-09-30"}
    assert codes(kind, consent=young, **named, **PHOTO) == [("image", "C05", Level.ERROR)]
    assert codes(kind, consent=young, **named) == []


def test_a_yes_given_under_18_lasts_a_year_and_needs_an_adult() -> None:
    found = codes("story", consent={"under_18_when_given": "true"})
    assert found == [("consent.expires", "C02", Level.ERROR), ("consent.adult_supported", "C01", Level.ERROR)]


@pytest.mark.parametrize(
    "changed",
    [
        {"booking_url": "https://zoom.us/j/123"},
        {"venue": "https://teams.microsoft.com/l/meetup-join/x"},
        {"food": "Bring tea to meet.google.com/abc"},
        {"agenda": "\n  - time: 16:30\n    title: https://whereby.com/room"},
        {"body": "Join us: <https://zoom.us/j/123>"},
        {"body": "/// button | Join us now\n    link: https://zoom.us/j/123\n///"},
        {"body": "/// contact | Us\n    link: https://zoom.us/w/1\n///"},
    ],
)
def test_a_meeting_link_never_stands_where_strangers_read(changed: dict[str, Any]) -> None:
    body = changed.pop("body", None)
    assert [code for _, code, _ in codes("event", body, **changed)] == ["E01"]
    assert codes("event", body, audience="lhp-staff", **changed) == []


def moment(text: str) -> datetime:
    """Give an instant in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def test_a_document_appears_on_its_day_and_not_a_moment_before() -> None:
    page = samples.document("page", date="2026-11-20")
    assert not page.live(moment("2026-11-19 23:59:59"))
    assert page.live(moment("2026-11-20"))


def test_a_document_that_is_scheduled_appears_at_its_time() -> None:
    page = samples.document("page", date="2026-11-20", publish_on="2026-11-20 18:30")
    assert not page.live(moment("2026-11-20 18:29"))
    assert page.live(moment("2026-11-20 18:30"))


def test_a_document_disappears_on_the_day_it_says() -> None:
    page = samples.document("page", unpublish_on="2026-12-01")
    assert page.live(moment("2026-11-30 23:59"))
    assert not page.live(moment("2026-12-01"))


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_what_is_ready_is_live(status: str) -> None:
    assert not samples.document("page", status=status).live(NOW)


@pytest.mark.parametrize("kind", ["story", "person"])
def test_a_yes_carries_a_thing_from_its_first_day_to_its_last(kind: str) -> None:
    found = samples.document(kind, date="2026-01-01", consent={"given": "2026-10-01", "expires": "2026-12-01"})
    for when, lives in [
        ("2026-09-30 23:59", False),
        ("2026-10-01", True),
        ("2026-12-01 23:59", True),
        ("2026-12-02", False),
    ]:
        assert found.live(moment(when)) is lives
        assert found.allowed(Channel.WEB, moment(when)) is lives


@pytest.mark.parametrize("kind", ["story", "person"])
def test_a_paused_yes_carries_nothing(kind: str) -> None:
    found = samples.document(kind, consent={"status": "paused"})
    assert not found.live(NOW)
    assert not any(found.allowed(channel, NOW) for channel in Channel)


def test_a_channel_that_is_not_named_is_not_allowed() -> None:
    story = samples.document("story", consent={"scope": "[email, print]"})
    assert {channel for channel in Channel if story.allowed(channel, NOW)} == {Channel.EMAIL, Channel.PRINT}


def test_what_needs_no_yes_may_go_everywhere() -> None:
    assert all(samples.document("offer").allowed(channel, NOW) for channel in Channel)


def test_equal_documents_are_one_in_a_set() -> None:
    assert len({samples.document("offer"), samples.document("offer"), samples.document("offer", "b")}) == 2


def test_an_offer_ends_after_its_last_day() -> None:
    offer = samples.document("offer", ongoing=None, valid_until="2026-11-21")
    assert not offer.ended(NOW)
    assert offer.ended(NOW + timedelta(days=1))
