"""Whatever a build reads or made, a look at the files notices when it changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.desk import preflight
from plugins.desk.project import Project
from tests.samples import NOW

OLD = 1_500_000_000_000_000_000
FILES = ("content/stories/first-keys.md", "theme/templates/base.html", "pelicanconf.py", "output/index.html")


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Lay out a project whose files are all old."""
    monkeypatch.setenv("AS_OF", NOW.isoformat())
    monkeypatch.setattr(preflight, "ROOMS", tmp_path / "rooms")
    for name in (*FILES, "rooms/press.py", ".output.press/manifest.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", "utf-8")
        os.utime(path, ns=(OLD, OLD))
    folders = {name: tmp_path / name for name in ("content", "output", "theme")}
    return Project(settings=tmp_path / "pelicanconf.py", facts={}, **folders)


def kept(found: Project, hours: int = 1) -> preflight.Known | None:
    """Keep a build, and give what another would say."""
    done = "3 files written, 2 unchanged, 0 removed.\nNothing will ever change by itself.\n"
    preflight.keep(found, preflight.look(found), done, "A note.\n", NOW, NOW + timedelta(hours=hours))
    return preflight.recall(found, preflight.look(found))


def test_a_build_that_would_do_nothing_says_what_the_last_one_said(found: Project) -> None:
    known = kept(found)
    assert known
    assert known.said == "0 files written, 5 unchanged, 0 removed.\nNothing will ever change by itself."
    assert known.noted == "A note.\n"


def more(path: Path) -> None:
    path.write_text("Other words.", "utf-8")


def same_size(path: Path) -> None:
    path.write_text("Werds.", "utf-8")


def gone(path: Path) -> None:
    path.unlink()


def beside(path: Path) -> None:
    path.with_name("another.py").write_text("Words.", "utf-8")


def older(path: Path) -> None:
    os.utime(path, ns=(OLD - 1, OLD - 1))


@pytest.mark.parametrize("name", [*FILES, "rooms/press.py", ".output.press/manifest.json"])
@pytest.mark.parametrize("change", [more, same_size, gone, older])
def test_a_changed_file_is_noticed(found: Project, name: str, change: Callable[[Path], None]) -> None:
    assert kept(found)
    change(found.content.parent / name)
    assert preflight.recall(found, preflight.look(found)) is None


@pytest.mark.parametrize("name", FILES[:3])
def test_other_words_of_the_same_length_are_noticed_though_the_time_was_set_back(found: Project, name: str) -> None:
    assert kept(found)
    path = found.content.parent / name
    path.write_text("Werds.", "utf-8")
    os.utime(path, ns=(OLD, OLD))
    assert preflight.recall(found, preflight.look(found)) is None


@pytest.mark.parametrize("name", ["content/stories/first-keys.md", "rooms/press.py", "output/index.html"])
def test_a_new_file_is_noticed(found: Project, name: str) -> None:
    assert kept(found)
    beside(found.content.parent / name)
    assert preflight.recall(found, preflight.look(found)) is None


def test_what_changes_behind_a_link_is_noticed(found: Project) -> None:
    for name in ("file.html", "folder/part.html"):
        (path := found.content.parent / "elsewhere" / name).parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", "utf-8")
        os.utime(path, ns=(OLD, OLD))
    (found.theme / "file.html").symlink_to("../elsewhere/file.html")
    (found.theme / "folder").symlink_to("../elsewhere/folder")
    (found.content.parent / "elsewhere/folder/again").symlink_to("../../theme")
    for path in (found.theme / "file.html", found.theme / "folder", found.theme / "folder/again"):
        os.utime(path, ns=(OLD, OLD), follow_symlinks=False)
    for name in ("file.html", "folder/part.html"):
        assert kept(found)
        path = found.content.parent / "elsewhere" / name
        path.write_text("Werds.", "utf-8")
        os.utime(path, ns=(OLD, OLD))
        assert preflight.recall(found, preflight.look(found)) is None


def test_a_file_that_may_have_changed_while_the_build_went_on_is_read(found: Project) -> None:
    path = found.content / "stories/first-keys.md"
    path.touch()
    assert kept(found) is None


def test_another_moment_and_another_key_are_noticed(found: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept(found)
    monkeypatch.setenv("CLNM_DKIM_SELECTOR", "another")
    assert preflight.recall(found, preflight.look(found)) is None
    assert kept(found)
    monkeypatch.setenv("AS_OF", "2027-01-01")
    assert preflight.recall(found, preflight.look(found)) is None


def test_another_key_under_the_same_name_is_noticed(
    found: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    key = tmp_path / "dkim.pem"
    key.write_text("one key", "ascii")
    older(key)
    monkeypatch.setenv("CLNM_DKIM_KEY", str(key))
    assert kept(found)
    key.write_text("two key", "ascii")
    assert preflight.recall(found, preflight.look(found)) is None
    monkeypatch.setenv("CLNM_DKIM_KEY", "-----BEGIN PRIVATE KEY-----\n" + "A" * 5000)
    assert kept(found), "a key that is no path"


@pytest.mark.parametrize("blank", [None, "", " "])
def test_by_the_clock_it_holds_until_the_next_change(
    found: Project, monkeypatch: pytest.MonkeyPatch, blank: str | None
) -> None:
    monkeypatch.delenv("AS_OF") if blank is None else monkeypatch.setenv("AS_OF", blank)
    monkeypatch.setattr(time, "time", lambda: NOW.timestamp() + 1800)
    assert kept(found)
    monkeypatch.setattr(time, "time", lambda: NOW.timestamp() + 3600)
    assert kept(found) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"read": 1}'])
def test_a_broken_note_of_it_is_none(found: Project, text: str) -> None:
    assert kept(found)
    (found.content.parent / ".output.press/preflight.json").write_text(text, "utf-8")
    assert preflight.recall(found, preflight.look(found)) is None
