"""After some files changed, reading these again gives what reading everything would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.source import Blank, Reading, read
from plugins.source.again import read_again
from tests import samples

FIRST, NEW = "stories/first-keys.md", "stories/a-new-one.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in (FIRST, "stories/second-keys.md", "pages/about.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(samples.text("story" if name.startswith("s") else "page"), "utf-8")
    return tmp_path


def _again(content: Path, before: Reading, *names: str) -> Reading | None:
    return read_again(before, content, names, Blank())


def linked(content: Path) -> None:
    """Put a link to another document where a document was."""
    (content / FIRST).unlink()
    (content / FIRST).symlink_to(content / "pages/about.md")


CHANGES: dict[str, Callable[[Path], object]] = {
    "words": lambda content: (content / FIRST).write_text(samples.text("story", "Other words."), "utf-8"),
    "a mistake": lambda content: (content / FIRST).write_text("---\ntitle: Oh: no\n---\n", "utf-8"),
    "a new file": lambda content: (content / NEW).write_text(samples.text("story"), "utf-8"),
    "a deleted file": lambda content: (content / FIRST).unlink(),
    "a withdrawn one": lambda content: (content / FIRST).write_text(
        "---\nstatus: withdrawn\nwithdrawn_on: 2026-11-01\nref: CR-2026-001\n---\n", "utf-8"
    ),
    "a link to another file": linked,
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("change", CHANGES)
def test_one_file_read_again_is_as_good_as_all(content: Path, change: str) -> None:
    before = read(content)
    CHANGES[change](content)
    found, whole = _again(content, before, FIRST, NEW), read(content)
    assert found
    for part in ("documents", "records", "pictures", "problems", "unread", "tombstones"):
        assert getattr(found, part) == getattr(whole, part), part


@pytest.mark.parametrize(
    "name",
    ["data/facts.yml", "images/door-1.png", "stories", "stories/deeper/a.md", "new/a.md", "a.md", "stories/Ä.md"],
)
def test_what_may_speak_of_other_files_takes_a_whole_look(content: Path, name: str) -> None:
    before = read(content)
    (content / "stories/Ä.md").write_text("Oh", "utf-8")
    assert _again(content, before, FIRST, name) is None


def test_a_folder_that_went_or_is_called_like_a_file_takes_a_whole_look(content: Path) -> None:
    before = read(content)
    (content / FIRST).unlink()
    (content / FIRST).mkdir()
    assert _again(content, before, FIRST) is None
    shutil.rmtree(content / "stories")
    assert _again(content, before, "stories") is None


def test_while_a_file_cannot_be_read_every_look_is_a_whole_one(content: Path) -> None:
    (content / FIRST).write_text("---\ntitle: Oh: no\n---\n", "utf-8")
    assert _again(content, read(content), FIRST) is None


def test_what_an_editing_program_left_for_a_moment_is_nothing(content: Path) -> None:
    before = read(content)
    found = _again(content, before, "stories/.first-keys.md.swp", "stories/first-keys.md~", "stories/4913")
    assert found
    assert found.documents == before.documents
