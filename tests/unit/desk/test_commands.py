"""Whoever asks the desk wrongly is told in plain words what would do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.desk.conftest import ROOT, Ask


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Say what to do."),
        (["chekc"], "There is no command “chekc”. Did you mean “check”?"),
        (["check", "--quickly"], "We do not know what to do with “--quickly”."),
        (["check", "--settings", "no.py"], "There is no no.py here."),
        (["check", "--content", "no-folder"], "There is no folder no-folder to read from."),
        (["check", "--output", "no-folder"], "There is no folder no-folder to check."),
        (["build", "--content", "no-folder"], "There is no folder no-folder to read from."),
        (["serve", "--port", "eight"], "“eight” is no port."),
        (["serve", "--port", "70000"], "“70000” is no port."),
        (["new", "stroy", "ana"], "There is no kind of content called “stroy”. Did you mean “story”?"),
        (["edition", "2030-01"], "There is no issue “2030-01”."),
        (["gallery", "--output", "content"], "content is there already, and is no gallery."),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_would_do(ask: Ask, words: list[str], told: str) -> None:
    answer = ask(*words)
    assert answer.code == 2
    assert told in answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert "invalid" not in answer.err


@pytest.mark.parametrize("command", ["check", "build", "new"])
def test_a_time_that_is_none_is_wrong_use(ask: Ask, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("AS_OF", "tomorrow")
    answer = ask(command, *(["story", "ana"] if command == "new" else []))
    assert answer.code == 2
    assert "AS_OF is “tomorrow”." in answer.err


def test_settings_that_cannot_be_read_are_named(ask: Ask, project: Path) -> None:
    (project / "pelicanconf.py").write_text("PATH = ", "utf-8")
    answer = ask("check")
    assert answer.code == 2
    assert "pelicanconf.py cannot be read" in answer.err


@pytest.mark.parametrize(
    "words", [["build"], ["check"], ["publish", "--settings", "pelicanconf.py"], ["serve"]], ids=str
)
@pytest.mark.parametrize("wrong", ["LANGUAGE = 5", "SITEURL = None", "THEME = 5", "EXAMPLES_ALLOWED = 'no'"])
def test_a_setting_of_a_wrong_type_ends_with_1_and_is_told(
    ask: Ask, project: Path, words: list[str], wrong: str
) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{wrong}\n")
    answer = ask(*words)
    name, _, value = wrong.split(" ", 2)
    assert answer.code == 1
    assert f": {name}: This is {value}, and must be " in answer.err
    assert "[T03]" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("words", [["build"], ["serve"]], ids=str)
def test_a_setting_that_is_missing_is_told_before_anything_is_built(ask: Ask, project: Path, words: list[str]) -> None:
    path = project / "pelicanconf.py"
    path.write_text(path.read_text("utf-8").replace("PUBLISHER =", "OTHER ="), "utf-8")
    answer = ask(*words)
    assert answer.code == 1
    assert "pelicanconf.py: PUBLISHER: This is not there, and must be a text. [T03]" in answer.err


@pytest.mark.parametrize("command", ["build", "gallery"])
def test_a_theme_that_is_not_there_is_named(ask: Ask, project: Path, command: str) -> None:
    (project / "pelicanconf.py").write_text('PATH = "content"\nTHEME = "no-theme"\n', "utf-8")
    answer = ask(command)
    assert answer.code == 2
    assert "There is no theme in no-theme. THEME in pelicanconf.py says where it is." in answer.err


def test_help_needs_nothing_that_is_slow_to_load() -> None:
    asked = "import sys; from plugins.desk import main\ntry: main(['--help'])\nfinally: print(sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "check the" not in told.partition("usage")[0]
    assert "say what is wrong with the content" in told
    assert "'pelican'" not in told
    assert "'pydantic'" not in told


def test_it_runs_as_a_module_too() -> None:
    asked = [sys.executable, "-m", "plugins.desk", "nonsense"]
    assert subprocess.run(asked, cwd=ROOT, check=False, capture_output=True).returncode == 2


def test_whoever_stops_reading_is_told_nothing_more() -> None:
    words = [sys.executable, "-m", "plugins.desk", "explain"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 1
