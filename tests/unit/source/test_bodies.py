"""Slips in a body: each is caught on its line, with the way out. A body begins on line 6 of its file."""

from __future__ import annotations

import pytest

from plugins.model import Problem, Reference
from plugins.model.blocks import Button, Quote
from plugins.source import bounds
from tests import samples
from tests.yardstick import within

FIRST = 6


def wrong(body: str) -> list[Problem]:
    """Give what is wrong with a page that has this body."""
    return samples.problems("page", body)


@pytest.mark.parametrize(
    ("body", "line", "code", "message", "fix"),
    [
        pytest.param("Text.\n\n# Big", 8, "A03", "one #", "Use ## here", id="a heading of the first level"),
        pytest.param("## A\n\n#### B", 8, "A03", "jumps from ## to ####", "Use ### here", id="a skipped level"),
        pytest.param("### A", 6, "A03", "jumps from # to ###", "Use ## here", id="a part without a section"),
        pytest.param("##Heading", 6, "A03", "no space", "put a space after the #", id="a heading without its space"),
        pytest.param("Yes\n#NCLM is here", 7, "A03", "no space", "backslash", id="a hashtag at the start of a line"),
        pytest.param("##  ", 6, "A03", "no words", "Write some", id="a heading without words"),
        pytest.param("## See [us](page:about)", 6, "A03", "words only", "text below", id="a link in a heading"),
        pytest.param("## {fact: projects}", 6, "A03", "words only", "text below", id="a fact in a heading"),
        pytest.param("> ## A", 6, "A03", "inside a block, a quote or a list", "**words**", id="a heading in a quote"),
        pytest.param("Text with <b>bold</b> in it", 6, "F18", "“<b>” is web code", "**bold**", id="raw HTML"),
        pytest.param("a\n\n<script>alert(1)</script>", 8, "F18", "<script>", "Markdown", id="a script"),
        pytest.param("a\n\n<!-- hidden -->", 8, "F18", "<!--", "Markdown", id="an HTML comment"),
        pytest.param("    <iframe src=x>", 6, "F18", "<iframe src=x>", "Markdown", id="HTML behind four spaces"),
        pytest.param("![Keys](keys.jpg)", 6, "A01", "its own block", "/// figure", id="a picture in a sentence"),
        pytest.param("a\n\nb ![Keys][k]\n\n[k]: keys.jpg", 8, "A01", "its own", "/// figure", id="a picture by name"),
        pytest.param("Ring {suport: shout} now", 6, "F20", "no “{suport: …}”", "“support”", id="a misspelt brace"),
        pytest.param("Ring {zzz: shout} now", 6, "F20", "no “{zzz: …}”", "{support: …}", id="an unknown brace"),
        pytest.param(
            "Ring {support: Shout!}", 6, "F20", "not written like", "small letters", id="a wrong id in braces"
        ),
        pytest.param(
            "Ring {support shout}", 6, "F20", "not written like", "{support: shout}", id="braces without a colon"
        ),
        pytest.param("Ring {support: shout now", 6, "F20", "not written like", "a curly", id="braces left open"),
        pytest.param("a" * 20_001, 6, "F15", "too long", "paragraphs", id="a line that is too long"),
        pytest.param("- a\n" * 10_001, 5, "F15", "more than 10,000 lines", "several documents", id="too many lines"),
    ],
)
def test_a_slip_in_the_text_is_named_on_its_line(body: str, line: int, code: str, message: str, fix: str) -> None:
    problem = wrong(body)[0]
    assert (problem.path, problem.line, problem.code) == ("pages/first-keys.md", line, code)
    assert message in problem.message
    assert fix in problem.fix


def test_empty_lines_do_not_count_among_too_many() -> None:
    lines = ["a", ""] * bounds.MOST_LINES
    assert list(bounds.excesses(lines)) == []
    assert list(bounds.excesses([*lines, "a"]))


