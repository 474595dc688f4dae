"""Files as they come from phones, from Word and from two people at once."""

from __future__ import annotations

import pytest

from plugins.model import Page, Problem
from plugins.source import documents
from tests import samples

PAGE = samples.text("page", "It is £3,000, they’re sure.")


def the(data: bytes) -> Problem:
    """Give the one problem of a page of these bytes, and see that it is no document."""
    found, problems = samples.read("page", data)
    assert found is None
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert problems[0].path == "pages/first-keys.md"
    return problems[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PAGE.encode("utf-8-sig"), id="a byte-order mark"),
        pytest.param(PAGE.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(PAGE.replace("\n", "\r").encode(), id="line ends of old Macs"),
    ],
)
def test_what_editors_cannot_see_changes_nothing(data: bytes) -> None:
    found, problems = samples.read("page", data)
    plain, _ = samples.read("page", PAGE)
    assert problems == []
    assert found is not None
    assert plain is not None
    assert found.body == plain.body


def test_an_older_encoding_is_named_with_the_line_it_shows_on() -> None:
    problem = the(PAGE.encode("windows-1252"))
    assert (problem.code, problem.line) == ("F08", 6)
    assert problem.fix == "Open it, choose Save as, pick UTF-8."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_two_bytes_a_letter_are_an_older_format_as_well(encoding: str) -> None:
    assert the(PAGE.encode(encoding)).code == "F08"


def test_two_versions_in_one_file_are_left_to_the_editor() -> None:
    text = PAGE.replace("It is", "<<<<<<< HEAD\nIt is\n=======\nIt was\n>>>>>>> other\n")
    problem = the(text.encode())
    assert (problem.code, problem.line) == ("F07", 6)
    assert "lines 6 to 10" in problem.message
    assert "Keep one" in problem.fix


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\u2028", "U+2028"),
        ("\ue000", "U+E000"),
        ("\U0010ffff", "U+10FFFF"),
        ("\u202e", "turns the direction"),
        ("\u2066", "turns the direction"),
        ("\u200b", "zero-width space"),
        ("\u2060", "word joiner"),
        ("\u00ad", "soft hyphen"),
        ("\u200d", "zero-width joint"),
        ("\u200f", "turns the direction"),
        ("\ufeff", "byte-order mark"),
    ],
)
@pytest.mark.parametrize("place", ["It is", "A first"])
def test_a_character_that_nobody_sees_is_refused_by_name(character: str, name: str, place: str) -> None:
    problem = the(PAGE.replace(place, f"{place}{character}").encode())
    assert (problem.code, problem.line) == ("F16", 6 if place == "It is" else 2)
    assert name in problem.message
    assert "Type the line again" in problem.fix


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("می\u200cخواهم", id="Persian with its zero-width joints"),
        pytest.param("👩\u200d🍳 cooks", id="an emoji of several parts"),
        pytest.param("\U0001fa77 a young emoji", id="an emoji younger than Python"),
        pytest.param("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", id="the flag of Scotland"),
        pytest.param("10\u202f000 and 20\u00a0000", id="spaces that do not break"),
        pytest.param("Z\u030aoe\u0301", id="letters with accents"),
    ],
)
def test_what_languages_need_is_kept(words: str) -> None:
    found, problems = samples.read("page", PAGE.replace("It is", words))
    assert problems == []
    assert found is not None


def test_letters_in_parts_are_put_together() -> None:
    found, _ = samples.read("page", PAGE.replace("sure", "Zoe\u0301"))
    assert found is not None
    assert "Zo\u00e9" in found.words


def test_a_heap_of_accents_is_refused_before_it_is_sorted() -> None:
    assert the(PAGE.replace("It is", "a" + "\u0315\u0300" * 100_000).encode()).code == "F16"


def test_a_file_too_big_for_a_text_is_not_read() -> None:
    problem = the(b"a" * 2_000_001)
    assert (problem.code, problem.line) == ("F15", 0)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Nov Story FINAL (2)", "nov-story-final-2"),
        ("first_keys", "first-keys"),
        ("Žoë", "zoe"),
        ("-keys-", "keys"),
        ("…", "a-plain-name"),
        ("con", "con-1"),
        ("index", "index-1"),
        ("a" * 120, "a" * 98),
    ],
)
def test_a_bad_file_name_is_given_a_good_one(name: str, plain: str) -> None:
    found, problems = documents.read(Page, f"pages/{name}.md", PAGE.encode())
    assert found is None
    assert [(problem.code, problem.line) for problem in problems] == [("F09", 0)]
    assert f"“{plain}.md”" in problems[0].fix


def test_a_good_file_name_is_the_slug() -> None:
    found, problems = documents.read(Page, "pages/a-2nd-page.md", PAGE.encode())
    assert problems == []
    assert found is not None
    assert (found.slug, found.path, found.id) == ("a-2nd-page", "pages/a-2nd-page.md", "page:a-2nd-page")


def test_equal_files_have_equal_digests_and_others_have_not() -> None:
    first, again = samples.document("page"), samples.document("page")
    other, elsewhere = samples.document("page", body="More."), samples.document("page", "second-keys")
    assert first.digest == again.digest
    assert len({first.digest, other.digest, elsewhere.digest}) == 3
