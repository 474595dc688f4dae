"""Offers are cut by place, by age and by kind of help into pages of their own, where a cut says anything."""

from __future__ import annotations

from typing import Any

from plugins.model import Document
from plugins.view import ListingView, offers
from plugins.view.facets import cuts
from tests import samples
from tests.unit.view import looking


def offer(slug: str, **changed: Any) -> Document:
    return samples.document("offer", slug, **changed)


def cut(*documents: Document) -> dict[str, list[str]]:
    here = looking.from_page(looking.library(*documents), "/offers/")
    pages = ((one, offers.cut_page(one, here)) for one in cuts(here.shelf))
    return {one.url.removeprefix("/offers/").strip("/"): slugs(page) for one, page in pages}


def slugs(page: ListingView) -> list[str]:
    return [card.document_id.partition(":")[2] for group in page.groups for card in group.cards]


def test_an_offer_is_in_the_nations_it_is_true_for() -> None:
    found = cut(offer("a", nations="[england]"), offer("b", nations="[scotland]"), offer("c", nations="[england]"))
    assert found["for/england"] == ["a", "c"]
    assert found["for/scotland"] == ["b"]


def test_an_area_has_its_own_offers_and_those_of_its_whole_nation() -> None:
    area = samples.document("area", "merecombe", nation="england", region="south-west")
    own = offer("own", where_rule="residence-only", residence_areas="[merecombe]")
    another = offer("another", where_rule="residence-only", residence_areas="[elsewhere]")
    everywhere, abroad = offer("everywhere"), offer("abroad", nations="[scotland]")
    assert cut(area, own, another, everywhere, abroad)["for/merecombe"] == ["everywhere", "own"]


def test_the_page_of_an_area_says_what_the_area_is_called_when_it_is_drawn() -> None:
    before, now = (samples.document("area", "merecombe", title=f"The {word} Project") for word in ("Old", "New"))
    planned = {one.url: one for one in cuts(looking.from_page(looking.library(before, offer("a")), "/offers/").shelf)}
    page = offers.cut_page(
        planned["/offers/for/merecombe/"], looking.from_page(looking.library(now, offer("a")), "/offers/for/merecombe/")
    )
    assert page.title == "Offers in The New Project"


def test_an_offer_without_a_lowest_or_highest_age_is_for_every_age() -> None:
    found = cut(offer("young", age_from=16, age_to=17), offer("grown", age_from=21, age_to=24), offer("everybody"))
    assert found["for/16-to-17"] == ["everybody", "young"]
    assert found["for/21-to-25"] == ["everybody", "grown"]


def test_an_offer_is_under_each_kind_of_help_that_it_names() -> None:
    found = cut(offer("both", category="[home, money]"), offer("one", category="[home]"))
    assert found["about/home"] == ["both", "one"]
    assert found["about/money"] == ["both"]


def test_a_cut_that_leaves_nothing_in_has_no_page_and_a_pair_none_that_leaves_nothing_out() -> None:
    assert set(cut(offer("a", age_to=17))) == {"for/england", "for/16-to-17", "about/home"}


def test_each_cut_leads_to_all_and_is_kept_out_of_search_engines() -> None:
    shelf = looking.library(offer("a", nations="[england]"), offer("b", nations="[england]", age_to=17))
    here = looking.from_page(shelf, "/offers/for/england/18-to-20/")
    (pair,) = (one for one in cuts(here.shelf) if one.url == here.links.page)
    view = offers.cut_page(pair, here)
    assert [(chip.text, chip.href) for chip in view.chips] == [("All offers", "../../../"), ("All in England", "../")]
    (by_age,) = view.ways
    assert [(link.text, link.current) for link in by_age.links] == [("Age 18 to 20", True), ("Age 21 to 25", False)]
    assert (view.title, view.count, view.head.indexed) == ("Offers in England for ages 18 to 20", 1, False)
