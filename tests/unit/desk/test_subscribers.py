"""``clnm subscribers`` keeps addresses out of repositories, logs and what it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.desk.conftest import Ask

TABLE = """\
address,basis,given_on,source
ana@example.org,consent,2026-10-01,Sign-up sheet
bo-example.org,consent,2026-10-01,Sign-up sheet
"""


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a data folder outside of the project, and a table in it."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("CLNM_DATA", str(folder))
    (folder / "people.csv").write_text(TABLE, "utf-8")
    return folder


def test_rows_are_taken_or_named_and_no_address_is_printed(ask: Ask, data: Path) -> None:
    answer = ask("subscribers", "import", str(data / "people.csv"))
    assert answer.code == 1
    assert answer.out.startswith("1 new, 0 known before, 0 left out")
    assert "people.csv:3: address: The address has no @." in answer.err
    assert "ana@" not in answer.out + answer.err
    listed = ask("subscribers", "list")
    assert listed.code == 0
    assert "news: 1 person" in listed.out
    assert "ana@" not in listed.out


def test_a_dry_run_writes_nothing(ask: Ask, data: Path) -> None:
    assert "1 person would be taken" in ask("subscribers", "import", str(data / "people.csv"), "--dry-run").out
    assert "Nobody is on a list yet" in ask("subscribers", "list").out


def test_one_person_gets_what_is_held_and_is_erased(ask: Ask, data: Path) -> None:
    ask("subscribers", "import", str(data / "people.csv"))
    assert ask("subscribers", "export-one", "Ana@example.org", str(data / "one.json")).code == 0
    held = json.loads((data / "one.json").read_text("utf-8"))
    assert held["lists"][0]["basis"] == "consent"
    assert (data / "one.json").stat().st_mode & 0o077 == 0
    assert ask("subscribers", "erase", "ana@example.org").code == 0
    assert ask("subscribers", "erase", "nobody@example.org").code == 1
    assert ask("subscribers", "erase", "nobody").code == 2
    assert ask("subscribers", "export", str(data / "all.csv")).out.startswith("0 people")
    assert "1 left out" in ask("subscribers", "import", str(data / "people.csv")).out


@pytest.mark.parametrize("inside", ["", "content/people", ".git/.."])
def test_a_data_folder_inside_a_project_or_a_repository_is_refused(
    ask: Ask, project: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    monkeypatch.setenv("CLNM_DATA", str(project / inside))
    answer = ask("subscribers", "list")
    assert answer.code == 2
    assert "could be committed or published" in answer.err
    assert not list(project.rglob("*.db"))


def test_a_table_is_not_written_into_a_project(ask: Ask, data: Path, project: Path) -> None:
    (data / ".git").mkdir()
    assert ask("subscribers", "list").code == 2
    (data / ".git").rmdir()
    assert ask("subscribers", "export", str(project / "all.csv")).code == 2
    assert not (project / "all.csv").exists()


def test_without_a_name_for_it_the_folder_is_the_users_own(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.delenv("CLNM_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    assert ask("subscribers", "list").code == 0
    assert (home / "clnm-press").stat().st_mode & 0o777 == 0o700
    (home / "clnm-press").chmod(0o755)
    answer = ask("subscribers", "list")
    assert answer.code == 2
    assert "chmod 700" in answer.err
