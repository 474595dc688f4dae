"""A table of councils is made where a kind of help depends on them, and says so where nobody has told us."""

from __future__ import annotations

from typing import Any

from plugins.model import Document
from plugins.model.offer_terms import Category
from plugins.view.comparing import compared, comparison, url
from tests import samples
from tests.unit.view import looking

COUNCILS = tuple(
    samples.document("area", slug, title=f"{slug.title()} Council", place=slug) for slug in ("ash", "birch")
)


def local(slug: str, area: str, **changed: Any) -> Document:
    changed = {"category": "[council-tax]", "where_rule": "residence-only", "residence_areas": f"[{area}]", **changed}
    return samples.document("offer", slug, **changed)


def test_councils_with_different_help_are_side_by_side() -> None:
    shelf = looking.library(*COUNCILS, local("a", "ash"), local("b", "birch", age_note="Until your 21st birthday"))
    assert list(compared(looking.from_page(shelf).shelf)) == [Category.COUNCIL_TAX]
    view = comparison(Category.COUNCIL_TAX, looking.from_page(shelf, url(Category.COUNCIL_TAX)))
    assert [(row.name, [(told.who, told.age) for told in row.offers]) for row in view.rows] == [
        ("ash", [("Living in ash now", "Until your 25th birthday")]),
        ("birch", [("Living in birch now", "Until your 21st birthday")]),
    ]
    assert view.silent == 0


def test_a_council_that_we_know_nothing_of_has_a_row_that_says_so() -> None:
    third = samples.document("area", "cedar", title="Cedar Council")
    shelf = looking.library(*COUNCILS, third, local("a", "ash"), local("b", "birch"))
    view = comparison(Category.COUNCIL_TAX, looking.from_page(shelf, url(Category.COUNCIL_TAX)))
    assert (view.rows[-1].offers, view.silent) == ((), 1)


def test_what_is_the_same_everywhere_and_what_one_council_has_alone_has_no_table() -> None:
    everywhere = samples.document("offer", "c", category="[council-tax]", offer_kind="local-offer")
    alone = looking.library(*COUNCILS, local("a", "ash"))
    for shelf in (looking.library(*COUNCILS, everywhere), alone):
        assert list(compared(looking.from_page(shelf).shelf)) == []
