"""Drafts, scheduled, expired, withdrawn and web-only things: their words are in no file where they must not be."""

from __future__ import annotations

import pytest

from tests.site.press import SiteFolder
from tests.site.test_nothing_wrong_is_published import GOOD

MARK = "Zebrafinch"
STORY = GOOD.replace("First keys", f"Keys of {MARK}").replace("I turned the key", f"{MARK} turned the key")
STORY = STORY.replace("What it was like", f"What it was like for {MARK}").replace(
    "storyteller: Ana", f"storyteller: {MARK}"
)

ISSUE = """\
-- newsletters/2026-11.md --
---
title: An issue of the newsletter
summary: An issue that was written to see which words reach which of its editions.
date: 2026-11-02
issue: 13
month: 2026-11
send_on: 2026-11-02 10:00
subject: An issue to look closely at
preheader: What reaches the page need not reach the email, and the other way
reply_to: news@clnm.example.org
signed_by: The team
---

## Stories

/// story | first-keys
    show: SHOW
    only: web
///

/// get-help
///
"""
HIDDEN = {
    "a draft": ("told_by:", "status: draft\ntold_by:"),
    "dated in the future": ("date: 2026-11-01", "date: 2026-11-22"),
    "scheduled": ("told_by:", "publish_on: 2026-11-21 12:01\ntold_by:"),
    "unpublished": ("told_by:", "unpublish_on: 2026-11-21\ntold_by:"),
    "expired": ("expires: 2028-09-30", "expires: 2026-11-20"),
    "paused": ("status: active", "status: paused"),
    "not yet given": ("given: 2026-10-01", "given: 2026-11-22"),
    "agreed to no channel that we make": ("[web, feed, email]", "[press]"),
}


@pytest.mark.parametrize("variant", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_story_that_may_not_be_seen_is_in_no_file(site: SiteFolder, variant: tuple[str, str]) -> None:
    before, after = variant
    text = STORY.replace(before, after, 1)
    if "2026-11-20" in after:
        text = text.replace("review_by: 2027-09-30", "review_by: 2026-11-20")
    if "given" in before:
        text = text.replace("2026-10-30", "2026-11-22")
    assert text != STORY
    built = site.write(text).build()
    assert built.code == 0, built.said
    assert built.holding(MARK) == set()
    assert not [path for path in built.files() if "first-keys" in path]


def test_a_story_that_may_be_seen_everywhere_is_on_its_page_and_in_the_feeds(site: SiteFolder) -> None:
    built = site.write(STORY).build()
    assert built.code == 0, built.said
    holding = built.holding(MARK)
    assert "stories/first-keys/index.html" in holding
    assert "feeds/all.rss.xml" in holding
    assert "feeds/stories.atom.xml" in holding


@pytest.mark.parametrize("show", ["card", "quote", "full"])
def test_a_web_only_story_is_in_no_feed_and_in_no_edition(site: SiteFolder, show: str) -> None:
    built = site.write(STORY.replace("[web, feed, email]", "[web]")).write(ISSUE.replace("SHOW", show)).build()
    assert built.code == 0, built.said
    holding = built.holding(MARK)
    assert {"stories/first-keys/index.html", "newsletters/2026-11/index.html"} <= holding
    assert not [path for path in holding if path.startswith(("feeds/", "editions/", "sitemap"))]
    assert not [path for path in built.holding("first-keys") if path.startswith(("feeds/", "editions/", "sitemap"))]
    assert 'content="noindex' in built.text("stories/first-keys/index.html")


def test_an_email_only_story_is_in_the_edition_and_on_no_page(site: SiteFolder) -> None:
    issue = ISSUE.replace("SHOW", "full").replace("    only: web\n", "    only: email\n")
    built = site.write(STORY.replace("[web, feed, email]", "[email]")).write(issue).build()
    assert built.code == 0, built.said
    assert built.holding(MARK) == {
        f"editions/2026-11/{name}" for name in ("edition.html", "edition.txt", "2026-11.eml", "preview.html")
    }


def test_a_story_without_email_may_not_be_used_in_an_issue(site: SiteFolder) -> None:
    issue = ISSUE.replace("SHOW", "card").replace("    only: web\n", "")
    built = site.write(STORY.replace("[web, feed, email]", "[web]")).write(issue).build()
    assert built.code == 1
    assert "newsletters/2026-11.md:16" in built.said
    assert "first-keys" in built.said
    assert "only: web" in built.said


def test_on_the_day_after_its_end_a_story_leaves_no_trace_and_the_rest_builds(site: SiteFolder) -> None:
    story = STORY.replace("expires: 2028-09-30", "expires: 2026-12-01").replace("2027-09-30", "2026-12-01")
    site.write(story).write(ISSUE.replace("SHOW", "quote").replace("    only: web\n", ""))
    last_day = site.build("2026-12-01T23:59")
    assert last_day.code == 0, last_day.said
    assert last_day.holding(MARK)
    next_day = site.build("2026-12-02T00:00")
    assert next_day.code == 0, next_day.said
    assert next_day.holding(MARK) == set()
    assert next_day.holding("first-keys") == set()
    assert "newsletters/2026-11/index.html" in next_day.files()


def test_deleting_a_story_removes_its_files(site: SiteFolder) -> None:
    built = (
        site.write(STORY)
        .write(ISSUE.replace("SHOW", "card").partition("## Stories")[0] + "## News\n\nNothing.\n")
        .build()
    )
    assert built.holding(MARK)
    (site.content / "stories/first-keys.md").unlink()
    after = site.build()
    assert after.code == 0, after.said
    assert after.holding(MARK) == set()
    assert not (after.output / "stories").exists()
