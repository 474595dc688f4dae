"""A storyteller's receipt says in plain words where their story will be, and how to stop it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.samples import text
from tests.unit.desk.conftest import ROOT, Ask

BODY = "I turned the key, and the door did not stick.\n"
GRADE = 6


def receipt(ask: Ask, project: Path, **fields: object) -> tuple[str, str]:
    folder = project / "content/stories"
    folder.mkdir(exist_ok=True)
    (folder / "first-keys.md").write_text(text("story", BODY, **fields), "utf-8")
    answer = ask("receipt", "stories/first-keys")
    assert answer.code == 0, answer.err
    page, plain = project / "receipts/first-keys.html", project / "receipts/first-keys.txt"
    assert "receipts/first-keys.html\nreceipts/first-keys.txt\n" in answer.out
    return page.read_text("utf-8"), " ".join(plain.read_text("utf-8").split())


def scope(*channels: str) -> dict[str, str]:
    return {"scope": f"[{', '.join(channels)}]"}


def test_it_says_yes_or_no_for_each_channel(ask: Ask, project: Path) -> None:
    page, plain = receipt(ask, project, consent=scope("web", "print"))
    assert "- The website: Yes. Anyone can read it on our website." in plain
    assert "- Print: Yes." in plain
    for label in ("The news feeds", "Email", "Search engines", "Social media", "The press", "Partner organisations"):
        assert f"- {label}: No." in plain
        assert re.search(rf"<dt>{label}</dt>\s*<dd>No\.", page)


def test_it_shows_the_words_as_they_will_stand(ask: Ask, project: Path) -> None:
    for words in receipt(ask, project, pull_quote="I turned the key, and the door did not stick."):
        assert words.count("I turned the key, and the door did not stick.") == 2
        assert "Bryn (name changed)" in words
        assert "North West" in words


def test_it_says_from_when_and_until_when(ask: Ask, project: Path) -> None:
    _, plain = receipt(ask, project, date="2026-12-04")
    assert "The first day: Friday 4 December 2026." in plain
    assert "The last day: Saturday 30 September 2028. Then it goes by itself." in plain
    assert "We ask you again by 30 September 2027." in plain


@pytest.mark.parametrize(
    "unseen",
    [
        {"status": "draft"},
        {"date": "2026-12-04"},
        {"consent": {"status": "paused"}},
        {"consent": {"expires": "2026-11-01", "review_by": "2026-11-01"}},
        {"consent": scope("email")},
        {"consent": scope("web", "feed")},
        {"consent": scope("press")},
    ],
    ids=str,
)
def test_it_can_be_read_before_anybody_else_can_see_the_story(
    ask: Ask, project: Path, unseen: dict[str, object]
) -> None:
    page, plain = receipt(ask, project, **unseen)
    assert "A first cold week" in page
    assert "WHERE IT WILL BE" in plain


def test_what_they_did_not_agree_to_is_not_shown(ask: Ask, project: Path) -> None:
    _, plain = receipt(ask, project, consent=scope("email"))
    assert "WHAT OUR EMAILS SHOW" in plain
    assert "WHAT YOUR PAGE SAYS" not in plain
    assert "WHAT THE NEWS FEEDS HOLD" not in plain
    assert "WHAT A SEARCH SHOWS" not in plain
    assert "/stories/first-keys/" not in plain


def test_nobody_is_told_a_name_or_place_they_did_not_agree_to(ask: Ask, project: Path) -> None:
    page, plain = receipt(ask, project, identity="anonymous", location_shown="none")
    assert "We do not use a name. We write “A young person”." in plain
    assert "We do not say where you live." in plain
    assert "North West" not in page + plain


def test_it_says_how_to_stop_whom_to_ask_and_what_cannot_be_taken_back(ask: Ask, project: Path) -> None:
    _, plain = receipt(ask, project)
    assert "hello@clnm.example.org" in plain
    assert "within one working day" in plain
    assert "cannot get back emails that are sent" in plain


def test_with_the_sample_pages_it_gives_a_number_to_ring_and_shows_the_email(ask: Ask, project: Path) -> None:
    shutil.rmtree(project / "content")
    shutil.copytree(ROOT / "content", project / "content")
    assert ask("receipt", "story:first-radiator").code == 0
    page = (project / "receipts/first-radiator.html").read_text("utf-8")
    plain = (project / "receipts/first-radiator.txt").read_text("utf-8")
    for words in (page, plain):
        assert "01632 960 114" in words
        assert "Issue 14" in words
    assert 'src="data:image/png;base64,' in page
    assert "/images/" not in page
    assert not (project / "output").exists()


def test_it_is_never_written_into_the_site(ask: Ask, project: Path) -> None:
    receipt(ask, project)
    answer = ask("receipt", "stories/first-keys", "--output", "output/receipts")
    assert answer.code == 2
    assert "goes online" in answer.err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("stories/no-such", "There is no stories/no-such.md"),
        ("pages/about", "Receipts are for stories."),
        ("first keys", "Write it like stories/first-keys."),
    ],
)
def test_a_name_of_no_story_is_wrong_use(ask: Ask, named: str, said: str) -> None:
    answer = ask("receipt", named)
    assert answer.code == 2
    assert said in answer.err


def test_its_own_words_are_plain(ask: Ask, project: Path) -> None:
    _, plain = receipt(ask, project)
    assert grade(plain) <= GRADE


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of a text, its syllables counted by their vowels."""
    sentences = [part for part in re.split(r"[.!?:]\s", text) if part.strip()]
    words = re.findall(r"[A-Za-z]+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e")))) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
