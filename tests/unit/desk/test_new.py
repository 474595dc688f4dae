"""``clnm new`` writes a draft that passes every check, and never writes over anything."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from plugins import source
from plugins.desk.beginning import QUESTIONS, Given, asking
from plugins.model import DOCUMENT_TYPES, Consent, Document, Event, Newsletter, Story
from plugins.model.taxonomy import Status
from tests.samples import text
from tests.unit.desk.conftest import ROOT, Ask

MOST = 30
"""More questions than any kind has."""
Answers = dict[str, str | list[str]]
PROVIDER = "clnm:\n  name: CLNM\n  about: Young people leaving care.\n"


@pytest.fixture(autouse=True)
def content(project: Path) -> Path:
    """Give a content folder with one provider and one area, and nobody at the terminal."""
    (project / "content/data/providers.yml").write_text(PROVIDER, "utf-8")
    (project / "content/areas").mkdir()
    (project / "content/areas/northbridge.md").write_text(text("area"), "utf-8")
    return project / "content"


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answers: Answers) -> list[str]:
    """Answer each question as told, the others with Enter; give the questions, as they are asked."""
    asked: list[str] = []
    said = {question: [answer] if isinstance(answer, str) else list(answer) for question, answer in answers.items()}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(asking, "print", lambda text: asked.append(text.strip().splitlines()[0]), raising=False)

    def answered(prompt: str) -> str:
        question = prompt.partition("[")[0].strip() if prompt.startswith("What") else asked_last(asked)
        waiting = next((left for begun, left in said.items() if question.startswith(begun) and left), [])
        return waiting.pop(0) if waiting else ""

    monkeypatch.setattr("builtins.input", answered)
    return asked


def asked_last(asked: list[str]) -> str:
    """Give the last question that was asked; answers that are refused are asked for again under the same one."""
    questions = {question.ask for several in QUESTIONS.values() for question in several}
    return next(text for text in reversed(asked) if text in questions)


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
        (["newsletter", "spring"], "The month is 2026-11, but the file is called spring.md."),
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


def test_an_issue_is_offered_its_month_as_its_name(ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, {"What is it called?": "Warm homes"})
    assert ask("new", "issue").code == 0
    assert (content / "newsletters/2026-11.md").is_file()


def test_nothing_is_begun_that_must_name_what_is_not_there_yet(ask: Ask, content: Path) -> None:
    (content / "data/providers.yml").unlink()
    answer = ask("new", "event", "winter-meet-up")
    assert answer.code == 2
    assert "there is none yet. Begin with that: content/data/providers.yml" in answer.err
    assert not (content / "events").exists()


def test_what_the_content_has_already_is_used(ask: Ask, content: Path) -> None:
    ask("new", "event", "winter-meet-up")
    ask("new", "offer", "warm-hat")
    assert "organiser: clnm\n" in (content / "events/winter-meet-up.md").read_text("utf-8")
    assert "provider: clnm\n" in (content / "offers/warm-hat.md").read_text("utf-8")
    assert "hello@clnm.example.org" in (content / "events/winter-meet-up.md").read_text("utf-8")


def test_a_name_too_short_for_a_title_is_made_longer(ask: Ask, content: Path) -> None:
    assert ask("new", "story", "ana").code == 0
    assert document(content, "stories/ana.md").title == "Ana, to be written"


KINDS = pytest.mark.parametrize("kind", DOCUMENT_TYPES, ids=lambda kind: kind.kind)
ODD = {
    "colon and hash": "Moving in: what I #learned",
    "quotes": """He said "it's ‘mine’" and “left”""",
    "marks": "[Warm] {homes} & * ! % @ | > `now`",
    "emoji": "Keys 🔑 and 👩\u200d🍳 cake",
    "right to left": "بیتا کلید دارد",
    "hyphens": "--- - a: - b ---",
    "backslash": r"C:\new\table \n \u200b",
    "yes": "yes, no, null, ~, 1e3, 0750",
    "long": "A long story" + " about warm keys" * 4,
    "all at once": "Keys: “ours” 🔑 #1, 'yours' & کلید",
}


def slug_of(kind: type[Document]) -> str:
    return "2027-04" if kind.kind == "newsletter" else "a-new-thing"


@pytest.mark.parametrize(
    ("kind", "odd"),
    [*product(DOCUMENT_TYPES, ["all at once"]), *((kind, odd) for kind in (Story, Newsletter) for odd in ODD)],
    ids=lambda part: getattr(part, "kind", part),
)
def test_odd_answers_stand_in_the_file_as_they_were_given(
    ask: Ask, content: Path, kind: type[Document], odd: str
) -> None:
    summary = f"{ODD[odd]}, and this is what it is all about: a home."
    answer = ask("new", kind.kind, slug_of(kind), "--title", ODD[odd], "--set", f"summary={summary}")
    assert answer.code == 0, answer.err
    found = document(content, f"{kind.folder}/{slug_of(kind)}.md")
    assert (found.title, found.summary) == (ODD[odd], summary)
    assert found.status is Status.DRAFT


@KINDS
def test_about_six_things_are_asked_of_each_kind_and_each_is_a_field(kind: type[Document]) -> None:
    given = Given(kind, {})
    questions = QUESTIONS[kind.kind]
    assert 2 <= len([question for question in questions if not question.where]) <= 8
    for question in questions:
        owner, name = given.owner(question.place)
        assert owner.model_fields[name].description
        assert question.ask.endswith(("?", ".")), question.ask


@KINDS
@pytest.mark.parametrize("title", ["Warm: homes", "بیتا کلید دارد"])
def test_somebody_at_a_terminal_may_answer_everything_with_enter(
    ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Document], title: str
) -> None:
    asked = at_a_terminal(monkeypatch, {"What is it called?": title, "What is its file called?": slug_of(kind)})
    assert ask("new", kind.kind).code == 0
    assert document(content, f"{kind.folder}/{slug_of(kind)}.md").title == title
    first = next(question for question in QUESTIONS[kind.kind] if not question.where)
    assert first.ask in asked


def test_each_answer_is_checked_at_once_in_plain_words(
    ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = at_a_terminal(
        monkeypatch,
        {
            "What is it called?": ["Hi", "Winter meet-up"],
            "On which day": ["30 February 2027", "03/04/2027 4pm", "2027-03-28 01:30", "Friday 2 April 2027 at 4pm"],
            "When does it end?": "2027-04-02 17:30",
            "Which building": "Mill: Rooms #2",
            "What is its postcode?": ["Northbridge", "nb12ab"],
            "Do people meet": ["in a pub", "both"],
            "How do people get": ["https://us02web.zoom.us/j/123456789", "You get it when you book."],
        },
    )
    assert ask("new", "event").code == 0
    found = document(content, "events/winter-meet-up.md")
    assert isinstance(found, Event)
    assert f"{found.start:%Y-%m-%d %H:%M} {found.end:%H:%M}" == "2027-04-02 16:00 17:30"
    assert (found.venue, found.postcode, found.online_how) == (
        "Mill: Rooms #2",
        "NB1 2AB",
        "You get it when you book.",
    )
    told = "\n".join(asked)
    for words in ("too short", "clocks go forward", "does not have the right form", "holds a meeting link"):
        assert words in told


def test_an_answer_that_does_not_fit_another_is_asked_for_again(
    ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = ["2027-04-02 15:00", "2027-04-02 18:00"]
    at_a_terminal(monkeypatch, {"On which day": "2027-04-02 16:00", "When does it end?": ends})
    assert ask("new", "event", "spring").code == 0
    found = document(content, "events/spring.md")
    assert isinstance(found, Event)
    assert f"{found.end:%H:%M}" == "18:00"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["event", "ana", "--set", "start=tomorrow"], "start: “tomorrow” needs a day and a time."),
        (["event", "ana", "--set", "start=2027-03-28 01:30"], "clocks go forward"),
        (["event", "ana", "--set", "contact_email=foo"], "“foo” is not an email address."),
        (["event", "ana", "--set", "postcode=Northbridge"], "Write it like NB1 2AB."),
        (["event", "ana", "--set", "organiser=cnlm"], "There is no provider called “cnlm”. Did you mean “clnm”?"),
        (["event", "ana", "--set", "strat=2027-03-28"], "There is no field called “strat”. Did you mean “start”?"),
        (["event", "ana", "--set", "start"], "Write --set start=…"),
        (["event", "ana", "--set", "status=ready"], "A new file is a draft."),
        (["event", "ana", "--set", "venue=a b", "--set", "venue=c d"], "“venue” was given twice."),
        (["event", "ana", "--set", "venue="], "There is nothing in this answer."),
        (["event", "ana", "--set", "venue=a\u200bb"], "invisible zero-width space"),
        (["event", "ana", "--set", "agenda=16:00"], "This has lines of its own."),
        (["story", "ana", "--set", "consent=yes"], "Give each by itself: consent.ref"),
        (["story", "ana", "--set", "consent.ref=yes"], "Write the reference from the consent form"),
        (["story", "ana", "--set", "slug=x"], "Take the line out."),
        (["story", "ana", "--set", "storyteller=Ana\n---\nx", "--set", "identity=me"], "is not one of the words"),
        (["event", "ana", "--set", "start=2027-04-02 16:00", "--set", "end=2027-04-02 15:00"], "--set end=…: "),
        (["story", "ana", "--set", "consent.under_18_when_given=yes"], "--set consent.adult_supported=…: "),
        (["story", "ana", "--set", "summary=Ring me at night on 07123 456 789, I am always awake."], "[P04]"),
        (["page", "offers"], "Nothing was written."),
    ],
)
def test_an_option_that_cannot_stand_is_refused_and_nothing_written(
    ask: Ask, content: Path, words: list[str], told: str
) -> None:
    before = sorted(content.rglob("*"))
    answer = ask("new", *words)
    assert answer.code == 2
    assert told in answer.err, answer.err
    assert sorted(content.rglob("*")) == before


def test_no_yes_is_invented_and_no_answer_makes_one(ask: Ask, content: Path) -> None:
    form = ("--set", "consent.ref=cr 2026 014", "--set", "consent.given=1 October 2026", "--set", "consent.scope=web")
    assert ask("new", "story", "ana", *form).code == 0
    consent = document(content, "stories/ana.md").agreed
    assert isinstance(consent, Consent)
    assert (consent.ref, str(consent.given), consent.scope) == ("CR-2026-014", "2026-10-01", ("web",))
    assert consent.status == "paused"
    assert "copy each line from the signed form" in (content / "stories/ana.md").read_text("utf-8")


@KINDS
def test_a_draft_that_nobody_filled_in_cannot_be_made_ready(ask: Ask, content: Path, kind: type[Document]) -> None:
    ask("new", kind.kind, slug_of(kind))
    path = content / kind.folder / f"{slug_of(kind)}.md"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: ready"), "utf-8")
    answer = ask("check")
    assert answer.code == 1
    assert "nobody has written this part yet. [F13]" in answer.err


def test_a_yes_that_was_never_filled_in_does_not_count(ask: Ask, content: Path) -> None:
    ask("new", "story", "ana")
    path = content / "stories/ana.md"
    text = path.read_text("utf-8").replace("status: paused", "status: active").replace("scope: []", "scope: [web]")
    path.write_text(text.replace("status: draft", "status: ready"), "utf-8")
    said = ask("check").err
    assert "keeps a place free for a reference; no form has it. [C01]" in said
    assert "Nothing says that the storyteller has seen these words. [C01]" in said


def test_a_link_that_waits_in_its_place_is_not_followed(ask: Ask, content: Path, tmp_path: Path) -> None:
    (content / "pages").mkdir()
    (content / "pages/ana.md").symlink_to(tmp_path / "elsewhere.md")
    answer = ask("new", "page", "ana")
    assert answer.code == 2
    assert "Nothing was written." in answer.err
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_name_that_is_taken_gets_a_number(ask: Ask, content: Path) -> None:
    for name in ("warm-homes", "warm-homes-2"):
        assert ask("new", "page", "--title", "Warm homes").code == 0
        assert (content / f"pages/{name}.md").is_file()


def test_a_word_of_a_list_is_taken_however_it_is_written(ask: Ask, content: Path) -> None:
    assert ask("new", "event", "meet", "--set", "mode=In person", "--set", "access=Step free, quiet room").code == 0
    found = document(content, "events/meet.md")
    assert isinstance(found, Event)
    assert found.mode == "in-person"
    assert found.access == ("step-free", "quiet-room")


def test_an_issue_is_offered_the_first_month_that_has_none(
    ask: Ask, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in ("2026-11", "2026-12"):
        assert ask("new", "issue", month).code == 0
    at_a_terminal(monkeypatch, {"What is it called?": "Warm homes"})
    assert ask("new", "issue").code == 0
    assert (content / "newsletters/2027-01.md").is_file()


def test_a_real_terminal_is_asked_and_enter_leaves_the_rest_for_later(content: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"Winter cook-up: soup\n\nworkshop\nFriday 4 December 2026 at 4pm\n" + b"\n" * MOST)
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "new", "event"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=theirs, capture_output=True, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert "Read as: 2026-12-04 16:00" in done.stdout
    found = document(content, "events/winter-cook-up-soup.md")
    assert isinstance(found, Event)
    assert (found.title, found.event_kind) == ("Winter cook-up: soup", "workshop")
    assert f"{found.start:%Y-%m-%d %H:%M}" == "2026-12-04 16:00"
