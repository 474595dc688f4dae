"""SITE_AREA builds one area as a site of its own, at its own address; a council that ends is two on the day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import samples
from tests.site.press import Built, SiteFolder, sample_site


@pytest.fixture(scope="module")
def merecombe(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = sample_site(tmp_path_factory.mktemp("area"), drawn=home)
    issue = site.content / "newsletters/2026-12.md"
    split = "areas: [merecombe, northbridge]\neditions_by: areas\nissue: "
    issue.write_text(issue.read_text("utf-8").replace("issue: ", split, 1), "utf-8")
    return site.build(SITE_AREA="merecombe")


def test_it_builds_at_its_own_address_with_its_own_name(merecombe: Built) -> None:
    assert merecombe.code == 0, merecombe.said
    home = merecombe.text("index.html")
    assert "<h1>Merecombe House Project</h1>" in home
    assert 'class="face deep"' in home
    assert merecombe.holding("https://clnm.example.org/offers") == set()
    for page in (home, merecombe.text("areas/merecombe/index.html")):
        assert '<link rel="canonical" href="https://project.merecombe.example.org/">' in page
    assert "https://project.merecombe.example.org/areas/merecombe/<" not in merecombe.text("sitemap.xml")
    assert "https://project.merecombe.example.org/offers/free-swim/" in merecombe.text("sitemap.xml")


def test_what_is_for_other_areas_is_not_in_it(merecombe: Built) -> None:
    pages = set(merecombe.files())
    assert "offers/council-tax-merecombe/index.html" in pages
    assert "offers/larkfield-bursary/index.html" in pages
    gone = (
        "offers/council-tax-northbridge/",
        "offers/council-tax-scotland/",
        "areas/northbridge/",
        "areas/strathallow/",
    )
    assert not [path for path in pages if path.startswith(gone)]
    editions = {path.split("/")[2] for path in pages if path.startswith("editions/2026-12/")}
    assert any("merecombe" in name for name in editions)
    assert not [name for name in editions if "northbridge" in name or "strathallow" in name or "elsewhere" in name]
    data = json.loads(merecombe.text("what-can-i-get/data.json"))
    assert [area[0] for area in data["areas"]] == ["Merecombe"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("atlantis", "SITE_AREA is “atlantis”. There are: merecombe, northbridge, strathallow."),
        ("bare", "has no site:"),
    ],
)
def test_an_area_that_cannot_have_a_site_is_refused_in_words(sample: SiteFolder, name: str, said: str) -> None:
    if name == "bare":
        text = (sample.content / "areas/merecombe.md").read_text("utf-8").replace("site: https", "#site: https", 1)
        (sample.content / "areas/bare.md").write_text(
            text.replace("#site: https://project.merecombe.example.org\n", "")
        )
    done = sample.build(SITE_AREA=name)
    assert done.code == 1
    assert said in done.said


AREA = """\
-- areas/{slug}.md --
---
title: {title} County Council
summary: A council in the south-east of England, with a page to try out what happens when councils change.
example: true
place: {title}
area_kind: council
nation: england
region: south-east
authorities: [{code}]
{rest}
---

Hello.
"""
SURREY = (
    AREA.format(
        slug="surrey", title="Surrey", code="E10000030", rest="ends: 2027-03-31\nsuccessors: [east-surrey, west-surrey]"
    )
    + AREA.format(
        slug="east-surrey",
        title="East Surrey",
        code="E06000998",
        rest="begins: 2027-04-01\nsite: https://east.example.org",
    )
    + AREA.format(slug="west-surrey", title="West Surrey", code="E06000999", rest="begins: 2027-04-01")
)
OFFER = samples.text(
    "offer",
    title="Bus passes for Surrey",
    responsible_areas="[surrey]",
    where_rule="responsible-only",
    last_checked="2027-03-01",
)
EVENT = samples.text(
    "event", title="A meet-up in Surrey", areas="[surrey]", start="2027-04-10 16:00", end="2027-04-10 19:00"
)
OF_SURREY = f"""\
-- offers/surrey-bus.md --
{OFFER}
-- events/surrey-meet-up.md --
{EVENT}
"""


@pytest.mark.slow
def test_surrey_is_two_councils_from_the_first_of_april_by_the_day_alone(sample: SiteFolder) -> None:
    site = sample.write(SURREY + OF_SURREY)
    before, after = site.build("2027-03-31T23:00", "before"), site.build("2027-04-01T00:00", "after")
    assert (before.code, after.code) == (0, 0), before.said + after.said
    cut = "offers/for/{}/index.html"
    assert cut.format("surrey") in before.files()
    assert cut.format("east-surrey") not in before.files()
    assert {cut.format("east-surrey"), cut.format("west-surrey")} <= set(after.files())
    assert cut.format("surrey") not in after.files()
    assert "Now there is East Surrey County Council and West Surrey County Council." in after.text(
        "areas/surrey/index.html"
    )
    assert "Then there is East Surrey County Council" in before.text("areas/surrey/index.html")
    for slug in ("east-surrey", "west-surrey"):
        assert "Bus passes for Surrey" not in before.text(f"areas/{slug}/index.html")
        assert "Bus passes for Surrey" in after.text(f"areas/{slug}/index.html")
        assert "surrey-meet-up" not in before.text(f"areas/{slug}/index.html")
        assert "/events/surrey-meet-up/" in after.text(f"areas/{slug}/index.html")
        assert "UID:surrey-meet-up@" in after.text(f"calendars/areas/{slug}.ics")
        assert "/events/surrey-meet-up/" in after.text(f"feeds/areas/{slug}.rss.xml")
    assert 'href="../../offers/for/surrey/"' not in after.text("areas/surrey/index.html")
    own = site.build("2027-04-01T00:00", "own", SITE_AREA="east-surrey")
    assert {"offers/surrey-bus/index.html", "events/surrey-meet-up/index.html"} <= set(own.files()), own.said
    finder = after.text("what-can-i-get/index.html")
    assert "Surrey (now East Surrey and West Surrey)" in finder