@pytest.mark.parametrize(
    ("body", "line", "code", "message", "fix"),
    [
        pytest.param("[here](https://example.org)", 6, "A04", "“here”", "Say where it goes", id="here"),
        pytest.param("a\n\n[Click here!](page:about)", 8, "A04", "“Click here!”", "Say where", id="click here"),
        pytest.param("[**Read more**](page:about)", 6, "A04", "“Read more”", "Say where", id="read more in bold"),
        pytest.param("[](page:about)", 6, "A04", "no words", "square brackets", id="a link without words"),
        pytest.param("[Go there](#)", 6, "A05", "nowhere (#)", "whole address", id="a link to nothing"),
        pytest.param("[Go there]()", 6, "A05", "nowhere (nothing)", "whole address", id="a link without an address"),
        pytest.param("[Go there](javascript:alert(1))", 6, "A05", "nowhere (javascript", "https", id="a script"),
        pytest.param("[Go there](JavaScript:alert(1))", 6, "A05", "nowhere", "https", id="a script in capitals"),
        pytest.param(
            "[Go there](&#106;avascript:alert)", 6, "A05", "nowhere (javascript", "https", id="a coded script"
        ),
        pytest.param("[Go there](data:text/html,x)", 6, "A05", "nowhere (data:", "https", id="data"),
        pytest.param(
            "[Go there](//example.org/x)", 6, "A05", "nowhere (//", "https", id="an address without its scheme"
        ),
        pytest.param("[Go there](/\\example.org)", 6, "A05", "nowhere", "https", id="a backslash"),
        pytest.param("[Go there](/&#47;example.org)", 6, "A05", "nowhere (//", "https", id="coded slashes"),
        pytest.param("[Go there](https:example.org)", 6, "A05", "nowhere", "https://…", id="a scheme without slashes"),
        pytest.param("[Go there](https://example)", 6, "A05", "nowhere", "https://…", id="a host without a dot"),
        pytest.param("[Go there](https://a@example.org)", 6, "A05", "nowhere", "https", id="a name before the host"),
        pytest.param("[Go there](about.md)", 6, "A05", "nowhere (about.md)", "story:first-keys", id="a file's name"),
        pytest.param("[Go there](storie:first-keys)", 6, "A05", "nowhere", "story:first-keys?", id="a misspelt kind"),
        pytest.param("[Write](mailto:team)", 6, "A05", "nowhere (mailto:team)", "mailto:", id="half a mailbox"),
        pytest.param("[Ring](tel:soon)", 6, "A05", "nowhere (tel:soon)", "tel:", id="no number"),
        pytest.param("a\n\n[Go there][x]\n\n[x]: ftp://example.org", 10, "A05", "nowhere (ftp", "https", id="by name"),
        pytest.param("## One\n\n[See two](#two)", 8, "A06", "no heading “two”", "hyphens", id="a missing heading"),
        pytest.param(
            "## Who can come\n\n[Who](#who-can-com)", 8, "A06", "who-can-com", "#who-can-come?", id="a near one"
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_named_on_its_line(
    body: str, line: int, code: str, message: str, fix: str
) -> None:
    problem = wrong(body)[0]
    assert (problem.line, problem.code) == (line, code)
    assert message in problem.message
    assert fix in problem.fix


def test_the_second_of_two_equal_slips_has_its_own_line() -> None:
    body = "[here](page:about) and [there](page:contact)\n\nText.\n\n[here](page:about)"
    assert [(problem.line, problem.code) for problem in wrong(body)] == [(6, "A04"), (10, "A04")]


def test_links_that_lead_somewhere_are_left_alone() -> None:
    body = (
        "[A](https://example.org/x?a=1&b=2#c) [B](mailto:team@example.org?subject=Hello) [C](tel:01632960123) "
        "[D](story:first-keys) [E](/offers/) [F](/calendars/all.ics) [G](#g) <https://example.org>\n"
        "[H](event:a#b)\n\n## G"
    )
    assert wrong(body) == []


@pytest.mark.parametrize(
    ("body", "line", "message", "fix"),
    [
        pytest.param("/// qoute | Ari\nHi\n///", 6, "no block called “qoute”", "“quote”", id="an unknown block"),
        pytest.param("/// wibble\n///", 6, "no block called “wibble”", "Use one of: figure", id="a strange block"),
        pytest.param("a\n\n/// quote | Ari\n\nHi", 8, "not closed", "Add ///", id="a block left open"),
        pytest.param("/// quote | A\nHi\n\n/// ask | B\n///\n///", 6, "not closed", "Add ///", id="a block in a block"),
        pytest.param("a\n\n///", 8, "closes nothing", "open a block", id="slashes that close nothing"),
        pytest.param("// quote | Ari", 6, "looks like a block", "/// quote | Ari", id="two slashes"),
        pytest.param("> /// quote | Ari", 6, "looks like a block", "three slashes", id="a block in a quote"),
        pytest.param(
            "/// button | Book\n    link: page:about\n\nText\n///", 6, "holds no text", "Close it", id="nothing"
        ),
        pytest.param("/// steps\nText\n///", 6, "“steps” holds a list", "docs/fields.md", id="text for a list"),
        pytest.param("/// grid\n\n///", 6, "“grid” holds a list", "docs/fields.md", id="nothing for a list"),
        pytest.param("/// numbers\n- a\n///", 6, "“numbers” holds lines with a colon list", "docs", id="no pairs"),
        pytest.param("/// recipe | Tea\n- a\n///", 6, "“recipe” holds a list of ingred", "docs", id="half a recipe"),
        pytest.param("/// poem | Key\n\n///", 6, "“poem” is empty", "Write its text", id="an empty poem"),
        pytest.param("/// quote | Ari\n///", 6, "“quote” is empty", "Write its text", id="an empty quote"),
        pytest.param(
            "/// timeline | x\na\n:   b\n///", 6, "takes nothing after a bar", "Take it out", id="a strange bar"
        ),
        pytest.param("/// story\n///", 6, "“story” needs something after a bar", "/// story | slug", id="no slug"),
        pytest.param("/// button\n    link: page:about\n///", 6, "“button” needs", "/// button | label", id="no label"),
        pytest.param(
            "/// button | Book\nlink: page:about\n///", 7, "looks like the option “link”", "four spaces", id="no indent"
        ),
    ],
)
def test_a_block_that_is_none_is_named_on_its_line(body: str, line: int, message: str, fix: str) -> None:
    problem = wrong(body)[0]
    assert (problem.line, problem.code) == (line, "F20")
    assert message in problem.message
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("body", "line", "code", "message", "fix"),
    [
        pytest.param(
            "/// button | B\n    lnk: page:a\n///", 7, "F05", "no option of this block called “lnk”", "“link”", id="x"
        ),
        pytest.param("/// button | B\n    link: nowhere\n///", 7, "A05", "nowhere (nowhere)", "https://", id="button"),
        pytest.param("/// button | B\n    link: javascript:x()\n///", 7, "A05", "nowhere", "https://", id="script"),
        pytest.param("/// button | B\n    link: #x\n///", 7, "F03", "hidden note", '"#x"', id="a hash in an option"),
        pytest.param(
            "/// button | B\n    link: a\n    link: b\n///", 8, "F04", "twice (lines 7 and 8)", "Keep", id="twice"
        ),
        pytest.param("/// button | B\n\tlink: page:a\n///", 7, "F02", "Tab", "spaces", id="a tab before an option"),
        pytest.param("/// quote | A\n    only: print\n\nHi\n///", 7, "F17", "“print”", "web, email", id="only"),
        pytest.param("/// story | First Keys\n///", 6, "A06", "right form", "first-keys", id="a title for a slug"),
        pytest.param(
            "/// events | next week\n///", 6, "F11", "“next week”", "this month, next 4", id="a strange choice"
        ),
        pytest.param("/// offer | a\n    show: quote\n///", 7, "F17", "Only story can", "a card is shown", id="show"),
        pytest.param("/// figure | a.jpg\n    alt: Keys\n///", 6, "F13", "missing", "image_consent", id="no consent"),
        pytest.param(
            "/// figure | a.jpg\n    image_consent: stock\n///",
            6,
            "A01",
            "Say what the picture shows",
            "alt:",
            id="no alt",
        ),
        pytest.param(
            "/// figure | a.jpg\n    image_consent: stock\n    alt: IMG_2031.jpg\n///",
            8,
            "A02",
            "file's name",
            "shows",
            id="f",
        ),
        pytest.param("/// ask | What?\nSay it.\n///", 6, "A05", "no way to answer", "email:", id="no answer"),
        pytest.param("/// contact | Us\nHi\n///", 6, "A05", "no way to reach", "phone:", id="nobody reached"),
    ],
)
def test_an_option_that_is_wrong_is_named_on_its_line(body: str, line: int, code: str, message: str, fix: str) -> None:
    problem = wrong(body)[0]
    assert (problem.line, problem.code) == (line, code)
    assert message in problem.message
    assert fix in problem.fix


def test_problems_come_in_the_order_of_the_text() -> None:
    problems = wrong("[here](page:about)\n\n## A\n\n#### B\n\n/// quote | A\n///\n\n[here](page:about)")
    assert [problem.line for problem in problems] == [6, 10, 12, 15]


def test_a_document_with_a_slip_is_no_document() -> None:
    assert samples.read("page", samples.text("page", "[here](page:about)"))[0] is None


def test_everything_a_sentence_names_has_its_line_for_the_library() -> None:
    found = samples.document("page", body="Text.\n\nSee [us](page:about) and\n{support: shout}.")
    assert found.lines["page:about"] == 8
    assert found.lines["support:shout"] == 9


def test_the_letter_of_a_name_cannot_be_one_of_our_own_marks() -> None:
    body = "a &#xe000;support:shout&#xe001; b &#x202e; c &shy; d &nbsp; e"
    found = samples.document("page", body=body)
    assert not set("\ue000\ue001\u202e\u00ad") & set(found.words)


def test_blocks_are_read_in_their_order_with_their_options() -> None:
    body = (
        "/// quote | Ari\n    organisation: CLNM\n    only: web\n\nHi.\n\nAnd more.\n///\n\n"
        "/// story | first-radiator\n    show: quote\n///"
    )
    quote, reference = samples.document("page", body=body).body
    assert isinstance(quote, Quote)
    assert (quote.by, quote.organisation, quote.only, quote.line) == ("Ari", "CLNM", "web", 6)
    assert quote.prose.html == "<p>Hi.</p>\n<p>And more.</p>"
    assert isinstance(reference, Reference)
    assert (reference.kind, reference.slug, reference.show) == ("story", "first-radiator", "quote")


def test_an_option_may_hold_a_colon_in_quotes() -> None:
    body = '/// button | Book\n    link: https://example.org\n    note: "Free: always"\n///'
    (button,) = samples.document("page", body=body).body
    assert isinstance(button, Button)
    assert button.note == "Free: always"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> " * 5_000 + "a", id="quotes in quotes"),
        pytest.param(">" * 5_000 + "a", id="quotes in quotes without spaces"),
        pytest.param("- " * 5_000 + "a", id="lists in lists"),
        pytest.param("\n".join("    " * n + "- a" for n in range(300)), id="lists below lists"),
        pytest.param("[" * 5_000, id="open brackets"),
        pytest.param("![](<" * 3_000, id="open pictures"),
        pytest.param("[a][" * 4_000, id="open references"),
        pytest.param("a" * 1_000_000, id="a line of a megabyte"),
        pytest.param("word " * 60_000, id="a very long text on one line"),
        pytest.param("word\n" * 60_000, id="a very long text"),
        pytest.param("/// quote | A\n\nHi\n\n///\n\n" * 501, id="more blocks than anybody writes"),
    ],
)
def test_what_would_take_too_long_is_refused_plainly_and_at_once(body: str) -> None:
    with within(pieces=50):
        found, problems = samples.read("page", samples.text("page", body))
    assert found is None
    assert problems[0].code in {"F15", "F20"}
    assert problems[0].fix


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("**a " * 5_000, id="bold that never ends"),
        pytest.param("a** " * 5_000, id="bold that never begins"),
        pytest.param("*a **b " * 2_500, id="bold in italics in bold"),
        pytest.param("_a" * 10_000, id="underlines"),
        pytest.param("`a" * 10_000, id="backticks"),
        pytest.param("\\*" * 9_000, id="backslashes"),
        pytest.param("{support: shout}" * 1_000, id="help lines"),
        pytest.param("<" * 19_000, id="less than"),
        pytest.param("- a\n" * 40_000, id="a list without end"),
        pytest.param("## Same\n\n" * 20_000, id="equal headings"),
        pytest.param("\n".join("`" * n for n in range(600)), id="backticks of every length"),
    ],
)
def test_no_text_takes_much_longer_than_a_file_may(body: str) -> None:
    with within(pieces=50, seconds=bounds.SECONDS):
        samples.read("page", samples.text("page", body))


def test_after_a_text_that_took_too_long_the_next_one_is_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as shorter:
        shorter.setattr(bounds, "SECONDS", 0.02)
        problems = samples.problems("page", "\n".join("`" * n for n in range(600)))
    assert [problem.code for problem in problems] == ["F15"]
    assert samples.document("page", body="Hello **you**.").words == "Hello you."
