"""``clnm check`` says all that is wrong, and writes nothing."""

from __future__ import annotations

from pathlib import Path

from tests.samples import PROVIDERS, text
from tests.unit.desk.conftest import Ask


def files(project: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for path in project.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def write(project: Path, name: str, words: str) -> None:
    path = project / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, "utf-8")


def test_content_with_nothing_wrong_gives_0(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page"))
    answer = ask("check")
    assert (answer.code, answer.out, answer.err) == (0, "All is well.\n", "")


def test_an_error_gives_1_with_file_and_line_as_they_are_typed(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page").replace("summary:", "sumary:"))
    answer = ask("check")
    assert answer.code == 1
    assert "content/pages/about.md:" in answer.err
    assert "There is no field called “sumary”. [F05]\n    Did you mean “summary”?" in answer.err


def test_nothing_is_written(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page"))
    before = files(project)
    ask("check")
    assert files(project) == before


def test_what_is_wrong_between_files_is_found(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page", body="[Ana](story:ana)"))
    answer = ask("check")
    assert answer.code == 1
    assert "There is no story “ana”" in answer.err


def test_a_note_fails_only_with_strict(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page", last_checked="2026-02-01"))
    relaxed, strict = ask("check"), ask("check", "--strict")
    assert "note: content/pages/about.md" in relaxed.err
    assert (relaxed.code, strict.code) == (0, 1)
    assert "With --strict, these notes count as well." in strict.out


def test_notes_stop_no_build_unless_it_is_strict(ask: Ask, project: Path) -> None:
    write(project, "pages/about.md", text("page", body="You will recieve it."))
    strict = ask("build", "--strict")
    assert strict.code == 1
    assert "“recieve” looks like a slip of spelling. [W02]" in strict.err
    assert not (project / "output").exists()
    relaxed = ask("build")
    assert relaxed.code == 0
    assert "note: content/pages/about.md:6: “recieve” looks like a slip" in relaxed.err


def test_a_built_folder_can_be_checked_alone(ask: Ask, project: Path) -> None:
    (project / "output").mkdir()
    (project / "output/feed.xml").write_text("<rss>", "utf-8")
    answer = ask("check", "--output", "output")
    assert answer.code == 1
    assert "output/feed.xml:1: This XML cannot be read" in answer.err
    (project / "output/feed.xml").write_text("<map/>", "utf-8")
    assert ask("check", "--output", "output").code == 0


def test_what_is_overdue_fails_a_check_but_no_build(ask: Ask, project: Path) -> None:
    write(project, "offers/rail-third-off.md", text("offer", last_checked="2025-09-01"))
    write(project, "data/providers.yml", PROVIDERS)
    assert ask("build").code == 0
    checked = ask("check")
    assert "overdue: content/offers/rail-third-off.md" in checked.err
    assert checked.code == 1
