"""The shapes of values: what each takes, and what it makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.model.addresses import leads_out, own_address
from plugins.model.fields import Colour, Email, HttpsLink, Line, Listed, Month, Phone, Postcode, Several, Slug, Target
from plugins.model.taxonomy import Channel, Theme


@pytest.mark.parametrize(
    ("shape", "good"),
    [
        (Slug, ["a", "first-keys", "2026-11", "a" * 100]),
        (Month, ["2026-01", "2026-12"]),
        (HttpsLink, ["https://example.org", "https://a.b.example.org:8443/x?y=1&z=ü#part"]),
        (Email, ["team@example.org", "o'neil.team+news@mail.example.org"]),
        (Phone, ["116 123", "01632 960 123", "+44 1632 960123"]),
        (Colour, ["#ffc93c"]),
        (Postcode, ["NB1 2AB", "M1 1AA", "EC1A 1BB"]),
        (Target, ["https://example.org", "mailto:a@example.org", "tel:116123", "story:first-keys#part", "/offers/"]),
    ],
)
def test_what_is_right_is_taken_as_it_is(shape: Any, good: list[str]) -> None:
    for value in good:
        assert TypeAdapter(shape).validate_python(value) == value


@pytest.mark.parametrize(
    ("shape", "bad"),
    [
        (Slug, ["", "-a", "a-", "A", "a_b", "a b", "a" * 101, "é", "a\n"]),
        (Month, ["2026-13", "2026-1", "1999-01", "2026-12-01"]),
        (HttpsLink, ["http://example.org", "https://", "https://a", "https://a b.org", "https://x@y.org", "//y.org"]),
        (HttpsLink, ["https://example.org/<b>", 'https://example.org/"', "https://example.org\\x", "https://-.org"]),
        (Email, ["team", "team@", "team@example", "a b@example.org", "<a@example.org>", "a@b@example.org"]),
        (Phone, ["ring us", "01632-960", "1", "+", "01632 960 123 ext 4"]),
        (Colour, ["ffc93c", "#fff", "#ggg000", "red"]),
        (Postcode, ["nb1 2ab", "NB12AB", "NB1"]),
        (
            Target,
            ["javascript:alert(1)", "JAVASCRIPT:a", "data:,x", "//example.org", "example.org", "#part", "file:///x"],
        ),
    ],
)
def test_what_is_wrong_is_refused(shape: Any, bad: list[str]) -> None:
    for value in bad:
        with pytest.raises(ValidationError):
            TypeAdapter(shape).validate_python(value)


def test_a_list_of_words_may_be_written_with_commas() -> None:
    assert TypeAdapter(Listed[Theme]).validate_python("money, sport ,") == (Theme.MONEY, Theme.SPORT)


def test_a_text_with_commas_is_one_text() -> None:
    sentence = "You are 18 or over, live alone, and pay rent"
    assert TypeAdapter(Several[Line]).validate_python(sentence) == (sentence,)
    assert TypeAdapter(Several[Line]).validate_python(["one, two", "three"]) == ("one, two", "three")


def test_a_term_prints_as_its_word_and_has_a_label_for_readers() -> None:
    assert f"{Theme.FIRST_HOME} {Theme.FIRST_HOME!s}" == "first-home first-home"
    assert Theme.FIRST_HOME.label == "First home"
    assert Channel("search-engines").label == "search engines"


@pytest.mark.parametrize(
    "address",
    ["http://example.org", "HTTPS://EXAMPLE.ORG/", "mailto:a@example.org?subject=Hi%20there", "tel:+441632960123"],
)
def test_four_ways_lead_out(address: str) -> None:
    assert leads_out(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://example.org",
        "https:example.org",
        "https:/example.org",
        "tel:",
        "mailto:",
        "tel:1;phone-context=x",
        "/x/",
    ],
)
def test_no_other_way_leads_out(address: str) -> None:
    assert not leads_out(address)


@pytest.mark.parametrize("address", ["/", "/offers/", "/stories/first-keys/#part", "/calendars/all.ics"])
def test_our_own_addresses_begin_with_one_slash(address: str) -> None:
    assert own_address(address)


@pytest.mark.parametrize("address", ["//example.org/", "/../x/", "/a//b/", "/\\x", "/a b/", "/?q=1", "offers/"])
def test_what_could_lead_elsewhere_is_not_our_own(address: str) -> None:
    assert not own_address(address)
