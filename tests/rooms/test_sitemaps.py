"""The site's map: every page that engines may keep, with its day, and no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from plugins import sitemaps
from plugins.library import Library
from plugins.library.address import SITE_PAGES
from plugins.model import Channel
from plugins.sitemaps import NAMESPACE, artefacts
from plugins.view import Site, Viewpoint, document
from tests.rooms.shelves import given, printed, small
from tests.rooms.test_calendars import AREA
from tests.rooms.test_feeds import STORY

SEARCHED = STORY.replace("web, feed, email", "web, search-engines")


def made(library: Library, site: Site) -> dict[str, bytes]:
    """Make both files of a library."""
    return printed(artefacts(library, site, Path("no theme")))


def days(library: Library, site: Site) -> dict[str, str]:
    """Read the map back: each address under the site's with its day, or nothing where none is known."""
    root = ET.fromstring(made(library, site)["sitemap.xml"])  # noqa: S314 - we wrote it a moment ago
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{{{NAMESPACE}}}url"
        parts = {part.tag.removeprefix(f"{{{NAMESPACE}}}"): part.text or "" for part in url}
        assert set(parts) <= {"loc", "lastmod"}
        assert parts["loc"].startswith(f"{site.siteurl}/")
        assert parts["loc"] not in found
        found[parts["loc"].removeprefix(site.siteurl)] = parts.get("lastmod", "")
    return found


def test_the_map_holds_exactly_the_documents_whose_pages_may_be_indexed(sample: Library, site: Site) -> None:
    found, own = set(days(sample, site)), set()
    for entry in sample.on(Channel.WEB).entries:
        own.add(entry.url)
        view = document(entry, Viewpoint.on_page(sample, site, entry.url))
        assert (entry.url in found) == view.head.indexed, entry.url
    assert found - own <= set(sample.on(Channel.WEB).addresses)
    assert not [url for url in found if not url.endswith("/")]


def test_lists_are_in_the_map_where_they_list_something_that_may_be_indexed(site: Site) -> None:
    lists = {*SITE_PAGES, "/stories/", "/themes/first-home/", "/archive/2026/"}
    assert set(days(small(SEARCHED), site)) == {*lists, "/stories/first-keys/"}
    assert set(days(small(STORY), site)) == SITE_PAGES


@pytest.mark.parametrize("scope", ["web", "search-engines", "web, feed, email, social"])
def test_a_story_without_a_yes_to_both_is_not_in_the_map(site: Site, scope: str) -> None:
    files = made(small(STORY.replace("web, feed, email", scope)), site)
    assert b"first-keys" not in files["sitemap.xml"]
    assert not [source for made in given(artefacts, small(STORY), site, Path()) for source in made.sources]


def test_a_day_is_the_documents_own_and_a_list_has_its_newest(site: Site) -> None:
    older = SEARCHED.replace("first-keys.md", "old-keys.md").replace("date: 2026-11-01", "date: 2026-10-02", 1)
    updated = SEARCHED.replace("date: 2026-11-01", "date: 2026-11-01\nupdated: 2026-11-08", 1)
    found = days(small(older + updated + AREA), site)
    assert found["/stories/old-keys/"] == "2026-10-02"
    assert found["/stories/first-keys/"] == found["/stories/"] == found["/archive/2026/"] == "2026-11-08"
    assert found["/areas/northbridge/"] == found["/areas/"] == ""


def test_an_address_with_signs_of_its_own_is_written_so_that_it_can_be_read_back(site: Site) -> None:
    assert days(small(SEARCHED), replace(site, siteurl="https://example.org/a&b"))["/stories/first-keys/"]


@pytest.mark.parametrize("siteurl", ["https://clnm.example.org", "https://example.org/clnm"])
def test_robots_find_the_map_and_keep_out_of_the_editions(site: Site, siteurl: str) -> None:
    robots = RobotFileParser()
    robots.parse(made(small(STORY), replace(site, siteurl=siteurl))["robots.txt"].decode().splitlines())
    assert robots.site_maps() == [f"{siteurl}/sitemap.xml"]
    assert robots.can_fetch("*", f"{siteurl}/stories/")
    assert not robots.can_fetch("*", f"{siteurl}/editions/2026-12/edition.html")


def test_the_same_content_gives_the_same_bytes_on_another_day(site: Site) -> None:
    assert made(small(SEARCHED), site) == made(small(SEARCHED, "2026-11-22 09:00"), site)


def test_the_map_is_made_again_when_a_page_comes_or_changes_and_not_for_other_words(site: Site) -> None:
    def print_of(text: str) -> str:
        return next(
            made.fingerprint for made in given(artefacts, small(text), site, Path()) if made.path == "sitemap.xml"
        )

    before = print_of(SEARCHED)
    assert print_of(SEARCHED.replace("three times", "four times")) == before
    assert print_of(SEARCHED.replace("date: 2026-11-01", "date: 2026-11-01\nupdated: 2026-11-08", 1)) != before
    assert print_of(SEARCHED + SEARCHED.replace("first-keys.md", "second-keys.md")) != before


def test_a_large_map_is_an_index_of_parts_by_section_and_loses_nothing(
    sample: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = days(sample, site)
    monkeypatch.setattr(sitemaps, "MOST", 4)
    files = made(sample, site)
    index = ET.fromstring(files["sitemap.xml"])  # noqa: S314 - we wrote it a moment ago
    assert index.tag == f"{{{NAMESPACE}}}sitemapindex"
    parts = {part[0].text or "": part[1].text if len(part) > 1 else "" for part in index}
    assert {f"{site.siteurl}/{path}" for path in files} - {f"{site.siteurl}/sitemap.xml"} >= set(parts)
    assert {f"{site.siteurl}/sitemap-stories.xml", f"{site.siteurl}/sitemap-pages-2.xml"} <= set(parts)
    found: dict[str, str | None] = {}
    for address, last in parts.items():
        part = ET.fromstring(files[address.removeprefix(f"{site.siteurl}/")])  # noqa: S314 - as above
        urls = {url[0].text or "": url[1].text if len(url) > 1 else "" for url in part}
        assert len(urls) <= 4
        assert last == max((day for day in urls.values() if day), default="")
        found |= {url.removeprefix(site.siteurl): day for url, day in urls.items()}
    assert found == whole


def test_a_new_story_changes_only_its_own_part(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 1)
    first = SEARCHED.replace("2026-11-01", "2026-11-02", 1)
    before = {made.path: made.fingerprint for made in given(artefacts, small(first + AREA), site, Path())}
    more = first + AREA + SEARCHED.replace("first-keys.md", "second-keys.md")
    after = {made.path: made.fingerprint for made in given(artefacts, small(more), site, Path())}
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if "stories" not in path} == {"sitemap.xml"}


def test_each_part_knows_the_documents_in_it(sample: Library, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 10)
    sources = {made.path: made.sources for made in given(artefacts, sample, site, Path())}
    assert "story:first-radiator" in sources["sitemap-stories.xml"]
    assert not [name for name in sources["sitemap-events.xml"] if not name.startswith("event:")]
