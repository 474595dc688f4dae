"""Forty areas, four hundred offers and two hundred events: it builds, no page is heavy, and none lists nothing."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from plugins.model.offer_terms import Category, WhereRule
from tests import samples
from tests.site.press import Built, SiteFolder

AREAS, OFFERS, EVENTS = 40, 400, 200
HEAVIEST = 60_000
"""Bytes of an area's page on the wire, without its pictures."""
_CARD = re.compile(r'<div class="card kind-')


def country(root: Path) -> SiteFolder:
    """Write the content of a site for forty councils: nine offers in ten are some council's own."""
    for kind in ("areas", "offers", "events", "data"):
        (root / "content" / kind).mkdir(parents=True)
    for name, text in (("supports", samples.RECORDS), ("providers", samples.PROVIDERS), ("facts", samples.FACTS)):
        (root / f"content/data/{name}.yml").write_text(text, "utf-8")
    for number in range(AREAS):
        _write(root, "area", f"area-{number}", title=f"Council number {number}", place=f"Place {number}")
    for number in range(OFFERS):
        _write(root, "offer", f"offer-{number}", title=f"Help number {number}", **_offer(number))
    for number in range(EVENTS):
        _write(root, "event", f"event-{number}", title=f"Meeting number {number}", areas=f"[area-{number % AREAS}]")
    return SiteFolder(root)


def _write(root: Path, kind: str, slug: str, **changed: object) -> None:
    folder = {"area": "areas", "offer": "offers", "event": "events"}[kind]
    (root / "content" / folder / f"{slug}.md").write_text(samples.text(kind, "Some words.", **changed), "utf-8")


def _offer(number: int) -> dict[str, object]:
    rule, area = list(WhereRule)[number % 4], f"[area-{number % AREAS}]"
    topic = list(Category)[number % len(Category)]
    youngest = 16 + number % 5
    found: dict[str, object] = {"category": f"[{topic}]", "age_from": youngest, "age_to": youngest + 4}
    if number % 10 == 0:
        return found | {"where_rule": "anywhere"}
    return found | {"where_rule": rule, "responsible_areas": area, "residence_areas": area}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return country(tmp_path_factory.mktemp("country")).build()


@pytest.mark.slow
def test_a_site_for_a_whole_country_builds(built: Built) -> None:
    assert built.code == 0, built.said[-3000:]


@pytest.mark.slow
def test_each_page_of_an_area_is_light(built: Built) -> None:
    files = built.files()
    pages = [path for path in files if path.startswith(("areas/", "offers/for/"))]
    assert len(pages) > 2 * AREAS
    sizes = {path: len(gzip.compress(files[path])) for path in pages if path.startswith("areas/area-")}
    assert len(sizes) == AREAS
    assert max(sizes.values()) < HEAVIEST


@pytest.mark.slow
def test_no_list_of_offers_is_empty(built: Built) -> None:
    files = built.files()
    lists = [path for path in files if path.startswith(("offers/for/", "offers/about/")) and path.endswith(".html")]
    assert not [path for path in lists if not _CARD.search(files[path].decode())]
    finder = gzip.compress(files["what-can-i-get/data.json"])
    assert len(finder) < HEAVIEST
