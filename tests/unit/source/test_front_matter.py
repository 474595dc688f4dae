"""Slips in front matter: each is caught on its line, with the way out."""

from __future__ import annotations

import pytest

from plugins.model import Problem
from tests import samples

PATH = "pages/first-keys.md"


def page(*lines: str) -> list[Problem]:
    """Give what is wrong with a page whose front matter holds these lines first: they begin on line 2."""
    written = "\n".join(["---", *lines, samples.front(samples.COMMON).rstrip(), "---", ""])
    return samples.read("page", written)[1]


def the(problems: list[Problem]) -> Problem:
    """Give the one problem there is."""
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert problems[0].path == PATH
    assert problems[0].stops
    return problems[0]


@pytest.mark.parametrize(
    ("line", "code", "message", "fix"),
    [
        pytest.param(
            "slogan: Moving in: what I learned",
            "F01",
            "second colon",
            'Change it to: slogan: "Moving in: what I learned"',
            id="a second colon",
        ),
        pytest.param("slogan: Ends here:", "F01", "second colon", '"Ends here:"', id="a colon at the end"),
        pytest.param(
            "slogan: #NCLM is here", "F03", "Nothing was read for “slogan”", '"#NCLM is here"', id="a hash at the start"
        ),
        pytest.param("slogan: Room #4", "F03", "Everything after #", '"Room #4"', id="a hash in the middle"),
        pytest.param("\tslogan: Hello", "F02", "starts with a Tab", "two spaces", id="a tab"),
        pytest.param("  \tslogan: Hello", "F02", "starts with a Tab", "two spaces", id="a tab after spaces"),
        pytest.param("slogan: &here", "F01", "starts with &", '"&here"', id="an anchor"),
        pytest.param("slogan: *here", "F01", "starts with *", '"*here"', id="an alias"),
        pytest.param("slogan: !!python/none x", "F01", "starts with !", '"!!python/none x"', id="a tag"),
        pytest.param("slogan: @home", "F01", "starts with @", '"@home"', id="an at sign"),
        pytest.param("slogan: 'tis time", "F12", "begins with ' but", '''"tis time"''', id="a lone quote mark"),
        pytest.param('slogan: "Yes" and "no"', "F12", "another", """'"Yes" and "no"'""", id="quote marks inside"),
        pytest.param("slogan: “Moving: in” now", "F12", "Curly quotes", '"', id="curly quotes round a colon"),
        pytest.param("slogan: {a: b}", "F14", "begins like a list", "[one, two]", id="curly brackets"),
        pytest.param("slogan: [a, b", "F14", "no ] at its end", "slogan: [a, b]", id="an open bracket"),
        pytest.param("themes: [#a, b]", "F14", "begins like a list", "straight quotes", id="a hash in a list"),
        pytest.param("themes: [a: b, c]", "F14", "holds a colon", "straight quotes", id="a colon in a list"),
        pytest.param("slogan: > folded", "F01", "starts with >", '"> folded"', id="a folded text"),
        pytest.param("slogan:Hello", "F14", "needs a space after it", "slogan: Hello", id="no space after the colon"),
        pytest.param("A line of text", "F14", "no field name", "put --- there", id="a line without a field"),
        pytest.param("slogan:", "F13", "Nothing is written after “slogan:”", "take the line out", id="an empty value"),
        pytest.param('slogan: ""', "F13", "Nothing is written after “slogan:”", "take the line out", id="empty quotes"),
        pytest.param("themes: [money, '']", "F13", "item of the list is empty", "take it out", id="an empty item"),
        pytest.param("slogun: Hello", "F05", "no field called “slogun”", "Did you mean “slogan”?", id="a near miss"),
        pytest.param("zzzz: Hello", "F05", "no field called “zzzz”", "docs/fields.md", id="a far miss"),
        pytest.param("slug: first", "F05", "no field called “slug”", "its name the address", id="a slug"),
        pytest.param("path: ../../etc", "F05", "no field called “path”", "its folder is the kind", id="a path"),
        pytest.param("save_as: x.html", "F05", "no field called “save_as”", "its name the address", id="save_as"),
        pytest.param("template: x", "F05", "no field called “template”", "The theme decides", id="a template"),
        pytest.param("author: Ana Smith", "F05", "no field called “author”", "agreed", id="an author"),
        pytest.param("body: x", "F05", "no field called “body”", "below the second ---", id="a body"),
        pytest.param("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: h", "F14", "nested", "fewer indents", id="depth"),
        pytest.param('slogan: "Ring\\u202e me"', "F16", "turns the direction", "backslash", id="an escaped override"),
        pytest.param('slogan: "a\\ue000b"', "F16", "U+E000", "backslash", id="an escaped mark of our own"),
        pytest.param("themes:\n  - money\n - sport", "F14", "does not fit", "indent", id="a crooked indent"),
        pytest.param("lang: english!", "F11", "does not have the right form", "en-GB, cy", id="a wrong language"),
        pytest.param("nav_order: first", "F11", "“first” is not a whole number", "14", id="a word for a number"),
        pytest.param("nav_order: 0", "F11", "“0” is too small", "nothing less than 1", id="a number too small"),
        pytest.param(
            "example: maybe", "F11", "“maybe” is neither yes nor no", "true or false", id="neither yes nor no"
        ),
        pytest.param("themes: [muney]", "F17", "“muney”", "Did you mean “money”?", id="a word near one of the list"),
        pytest.param("nations: france", "F17", "“france”", "england, scotland", id="a word that is not of the list"),
        pytest.param("themes: {}", "F14", "begins like a list", "[one, two]", id="a mapping for a list"),
        pytest.param("themes:\n  money: yes", "F11", "A list belongs here", "[one, two]", id="fields for a list"),
        pytest.param(
            "slogan: |\n  Two\n  lines", "F11", "on one line", "after the colon", id="lines where one belongs"
        ),
        pytest.param('slogan: "Two\\nlines"', "F11", "on one line", "after the colon", id="an escaped line's end"),
        pytest.param("slogan: ……", "F11", "“……” has no words", "letters or figures", id="signs without words"),
        pytest.param("nav_order: 1_4", "F11", "“1_4” is not a whole number", "14", id="a number that YAML reads"),
        pytest.param("slogan: [a, b]", "F11", "A single text belongs here", "on one line", id="a list for a text"),
        pytest.param("status: [ready]", "F17", "A single word belongs here", "after the colon", id="a list for a word"),
        pytest.param("source: example.org", "A05", "not a full web address", "https://", id="half an address"),
        pytest.param("source: http://example.org/", "A05", "not a full", "https://", id="an address without its lock"),
        pytest.param("source: https://a@example.org/", "A05", "not a full", "https://", id="an address with a name"),
        pytest.param("image: IMG 2031.JPG", "F09", "right form", "img-2031.jpg", id="a camera's file name"),
        pytest.param(
            "related: first-keys", "A06", "right form", "offer:warm-bundle", id="a reference without its kind"
        ),
    ],
)
def test_a_slip_is_named_on_its_line_with_the_way_out(line: str, code: str, message: str, fix: str) -> None:
    problem = page(line)[0]
    assert (problem.path, problem.code) == (PATH, code)
    assert 2 <= problem.line <= 2 + line.count("\n")
    assert message in problem.message
    assert fix in problem.fix
    assert "\n" not in str(problem).split("\n    ")[0]


