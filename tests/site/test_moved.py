"""An address that others hold leads on, or says that it is gone; the publish asks which."""

from __future__ import annotations

import html5lib
import pytest

from tests import samples
from tests.site.press import Built, SiteFolder

MOVED = "-- data/moved.yml --\nold-keys:\n  was: /stories/old-keys/\n"


def built(site: SiteFolder, moved: str, **story: object) -> Built:
    """Build a story beside records of what moved."""
    text = samples.text("story", "The key turned.", title="First keys", **story)
    return site.write(
        f"-- stories/first-keys.md --\n{text}-- data/supports.yml --\n{samples.RECORDS}{MOVED}{moved}"
    ).build()


def test_an_address_that_moved_leads_on_without_a_script(site: SiteFolder) -> None:
    done = built(site, "  now: story:first-keys\n")
    assert done.code == 0, done.said
    page = html5lib.parse(done.text("stories/old-keys/index.html"), namespaceHTMLElements=False)
    refresh = page.find(".//meta[@http-equiv='refresh']")
    assert refresh is not None
    assert refresh.get("content") == "0; url=../first-keys/"
    assert any(link.get("href") == "../first-keys/" for link in page.iterfind(".//main//a"))
    assert [robots.get("content") for robots in page.iterfind(".//meta[@name='robots']")] == ["noindex"]
    assert "old-keys" not in done.text("sitemap.xml")


@pytest.mark.parametrize("now", ["", "  now: story:first-keys\n"], ids=["gone", "hidden"])
def test_what_is_gone_or_may_not_be_seen_is_said_to_be_gone(site: SiteFolder, now: str) -> None:
    done = built(site, f"{now}  why: We no longer tell this.\n", consent={"status": "paused"})
    assert done.code == 0, done.said
    text = done.text("stories/old-keys/index.html")
    assert "We no longer tell this." in text
    assert "refresh" not in text
    assert "first-keys" not in text


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ("  now: story:nobody\n", "There is no “story:nobody”."),
        ("again:\n  was: /stories/old-keys/\n", "Another entry is for /stories/old-keys/ as well."),
        ("here:\n  was: /stories/first-keys/\n", "stories/first-keys.md is at /stories/first-keys/."),
        ("all:\n  was: /stories/\n", "a part of the site is at /stories/."),
        ("out:\n  was: /../etc/\n", "was"),
    ],
)
def test_a_record_that_cannot_be_stops_the_build(site: SiteFolder, records: str, said: str) -> None:
    done = built(site, records)
    assert done.code == 1
    assert said in done.said
    assert "data/moved.yml" in done.said
    assert "Traceback" not in done.said


def test_nothing_is_said_at_the_address_of_what_was_withdrawn(site: SiteFolder) -> None:
    stone = "-- stories/old-keys.md --\n---\nstatus: withdrawn\nwithdrawn_on: 2026-11-20\n---\n"
    done = built(site, stone)
    assert done.code == 1
    assert "was withdrawn, so nothing may be said there" in done.said
