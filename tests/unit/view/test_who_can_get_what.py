"""One rule says who can get an offer: on the pages without a script, and in the area's edition."""

from __future__ import annotations

import re
from functools import cache

import pytest

from plugins.library import Library
from plugins.model import Channel, Offer
from plugins.model.eligibility import Answer, Applicant, Place, Terms
from plugins.model.readers import Readers
from plugins.model.taxonomy import Nation
from plugins.view import Viewpoint, edition, eligible, facets, offers
from plugins.view.parts import CardsView
from tests import people, samples
from tests.rooms import shelves
from tests.unit.view import looking

ISSUE = """\
-- newsletters/2026-12.md --
---
title: What is there for you
summary: Every offer that readers of one area may be able to get, and none of the others.
date: 2026-11-21
audience: [young-people]
areas: [northbridge, merecombe, strathallow]
issue: 14
month: 2026-12
send_on: 2026-11-30 10:00
subject: What there is for you this winter
preheader: All the offers of your own area, with who can get them and how
reply_to: news@clnm.example.org
signed_by: The news team
editions_by: areas
---

## Offers

/// offers | all
///

/// get-help
    supports: [samaritans]
///
"""


@cache
def library() -> Library:
    found = shelves.reading()
    rest = [document for document in found.documents if document.kind in {"offer", "area"}]
    return Library([*rest, *shelves.written(ISSUE)], found.records, found.pictures, shelves.moment(shelves.NOW))


def claims() -> dict[str, eligible.Claim]:
    return {claim.offer.slug: claim for claim in eligible.claims(library().on(Channel.WEB))}


@cache
def listed() -> dict[str, set[str]]:
    """Read the pages: what stands on each."""
    found = {}
    for cut in facets.cuts(library().on(Channel.WEB)):
        page = offers.cut_page(cut, Viewpoint.on_page(library(), looking.SITE, cut.url))
        found[cut.url] = {card.document_id.removeprefix("offer:") for group in page.groups for card in group.cards}
    return found


def test_there_are_enough_people_and_all_of_the_sample_offers() -> None:
    assert len(set(map(str, people.PEOPLE))) >= 40
    assert set(people.OFFERS.values()) == set(claims())


@pytest.mark.parametrize("row", people.PEOPLE, ids=str)
def test_the_rule_gives_everybody_the_right_answers(row: people.Row) -> None:
    assert {slug: claim.terms.answer(row.person) for slug, claim in claims().items()} == row.answers


@pytest.mark.parametrize("row", people.PEOPLE, ids=str)
def test_the_pages_of_their_places_and_age_hold_whatever_somebody_can_get(row: people.Row) -> None:
    homes = [word for word in (row.cared, row.lives) if f"{facets.ADDRESS}/{word}/" in listed()]
    some = {slug for slug, answer in row.answers.items() if answer is not Answer.NO}
    if "-" not in {row.cared, row.lives}:
        assert some <= set().union(*(listed()[f"{facets.ADDRESS}/{word}/"] for word in homes))
    for youngest, oldest in facets.AGES:
        if row.age != "-" and youngest <= int(row.age) <= oldest:
            assert some <= listed()[f"{facets.ADDRESS}/{youngest}-to-{oldest}/"]


@pytest.mark.parametrize("area", people.AREAS)
def test_a_page_of_an_area_and_an_age_holds_just_what_somebody_there_can_get(area: str) -> None:
    here = people.place(area)
    for youngest, oldest in facets.AGES:
        url = f"{facets.ADDRESS}/{area}/{youngest}-to-{oldest}/"
        found = listed().get(url, listed()[f"{facets.ADDRESS}/{area}/"])
        asked = [Applicant(here, here, age) for age in range(youngest, oldest + 1)]
        assert found == {slug for slug, claim in claims().items() if any(map(claim.terms.answer, asked))}


@pytest.mark.parametrize("area", people.AREAS)
def test_an_areas_edition_holds_just_what_its_page_does(area: str) -> None:
    entry = library().on(Channel.EMAIL).whole("newsletter:2026-12")
    assert entry is not None
    seen = edition(entry, Viewpoint.afar(library(), looking.SITE, Channel.EMAIL), Readers(area=area))
    cards = [card for block in seen.blocks if isinstance(block, CardsView) for card in block.cards]
    assert {card.document_id.removeprefix("offer:") for card in cards} == listed()[f"{facets.ADDRESS}/{area}/"]


