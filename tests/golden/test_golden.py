"""One file of each sort from the sample site, as it was last agreed: ``make golden`` keeps the new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

KEPT = Path(__file__).parent / "kept"
FILES = (
    "newsletters/2026-12/index.html",
    "stories/the-night-i-rang/index.html",
    "events/cook-and-share-online/index.html",
    "offers/warm-bundle/index.html",
    "editions/2026-12/edition.html",
    "editions/2026-12/edition.txt",
    "editions/2026-12/2026-12.eml",
    "feeds/stories.rss.xml",
    "feeds/newsletters.atom.xml",
    "feeds/all.json",
    "calendars/cook-and-share-online.ics",
    "calendars/lantern-walk.ics",
    "sitemap.xml",
)


@pytest.mark.parametrize("path", FILES)
def test_the_rendering_is_the_one_that_was_agreed(path: str, home: Path, request: pytest.FixtureRequest) -> None:
    made = (home / "output" / path).read_bytes()
    kept = KEPT / path
    if request.config.getoption("--update-golden"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    assert kept.exists(), "make golden keeps it; then read the diff"
    assert made.decode() == kept.read_bytes().decode()