@pytest.mark.parametrize(
    "line",
    [
        "Slogan: Capital letters in a field's name",
        "slogan: “Curly quotes round all of it”",
        "slogan:\u00a0A hidden space after the colon",
        "slogan:\tA tab after the colon",
        'slogan: "Straight quotes: they protect"  # and a hidden note after them',
        "slogan: It is 16:30, and https://example.org is a place",
        "slogan: It's C#",
        "# a hidden note",
        "slogan: A text that goes on\n  on the next line",
        "themes: money, sport",
        "themes: [money, sport]",
        "themes:\n  - money\n  - sport",
        "nations: england",
        "example: Yes",
    ],
)
def test_what_was_plainly_meant_is_read(line: str) -> None:
    assert page(line) == []


def test_a_value_is_read_as_it_is_written() -> None:
    lines = ["started: 2026-10-31", "slogan: 0750", "nav_label: 18:30", "ended_note: yes"]
    written = "\n".join(["---", *lines, samples.front(samples.COMMON) + "---"])
    found, problems = samples.read("page", written)
    assert problems == []
    assert found is not None
    assert found.model_dump(include={"slogan", "nav_label", "ended_note"}) == {
        "slogan": "0750",
        "nav_label": "18:30",
        "ended_note": "yes",
    }


def test_a_text_that_keeps_its_lines_keeps_everything_in_them() -> None:
    lines = "|\n  “A curly quote.”\n  said: “Hello: you”\n\n  - # all of it"
    found, problems = samples.read("story", samples.text("story", what_helped=lines))
    assert problems == []
    assert found is not None
    assert found.model_dump()["what_helped"] == "“A curly quote.”\nsaid: “Hello: you”\n\n- # all of it"


