"""``clnm next`` tells a person, or a scheduler, when to build again."""

from __future__ import annotations

from pathlib import Path

from tests.samples import text
from tests.unit.desk.conftest import Ask


def write(project: Path) -> None:
    folder = project / "content/stories"
    folder.mkdir()
    (folder / "first-keys.md").write_text(
        text("story", consent={"expires": "2026-11-30", "review_by": "2026-11-30"}), "utf-8"
    )


def test_it_says_the_day_and_what_happens(ask: Ask, project: Path) -> None:
    write(project)
    said = "Next change by itself: Tuesday 1 December 2026, midnight: story:first-keys disappears.\n"
    assert (ask("next").code, ask("next").out) == (0, said)


def test_a_scheduler_gets_only_the_instant(ask: Ask, project: Path) -> None:
    write(project)
    assert ask("next", "--iso").out == "2026-12-01T00:00:00+00:00\n"


def test_nothing_to_come_is_no_mistake(ask: Ask) -> None:
    assert (ask("next").code, ask("next").out) == (0, "Nothing will ever change by itself.\n")
    assert (ask("next", "--iso").code, ask("next", "--iso").out) == (0, "")
