"""An issue whose email somebody has looked at, in a project of its own, and a data folder outside of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.samples import text
from tests.unit.desk.conftest import Answer, Ask

HAND = ("handover", "2026-12", "--to")
BODY = """\
A price of {{ price }} and ` ticks, three < four, {{{ and }}.

/// story | first-keys
///

/// get-help
///"""
SUPPORTS = """\
shout:
  name: Shout
  for_whom: Anybody who would rather text
  nations: [england, scotland, wales]
  text: Text SHOUT to 85258
  hours: Day and night
  free_from_mobile: true
  last_checked: 2026-11-01
"""


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a data folder outside of the project."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("CLNM_DATA", str(folder))
    return folder


@pytest.fixture
def issue(project: Path, ask: Ask, data: Path) -> Path:  # noqa: ARG001 - handing over needs it
    """Give an issue that tells a story, and whose email somebody has looked at."""
    add_settings(project, 'PLUGINS = ["plugins.press", "plugins.editions"]')
    for folder in ("newsletters", "stories"):
        (project / f"content/{folder}").mkdir()
    (project / "content/stories/first-keys.md").write_text(text("story", "The key turned."), "utf-8")
    (project / "content/data/supports.yml").write_text(SUPPORTS, "utf-8")
    written = text("newsletter", BODY, subject="Prices {{ like }} these in the news")
    (project / "content/newsletters/2026-12.md").write_text(written, "utf-8")
    right(ask("edition", "2026-12"))
    return project


def add_settings(project: Path, *lines: str) -> None:
    """Put lines at the end of the project's settings."""
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.writelines(f"{line}\n" for line in lines)


def typing(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type words at the next question."""
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def right(answer: Answer) -> None:
    """See that the desk did what it was asked for."""
    assert answer.code == 0, answer.err
