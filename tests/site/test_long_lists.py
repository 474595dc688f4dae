"""Among lists that have leaves, a new document changes few files, and builds agree on which entry is on which leaf."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import samples
from tests.property.small_site import INPUTS, Site
from tests.site.forge import Forge
from tests.sites import copied

NEW = "content/stories/brand-new.md"
CHANGED = {
    "stories/brand-new/index.html",
    "cards/stories/brand-new.png",
    "stories/first-keys/index.html",  # leads to what came after it
    "index.html",
    "stories/index.html",
    "themes/money/index.html",
    "archive/2026/index.html",
    "a-z/index.html",
    "search/index.json",
    "sitemap.xml",
    "feeds/all.json",
    *(f"feeds/{name}.{ending}.xml" for name in ("all", "stories", "themes/money") for ending in ("rss", "atom")),
}
"""Every file that a new story about money changes: its own, and one of each list that shows it."""


@pytest.fixture
def site(long_home: Path, tmp_path: Path) -> Site:
    """Give a copy of the site with long lists, built."""
    return Site(copied(long_home, tmp_path / "long"))


def build(forge: Forge, site: Site) -> dict[str, str]:
    """Build, and give the output."""
    ended = forge.run(site.root)
    assert ended.code == 0, ended.said
    return site.output()


def cleanly(forge: Forge, site: Site, folder: Path) -> dict[str, str]:
    """Build the same content where nothing was built before, and give the output."""
    for name in INPUTS:
        place = site.root / name
        (shutil.copytree if place.is_dir() else shutil.copy2)(place, folder / name)
    return build(forge, Site(folder))


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Give the files that differ, are new, or are gone."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def story() -> bytes:
    """Write a story about money that everybody may see."""
    consent = {"scope": "[web, feed, search-engines, social]"}
    more = {"title": "Brand new", "summary": "The newest of all our stories, and what came of it.", "themes": "[money]"}
    return samples.text("story", "It began.", date="2026-11-21", consent=consent, **more).encode()


def test_a_new_story_changes_its_own_files_and_one_page_of_each_list(forge: Forge, site: Site, tmp_path: Path) -> None:
    before = site.output()
    assert {"themes/money/2024/index.html", "themes/money/2024/2/index.html"} <= before.keys()
    site.put(NEW, story())
    after = build(forge, site)
    assert changed(before, after) == CHANGED
    (tmp_path / "clean").mkdir()
    assert after == cleanly(forge, site, tmp_path / "clean")


def test_what_goes_leaves_its_leaf_and_other_years_alone(forge: Forge, site: Site) -> None:
    before = site.output()
    (site.root / "content/publications/part-3.md").unlink()
    lists = {path for path in changed(before, build(forge, site)) if path.startswith(("themes/", "archive/"))}
    assert lists == {f"themes/money/{place}index.html" for place in ("", "2024/", "2024/2/")} | {
        "archive/2024/index.html"
    }
