"""Offers are cut by place and by age into pages of their own, where a cut says anything."""

from __future__ import annotations

from typing import Any

from plugins.model import Document
from plugins.view import listings
from plugins.view.facets import facets
from tests import samples
from tests.unit.view import looking


def offer(slug: str, **changed: Any) -> Document:
    return samples.document("offer", slug, **changed)


def cut(*documents: Document) -> dict[str, list[str]]:
    here = looking.from_page(looking.library(*documents), "/offers/")
    return {facet.label: [entry.document.slug for entry in facet.entries] for facet in facets(here.shelf)}


def test_an_offer_is_in_the_nations_it_is_true_for() -> None:
    found = cut(offer("a", nations="[england]"), offer("b", nations="[scotland]"), offer("c", nations="[england]"))
    assert found["England"] == ["a", "c"]
    assert found["Scotland"] == ["b"]


def test_an_area_has_its_own_offers_and_those_of_its_whole_nation() -> None:
    area = samples.document("area", "merecombe", nation="england", region="south-west")
    own = offer("own", nations="[england]", areas="[merecombe]")
    everywhere, elsewhere = offer("everywhere", nations="[england]"), offer("elsewhere", nations="[scotland]")
    assert cut(area, own, everywhere, elsewhere)[area.title] == ["everywhere", "own"]


def test_an_offer_without_a_lowest_or_highest_age_is_for_every_age() -> None:
    found = cut(offer("young", age_from=16, age_to=17), offer("grown", age_from=21, age_to=24), offer("everybody"))
    assert found["Age 16 and 17"] == ["everybody", "young"]
    assert found["Age 21 to 25"] == ["everybody", "grown"]


def test_a_cut_that_leaves_nothing_out_or_nothing_in_has_no_page() -> None:
    assert cut(offer("a", nations="[england]"), offer("b", nations="[england]")) == {}


def test_each_cut_leads_to_the_others_and_to_all_and_is_kept_out_of_search_engines() -> None:
    shelf = looking.library(offer("a", nations="[england]"), offer("b", nations="[scotland]"))
    here = looking.from_page(shelf, "/offers/for/england/")
    view = listings.facet_page(facets(here.shelf)[0], here)
    assert [(chip.text, chip.href, chip.current) for chip in view.chips] == [
        ("All offers", "../../", False),
        ("England", "./", True),
        ("Scotland", "../scotland/", False),
    ]
    assert (view.title, view.count, view.head.indexed) == ("Offers in England", 1, False)
