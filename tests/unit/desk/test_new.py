"""``clnm new`` writes a draft that passes every check, and never writes over anything."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plugins import source
from plugins.model import DOCUMENT_TYPES, Consent, Document
from plugins.model.taxonomy import Status
from tests.samples import text
from tests.unit.desk.conftest import Ask

PROVIDER = "clnm:\n  name: CLNM\n  about: Young people leaving care.\n"


@pytest.fixture(autouse=True)
def content(project: Path) -> Path:
    """Give a content folder with one provider and one area, and nobody at the terminal."""
    (project / "content/data/providers.yml").write_text(PROVIDER, "utf-8")
    (project / "content/areas").mkdir()
    (project / "content/areas/northbridge.md").write_text(text("area"), "utf-8")
    return project / "content"


def document(content: Path, name: str) -> Document:
    reading = source.read(content)
    assert [str(problem) for problem in reading.problems if problem.stops] == []
    return next(document for document in reading.documents if document.path == name)


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.kind)
def test_every_kind_gives_a_draft_that_passes_every_check(ask: Ask, content: Path, kind: type[Document]) -> None:
    slug = "2027-04" if kind.kind == "newsletter" else "a-new-thing"
    answer = ask("new", kind.kind, slug)
    assert answer.code == 0, answer.err
    assert f"content/{kind.folder}/{slug}.md" in answer.out
    found = document(content, f"{kind.folder}/{slug}.md")
    assert found.status is Status.DRAFT
    assert found.body
    assert ask("check").code == 0


@pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.kind)
def test_each_field_has_a_hint_above_it(ask: Ask, content: Path, kind: type[Document]) -> None:
    slug = "2027-04" if kind.kind == "newsletter" else "a-new-thing"
    ask("new", kind.kind, slug)
    lines = (content / kind.folder / f"{slug}.md").read_text("utf-8").split("---")[1].splitlines()
    for number, line in enumerate(lines):
        if line[:1].isalpha():
            assert lines[number - 1].startswith("# "), line


def test_no_channel_and_no_name_is_taken_for_granted_in_a_story(ask: Ask, content: Path) -> None:
    ask("new", "story", "ana")
    consent = document(content, "stories/ana.md").agreed
    assert isinstance(consent, Consent)
    assert (consent.status, consent.scope, consent.images) == ("paused", (), "none")
    assert "identity: anonymous" in (content / "stories/ana.md").read_text("utf-8")


def test_nothing_is_written_over(ask: Ask, content: Path) -> None:
    ask("new", "story", "ana")
    (content / "stories/ana.md").write_text("what somebody wrote", "utf-8")
    answer = ask("new", "story", "ana")
    assert answer.code == 2
    assert "content/stories/ana.md is there already." in answer.err
    assert (content / "stories/ana.md").read_text("utf-8") == "what somebody wrote"


TITLES = (
    "Moving in: what I learned",
    '"Hello" # everybody',
    "[Warm] homes",
    "#CLNM is here",
    "2026: a year",
    "It’s on",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_kept_as_it_was_given(ask: Ask, content: Path, title: str) -> None:
    assert ask("new", "story", "ana", "--title", title).code == 0
    assert document(content, "stories/ana.md").title == title


def test_a_title_is_made_of_the_name_where_none_is_given(ask: Ask, content: Path) -> None:
    ask("new", "event", "winter-meet-up")
    ask("new", "newsletter", "2027-04")
    assert document(content, "events/winter-meet-up.md").title == "Winter meet up"
    assert document(content, "newsletters/2027-04.md").title == "April 2027"


def test_an_issue_gets_the_next_number(ask: Ask, content: Path) -> None:
    ask("new", "newsletter", "2027-04")
    ask("new", "newsletter", "2027-05")
    assert "issue: 2\n" in (content / "newsletters/2027-05.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["newsletter", "spring"], "month: The month is 2026-11, but the file is called spring.md."),
        (["story", "My Story"], "Call it “my-story”."),
        (["story", "../ana"], "Give only the file's name, without a folder: ana."),
        (["story", "con"], "Call it “con-1”. Nothing was written."),
        (["story", "ana", "--title", "Hi"], "title: This is too short: 2 characters."),
        (["story"], 'Give it a name: clnm new story first-keys --title "First keys"'),
        ([], "Say what to start"),
    ],
)
def test_what_cannot_be_a_file_is_refused(ask: Ask, content: Path, words: list[str], told: str) -> None:
    before = sorted(content.rglob("*"))
    answer = ask("new", *words)
    assert answer.code == 2
    assert told in answer.err
    assert sorted(content.rglob("*")) == before


def test_somebody_at_a_terminal_is_asked(ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = {
        "What is it called? ": "Warm & dry: a clinic",
        "What is its file called? [warm-dry-a-clinic] ": "",
    }
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: questions.get(question, "event"))
    assert ask("new").code == 0
    assert document(content, "events/warm-dry-a-clinic.md").title == "Warm & dry: a clinic"


def test_an_issue_is_offered_its_month_as_its_name(ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Warm homes", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert ask("new", "newsletter").code == 0
    assert (content / "newsletters/2026-11.md").is_file()


def test_what_else_is_needed_is_said_where_the_content_is_still_empty(ask: Ask, content: Path) -> None:
    (content / "data/providers.yml").unlink()
    answer = ask("new", "event", "winter-meet-up")
    assert answer.code == 0
    assert "There is no provider “first-keys”." in answer.err


def test_what_the_content_has_already_is_used(ask: Ask, content: Path) -> None:
    ask("new", "event", "winter-meet-up")
    ask("new", "offer", "warm-hat")
    assert "organiser: clnm\n" in (content / "events/winter-meet-up.md").read_text("utf-8")
    assert "provider: clnm\n" in (content / "offers/warm-hat.md").read_text("utf-8")
    assert "hello@clnm.example.org" in (content / "events/winter-meet-up.md").read_text("utf-8")


def test_a_name_too_short_for_a_title_is_made_longer(ask: Ask, content: Path) -> None:
    assert ask("new", "story", "ana").code == 0
    assert document(content, "stories/ana.md").title == "Ana, to be written"
