"""Nothing is published while anything is wrong: one good story, and the ways in which it can be bad."""

from __future__ import annotations

import re

import pytest

from tests.site.press import SiteFolder

GOOD = """\
-- stories/first-keys.md --
---
title: First keys
summary: What it was like to get a front door key of my own, and who was there.
date: 2026-11-01
storyteller: Ana
identity: pseudonym
location_shown: region
region: north-west
told_by: own-words
themes: [first-home]
pull_quote: I turned the key three times.
what_helped: My worker, a tool kit and a bus pass.
storyteller_approved_on: 2026-10-30
consent:
  ref: CR-2026-014
  given: 2026-10-01
  scope: [web, feed, email]
  images: none
  review_by: 2027-09-30
  expires: 2028-09-30
  under_18_when_given: false
  status: active
---

## The day

I turned the key three times. Nobody told me not to.
"""

BROKEN = {
    "a field misspelt": ("summary:", "sumary:", "sumary", "summary"),
    "a day before the month": ("date: 2026-11-01", "date: 31/10/2026", "date", "2026-10-31"),
    "a date with two readings": ("date: 2026-11-01", "date: 03/04/2026", "date", "2026-04-03"),
    "a day that does not exist": ("date: 2026-11-01", "date: 2026-02-30", "date", "year-month-day"),
    "a date in words": ("date: 2026-11-01", "date: 1st November", "date", "2026-10-31"),
    "a field twice": ("told_by:", "title: First keys again\ntold_by:", "title", "Keep the one you want"),
    "no consent": (re.compile(r"consent:\n(?:  .*\n)+"), "", "consent", "ref: CR-"),
    "a consent without an end": ("  expires: 2028-09-30\n", "", "consent.expires", "expires"),
    "a consent that lasts too long": ("expires: 2028-09-30", "expires: 2030-09-30", "consent.expires", "2028-10-01"),
    "a channel that is none": ("[web, feed, email]", "[web, instagram]", "consent.scope 2", "social"),
    "a consent reference with a name": ("CR-2026-014", "Ana Smith", "consent.ref", "CR-2026-014"),
    "a second colon": ("title: First keys", "title: First keys: mine", "title", '"First keys: mine"'),
    "a title that begins with a hash": ("title: First keys", "title: #FirstKeys", "title", '"#FirstKeys"'),
    "a tab": ("  given:", "\tgiven:", "", "two spaces"),
    "curly quotes round a colon": ("title: First keys", "title: “Keys: mine", "title", '"Keys: mine"'),
    "no closing line": ("---\n\n## The day", "\n## The day", "", "---"),
    "two versions": ("## The day", "<<<<<<< ours\n## The day\n>>>>>>> theirs", "", "Keep one"),
    "an unknown theme": ("[first-home]", "[first-hom]", "themes 1", "first-home"),
    "a quote nobody said": ("three times.\nwhat", "four times.\nwhat", "pull_quote", "word for word"),
    "a summary too short": (re.compile(r"summary: .*"), "summary: Keys.", "summary", "40"),
    "a slug of its own": ("told_by:", "slug: mine\ntold_by:", "slug", "Take the line out"),
    "a reference to nothing": ("## The day", "/// offer | warm-bundel\n///\n\n## The day", "", "take this out"),
    "a block that is none": ("## The day", "/// qoute | Ana\n///\n\n## The day", "", "quote"),
    "a block left open": ("## The day", "/// quote | Ana\n\n## The day", "", "///"),
    "a link to nowhere": ("Nobody told", "[Look](#) Nobody told", "", "story:first-keys"),
    "a vague link": ("Nobody told", "[here](https://example.org) Nobody told", "", "Say where it goes"),
    "web code": ("Nobody told", "<script>alert(1)</script> Nobody told", "", "Markdown"),
    "a skipped heading": ("## The day", "#### The day", "", "##"),
    "a picture that is not there": (
        "told_by:",
        "image: first-keys-9.png\nimage_alt: Two keys\nimage_consent: illustration\ntold_by:",
        "image",
        "file's name",
    ),
    "a withdrawn story with its words": ("status: active", "status: withdrawn", "consent", "Delete everything"),
}


def broken(before: str | re.Pattern[str], after: str) -> str:
    """Give the good story with one thing changed, which must be there to change."""
    text = before.sub(after, GOOD, count=1) if isinstance(before, re.Pattern) else GOOD.replace(before, after, 1)
    assert text != GOOD
    return text


@pytest.mark.parametrize("variant", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_story_stops_the_build_and_says_where_and_how_to_mend_it(
    site: SiteFolder, variant: tuple[str | re.Pattern[str], str, str, str]
) -> None:
    before, after, field, way_out = variant
    first = site.write(GOOD).build()
    assert first.code == 0, first.said
    files = first.files()

    again = site.write(broken(before, after)).build()

    assert again.code == 1, again.said
    place = re.search(r"stories/first-keys\.md:(\d+): (?:([\w. ]+): )?", again.said)
    assert place, again.said
    lines = (site.content / "stories/first-keys.md").read_text("utf-8").splitlines()
    assert 1 <= int(place[1]) <= len(lines)
    if field:
        assert f": {field}" in again.said
    assert way_out in again.said
    assert "Traceback" not in again.said
    assert again.files() == files


def test_all_mistakes_of_all_files_are_told_at_once(site: SiteFolder) -> None:
    other = GOOD.replace("first-keys.md", "second-keys.md").replace("date: 2026-11-01", "date: tomorrow")
    built = site.write(GOOD.replace("summary:", "sumary:")).write(other).build()
    assert built.code == 1
    assert built.said.index("first-keys.md") < built.said.index("second-keys.md")
    assert not built.output.exists() or not built.files()


def test_a_fault_in_making_leaves_the_output_as_it_was(site: SiteFolder) -> None:
    before = site.write(GOOD).build().files()
    site.write("-- images/broken.png --\nno picture")
    after = site.build()
    assert after.code == 1
    assert "images/broken.png" in after.said
    assert after.files() == before


def test_files_that_nobody_knows_stop_the_build(site: SiteFolder) -> None:
    left = site.root / "output/stories/old/index.html"
    left.parent.mkdir(parents=True)
    left.write_text("left from long ago")
    built = site.write(GOOD).build()
    assert built.code == 1
    assert "stories/old/index.html" in built.said
    assert set(built.files()) == {"stories/old/index.html"}
