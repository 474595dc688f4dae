"""Where documents were shown is written down, day by day, and a broken file of it stops nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.press.floor import Printed
from plugins.press.history import Appearance, appearances, history_path, remember
from plugins.press.manifest import Manifest, Record, read_manifest, unsure_path, write_manifest

FIRST, NEXT = date(2026, 11, 20), date(2026, 11, 21)
PAGE = "stories/first-keys/index.html"


def shown(output: Path, day: date, path: str = PAGE) -> Path | None:
    """Write down that a story shows in one file on a day."""
    manifest = Manifest({path: Record("", "", 0, 0, ("story:first-keys",))})
    write_manifest(output, manifest)
    return remember(output, Printed(manifest), day)


def harmed(output: Path, harm: str) -> bytes:
    """Break the history; give what is in it now."""
    path = history_path(output)
    data = path.read_bytes()
    path.write_bytes({"cut": data[: len(data) // 2], "scribbled": data[::-1]}[harm])
    return path.read_bytes()


def test_a_file_that_no_longer_shows_a_document_is_known_until_its_last_day(tmp_path: Path) -> None:
    shown(tmp_path, FIRST, "index.html")
    shown(tmp_path, NEXT)
    assert appearances(tmp_path, "story:first-keys") == (
        Appearance("index.html", FIRST, FIRST, still=False),
        Appearance(PAGE, NEXT, NEXT, still=True),
    )


@pytest.mark.parametrize("harm", ["cut", "scribbled"])
def test_a_broken_history_begins_anew_and_the_old_one_is_kept(tmp_path: Path, harm: str) -> None:
    assert shown(tmp_path, FIRST) is None
    left = [harmed(tmp_path, harm)]
    kept = [shown(tmp_path, NEXT)]
    assert appearances(tmp_path, "story:first-keys") == (Appearance(PAGE, NEXT, NEXT, still=True),)
    left.append(harmed(tmp_path, harm))
    kept.append(shown(tmp_path, NEXT, "index.html"))
    assert [path.read_bytes() for path in kept if path] == left


def test_who_asks_a_broken_history_is_told_what_to_do(tmp_path: Path) -> None:
    shown(tmp_path, FIRST)
    harmed(tmp_path, "scribbled")
    with pytest.raises(SystemExit, match="Build once"):
        appearances(tmp_path, "story:first-keys")


def test_after_a_build_that_was_cut_off_what_a_file_no_longer_shows_is_known(tmp_path: Path) -> None:
    shown(tmp_path, FIRST)
    unsure_path(tmp_path).write_text(f'["{PAGE}"]')
    before = read_manifest(tmp_path)
    after = Manifest({PAGE: Record("", "", 0, 0)})
    write_manifest(tmp_path, after)
    unsure_path(tmp_path).unlink()
    remember(tmp_path, Printed(after, before), NEXT)
    assert appearances(tmp_path, "story:first-keys") == (Appearance(PAGE, FIRST, FIRST, still=False),)