def test_a_field_that_is_there_twice_names_both_lines() -> None:
    problem = the(page("slogan: One", "nav_label: Two", "Slogan: Three"))
    assert (problem.code, problem.line) == ("F04", 4)
    assert "lines 2 and 4" in problem.message
    assert problem.fix == "Keep the one you want."


def test_a_missing_first_line_is_asked_for() -> None:
    problem = the(samples.read("page", "title: Hello\n---\n")[1])
    assert (problem.code, problem.line) == ("F06", 1)
    assert "first line" in problem.fix


def test_a_missing_closing_line_is_asked_for_after_the_last_field() -> None:
    problem = the(samples.read("page", "---\ntitle: Hello\nsummary: A page\n\nThe text begins.\n")[1])
    assert (problem.code, problem.line) == ("F06", 3)
    assert problem.fix == "Add --- on a line of its own after line 3."


def test_an_empty_line_after_the_hyphens_moves_no_line_number() -> None:
    written = "---\n\n\nslogun: x\n" + samples.front(samples.COMMON) + "---\n"
    assert the(samples.read("page", written)[1]).line == 4


def test_too_long_a_top_part_is_refused() -> None:
    problem = the(page("slogan: " + "a" * 17_000))
    assert (problem.code, problem.line) == ("F15", 1)
    assert "below the second ---" in problem.fix


def test_aliases_upon_aliases_are_refused_and_never_spread_out() -> None:
    laughs = [
        "a: &a [x, x, x, x]",
        *(f"{name}: &{name} [*{last}, *{last}]" for last, name in zip("abcd", "bcde", strict=True)),
    ]
    problems = page(*laughs)
    assert {problem.code for problem in problems} <= {"F01", "F05"}
    assert any(problem.code == "F01" for problem in problems)


def test_a_tag_in_a_list_is_refused() -> None:
    assert page("themes: [!!python/object/apply:os.system money]")[0].code == "F01"


def test_brackets_a_thousand_deep_end_in_one_plain_problem() -> None:
    assert the(page("themes: " + "[" * 2_000 + "]" * 2_000)).code == "F14"


def test_every_slip_of_a_file_is_told_in_one_run() -> None:
    problems = page("slogan: a: b", "nav_label: #x", "\tstarted: 2026-10-31")
    assert [(problem.line, problem.code) for problem in problems] == [(2, "F01"), (3, "F03"), (4, "F02")]


def test_a_missing_field_says_what_it_is_for() -> None:
    problem = the(samples.problems("page", title=None))
    assert (problem.code, problem.line, problem.field) == ("F13", 1, "title")
    assert problem.fix == "Add title: What it is called, in sentence case."


def test_a_story_without_consent_is_shown_what_a_consent_looks_like() -> None:
    problem = samples.problems("story", consent=None)[0]
    assert (problem.code, problem.field) == ("C01", "consent")
    assert "participation worker" in problem.fix
    assert "ref: CR-2026-014" in problem.fix


def test_a_field_inside_another_has_its_own_line_and_near_miss() -> None:
    problems = samples.problems("story", consent={"stratus": "active", "status": None})
    assert [(p.code, p.field) for p in problems] == [("F13", "consent.status"), ("F05", "consent.stratus")]
    assert problems[1].fix == "Did you mean “status”?"
    assert problems[1].line > problems[0].line


def test_a_field_of_consent_with_a_space_in_its_name_is_named_itself() -> None:
    problems = samples.problems("story", consent={"given on": "2026-10-01"})
    assert problems[0].field == "consent.given on"


@pytest.mark.parametrize(
    ("title", "message"),
    [("Hi", "too short: 2 characters"), ("a" * 81, "too long: 81 characters")],
)
def test_a_text_of_the_wrong_length_says_how_long_it_is(title: str, message: str) -> None:
    problem = the(samples.problems("page", title=title))
    assert (problem.code, problem.line) == ("F11", 2)
    assert message in problem.message


def test_too_many_of_a_list_are_counted() -> None:
    problem = the(samples.problems("page", themes="[money, sport, job, college, university]"))
    assert problem.message == "There are 5 here."
    assert problem.fix == "Keep 4 at the most."


def test_a_long_slip_is_said_back_in_short() -> None:
    problem = the(page("nations: " + "a" * 5_000))
    assert len(problem.message) < 150


def test_no_message_uses_the_words_of_programmers() -> None:
    told = [
        *page("slogan: a: b"),
        *page("themes: [muney]"),
        *page("a:\n - b\n  - c"),
        *samples.problems("story", consent=None),
        *samples.problems("page", title=None),
    ]
    for problem in told:
        assert not any(
            word in str(problem).lower() for word in ("invalid", "illegal", "failed", "yaml", "schema", "parse")
        )