def test_no_page_lists_nothing_and_no_pair_says_what_its_place_does() -> None:
    assert all(listed().values())
    for url, found in listed().items():
        place, _, rest = url.removeprefix(f"{facets.ADDRESS}/").strip("/").partition("/")
        if rest and not url.startswith(facets.TOPICS):
            assert found < listed()[f"{facets.ADDRESS}/{place}/"]


def test_each_place_kind_of_help_and_age_that_has_offers_has_a_page() -> None:
    for word in ("england", "scotland", *people.AREAS):
        assert f"{facets.ADDRESS}/{word}/" in listed()
    topics = {topic for claim in claims().values() for topic in claim.offer.category}
    assert {f"{facets.TOPICS}/{topic}/" for topic in topics} <= set(listed())
    assert {url for url in listed() if re.fullmatch(rf"{facets.ADDRESS}/\d+-to-\d+/", url)}


def test_an_area_that_is_called_like_a_nation_has_an_address_of_its_own() -> None:
    area = samples.document("area", "scotland", nation="scotland", region="scotland")
    offer = samples.document("offer", "a", nations="[scotland]")
    urls = [cut.url for cut in facets.cuts(looking.library(area, offer).on(Channel.WEB))]
    assert len(urls) == len(set(urls))
    assert {"/offers/for/scotland/", "/offers/for/area-scotland/"} <= set(urls)


OLD = {"area_kind": "council", "ends": "2027-03-31", "successors": "[east-surrey, west-surrey]"}
NEW = {"area_kind": "council", "begins": "2027-04-01"}


@pytest.mark.parametrize(
    ("day", "councils", "asked", "answer"),
    [
        ("2027-03-31 23:59", {"surrey"}, "surrey", Answer.YES),
        ("2027-03-31 23:59", {"surrey"}, "east-surrey", Answer.NO),
        ("2027-04-01 00:00", {"east-surrey", "west-surrey"}, "east-surrey", Answer.YES),
        ("2027-04-01 00:00", {"east-surrey", "west-surrey"}, "west-surrey", Answer.YES),
        ("2027-04-01 00:00", {"east-surrey", "west-surrey"}, "surrey", Answer.YES),
    ],
)
def test_the_day_alone_makes_one_council_two(day: str, councils: set[str], asked: str, answer: Answer) -> None:
    areas = [samples.document("area", "surrey", **OLD)]
    areas += [samples.document("area", slug, **NEW) for slug in ("east-surrey", "west-surrey")]
    local = {"where_rule": "responsible-only", "responsible_areas": "[surrey]", "care_rule": "[any-care-experience]"}
    found = looking.library(*areas, samples.document("offer", "fare", **local), as_of=shelves.moment(day))
    shelf = found.on(Channel.WEB)
    assert {area.slug for area in eligible.areas(shelf)} == councils
    assert {cut.url for cut in facets.places(shelf, eligible.claims(shelf))} >= {f"/offers/for/{s}/" for s in councils}
    place = Place(asked, Nation.ENGLAND)
    assert eligible.claims(shelf)[0].terms.answer(Applicant(place, place)) is answer


def test_councils_that_name_one_another_as_successors_do_not_hang_the_build() -> None:
    areas = [
        samples.document("area", "here", ends="2026-01-01", successors="[there]"),
        samples.document("area", "there", ends="2026-01-01", successors="[here]"),
    ]
    offer = samples.document("offer", "fare", where_rule="residence-only", residence_areas="[here]")
    (claim,) = eligible.claims(looking.library(*areas, offer).on(Channel.WEB))
    assert claim.terms.lives == ("here",)


def test_the_rule_is_no_looser_for_saying_more() -> None:
    """Whoever tells more is never told “ask” where a “no” was certain, or “no” where a “yes” was."""
    for row in people.PEOPLE:
        for claim in claims().values():
            whole = claim.terms.answer(row.person)
            less = claim.terms.answer(Applicant(row.person.cared, row.person.lives))
            assert less is Answer.ASK or whole <= less


def test_what_the_rule_reads_is_what_the_file_says() -> None:
    offer = samples.document("offer", "a", where_rule="either", responsible_areas="[x]", residence_areas="[y]")
    assert isinstance(offer, Offer)
    terms = Terms.of(offer)
    england = Nation.ENGLAND
    x, y, z = (Place(slug, england) for slug in "xyz")
    assert [terms.answer(Applicant(a, b)) for a, b in ((x, z), (z, y), (z, z), (x, y))] == [
        Answer.YES,
        Answer.YES,
        Answer.NO,
        Answer.YES,
    ]
