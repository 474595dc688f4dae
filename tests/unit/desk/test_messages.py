"""Each message of the check is provoked by a file, and comes back with its line and what to do."""

from __future__ import annotations

import re
from argparse import Namespace
from email.message import EmailMessage
from pathlib import Path

import pytest

from plugins.desk.explain import codes
from plugins.desk.project import Project
from plugins.desk.serve import _settle
from plugins.desk.serving.backstage import Backstage
from plugins.desk.weigh import weigh
from plugins.press.broken import in_theme
from plugins.releases.agreements import keep_withdrawals
from plugins.releases.places import Places
from plugins.releases.release import hashed
from plugins.source import documents
from tests.unit.desk import provoking
from tests.unit.desk.conftest import ROOT, Ask
from tests.unit.desk.provoking import CASES, ELSEWHERE, Case


def write(project: Path, files: dict[str, str | bytes]) -> None:
    for name, words in files.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words if isinstance(words, bytes) else words.encode())


def line_of(case: Case) -> int:
    if isinstance(case.line, int):
        return case.line
    lines = case.files[case.path]
    assert isinstance(lines, str)
    return next(number for number, line in enumerate(lines.splitlines(), 1) if line.lstrip(" ").startswith(case.line))


SETTINGS = "EXAMPLES_ALLOWED = False\nLARGEST_SITE = 1000\n"


@pytest.fixture(autouse=True)
def published(project: Path) -> None:
    """Give the project the settings that it is published with."""
    (project / "publishconf.py").write_text(f'from pelicanconf import *\nOUTPUT_PATH = "public"\n{SETTINGS}', "utf-8")


def breaks(*_: object) -> None:
    raise ArithmeticError


@pytest.mark.parametrize("code", CASES)
def test_each_message_names_its_file_its_line_and_what_to_do(
    code: str, ask: Ask, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[code]
    write(project, case.files)
    for name, value in case.settings.items():
        monkeypatch.setenv(name, value)
    if "BREAKS" in case.settings:  # a fault of ours, which no file that we know of brings about
        monkeypatch.setattr(documents, "_read", breaks)
    said = ask(*case.command).err
    path = case.path.removeprefix("../") if case.path.startswith("../") else f"content/{case.path}"
    place = re.escape(path) + (f":{line_of(case)}" if case.line else r"(?::\d+)?")
    match = re.search(rf"(?m)^(?:note: |overdue: )?{place}: (?P<message>.*) \[{code}\]\n    \S", said)
    assert match, said
    assert case.says in match["message"]


def told(said: str, place: str, code: str) -> str:
    """Give the message of a code about a place; what to do must stand under it."""
    match = re.search(rf"(?m)^ *(?:note: )?{place}: (?P<message>.*) \[{code}\]\n    \S", said)
    assert match, said
    return match["message"]


def test_what_some_mail_programs_do_not_show_is_named_with_a_way_out(project: Path) -> None:
    made = EmailMessage()
    made["Subject"], made["From"], made["Reply-To"] = "News", "news@example.org", "news@example.org"
    made.set_content("Warm.")
    made.add_alternative("<html><body><p style='display:grid'>Warm.</p></body></html>", subtype="html")
    (project / "edition.eml").write_bytes(made.as_bytes())
    assert "display:grid" in told("\n".join(weigh(project / "edition.eml")), r"edition\.eml", "K06")


def test_a_line_of_a_list_that_says_too_little_is_named(
    ask: Ask, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("CLNM_DATA", str(folder))
    (folder / "people.csv").write_text("address,basis,given_on,source\nana,consent,2026-10-01,form\n", "utf-8")
    assert "no @" in told(ask("subscribers", "import", str(folder / "people.csv")).err, r"people\.csv:2", "L01")


def test_what_was_withheld_and_stands_in_a_built_file_is_named(ask: Ask, project: Path) -> None:
    paused = provoking.story(provoking.WORDS, storyteller="Sorush", consent={"status": "paused"})
    write(project, {**paused, **provoking.page(provoking.WORDS)})
    answer = ask("build")
    assert answer.code == 1
    assert "story:keys is in this file" in told(answer.err, r"output/about/index\.html(?::\d+)?", "X02")


def test_what_was_taken_back_and_is_there_again_is_named(ask: Ask, project: Path) -> None:
    write(project, provoking.story())
    keep_withdrawals(Places(project / "public").private, {hashed("story:keys"): "2026-11-01"})
    answer = ask("publish")
    assert answer.code == 1
    assert "was withdrawn on 1 November 2026" in told(answer.err, r"content/stories/keys\.md:\d+", "X05")
    assert "[X03]" in answer.err  # it would be too large as well


def test_a_site_that_its_host_would_not_take_is_not_put_online(ask: Ask, project: Path) -> None:
    write(project, provoking.page())
    assert "1,000 is the most" in told(ask("publish").err, "/", "X03")
    assert not (project / "public").exists()


def test_a_theme_that_cannot_be_drawn_with_is_named_by_its_file(tmp_path: Path) -> None:
    problem = in_theme(FileNotFoundError(2, "No such file", str(tmp_path / "templates/base.html")), tmp_path)
    assert "No such file" in told(str(problem), rf"{tmp_path.name}/templates/base\.html", "T02")


def test_settings_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    settings = tmp_path / "pelicanconf.py"
    settings.write_text("x = (", "utf-8")
    found = Project(settings, tmp_path, tmp_path / "output", tmp_path, {})
    (problem,) = _settle(Namespace(settings=str(settings), content="", output=""), Backstage(found))
    assert "was never closed" in told(str(problem), re.escape(str(settings)), "T03")


def test_every_code_has_a_case_that_provokes_it() -> None:
    assert {*CASES, *ELSEWHERE} == set(codes())
    assert not {*CASES} & {*ELSEWHERE}
    tests = set(globals())
    assert [name for name in ELSEWHERE.values() if name not in tests] == []


def test_every_code_in_the_sources_can_be_explained_and_no_other() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    assert {code for words in sources for code in re.findall(r'"([A-Z][0-9]{2})"', words)} == set(codes())


@pytest.mark.parametrize("code", codes())
def test_a_code_is_explained_in_plain_words(code: str, ask: Ask) -> None:
    answer = ask("explain", code.lower())
    assert answer.code == 0
    assert answer.out.startswith(f"{code}: ")
    assert not re.search(r"(?i)\b(?:invalid|illegal|failed to parse|yaml|schema)\b", answer.out)


def test_a_code_there_is_not_is_said_to_be_none(ask: Ask) -> None:
    answer = ask("explain", "F99")
    assert answer.code == 2
    assert "There is no message with the code “F99”. Did you mean F" in answer.err
