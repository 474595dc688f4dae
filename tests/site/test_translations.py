"""Translations and Easy Read on a whole small site: where they are, and that they go when their original goes."""

from __future__ import annotations

import html5lib
import pytest

from tests.samples import RECORDS, text
from tests.site.press import Built, SiteFolder

WORDS = "کلیدهای من روی یک روبان سرخ بودند و من خندیدم"
EASY = "Bryn got two keys on a red ribbon that day."


def versions(site: SiteFolder, **story: object) -> Built:
    """Build a story with a translation and an Easy Read page, whose own yeses always stand."""
    translated = text("story", WORDS, title="کلیدهای اول", lang="prs", translation_of="first-keys", storyteller="برین")
    easy = text("page", EASY, title="First keys in Easy Read", easy_read_of="story:first-keys")
    files = {
        "stories/first-keys.md": text("story", "I laughed.", title="First keys", **story),
        "stories/first-keys-dari.md": translated,
        "pages/first-keys-easy.md": easy,
        "data/supports.yml": RECORDS,
    }
    return site.write("".join(f"-- {name} --\n{written}" for name, written in files.items())).build()


def test_each_version_links_the_others_by_their_own_names(site: SiteFolder) -> None:
    done = versions(site)
    assert done.code == 0, done.said
    pages = {
        "stories/first-keys/index.html": ["Easy Read", "English", "دری"],
        "stories/first-keys-dari/index.html": ["English", "دری"],
        "first-keys-easy/index.html": ["The full text: First keys", "English", "دری"],
    }
    for path, names in pages.items():
        page = html5lib.parse(done.text(path), namespaceHTMLElements=False)
        nav = page.find(".//nav[@class='versions']")
        assert nav is not None
        assert [link.text for link in nav.iter("a")] == names
    assert '<html lang="prs" dir="rtl">' in done.text("stories/first-keys-dari/index.html")


def test_a_version_is_in_no_list_and_no_feed(site: SiteFolder) -> None:
    done = versions(site)
    listed = {
        path for path in done.holding("first-keys-dari") if path.startswith(("stories/index", "feeds/", "archive"))
    }
    assert listed == set()


@pytest.mark.parametrize(
    "changed",
    [
        {"consent": {"status": "paused"}},
        {"consent": {"given": "2024-10-01", "review_by": "2025-09-30", "expires": "2026-10-01"}},
        {"consent": {"scope": "[feed, email]"}},
        {"status": "draft"},
    ],
    ids=["paused", "run out", "not on the web", "draft"],
)
def test_nothing_of_a_version_is_on_the_web_when_its_original_may_not_be(
    site: SiteFolder, changed: dict[str, object]
) -> None:
    done = versions(site, **changed)
    assert done.code == (1 if changed == {"status": "draft"} else 0), done.said
    if done.code:
        assert not done.output.exists()
        return
    web = {path for path in done.holding(WORDS) | done.holding(EASY) if not path.startswith(("feeds/", "editions/"))}
    assert web == set()
    assert not (done.output / "stories/first-keys-dari/index.html").exists()
    assert not (done.output / "first-keys-easy/index.html").exists()
    assert done.holding("first-keys-dari") == set()


def test_after_withdrawing_the_original_the_versions_are_gone_and_the_editor_is_told(site: SiteFolder) -> None:
    versions(site)
    stone = "---\nstatus: withdrawn\nwithdrawn_on: 2026-11-20\nref: CR-2026-014\n---\n"
    done = site.write(f"-- stories/first-keys.md --\n{stone}").build()
    assert done.code == 0, done.said
    assert done.holding(WORDS) | done.holding(EASY) == set()
    assert "so this is not shown either" in done.said
    assert "clnm withdraw stories/first-keys-dari" in done.said


def test_a_version_that_is_behind_says_so_in_its_own_language(site: SiteFolder) -> None:
    done = versions(site, updated="2026-11-21")
    assert "متن اصلی پس از این ترجمه تغییر کرده است." in done.text("stories/first-keys-dari/index.html")
    assert "The original has changed since this was written." in done.text("first-keys-easy/index.html")
    assert "pages/first-keys-easy.md" in done.said
