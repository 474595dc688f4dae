"""Whatever is in a file, reading it ends in a document or in problems, and nothing dangerous gets through."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plugins.model import Document, Problem
from plugins.source import front
from plugins.source.letters import unseen
from plugins.source.text import plain_name
from tests import samples

TOKENS = [
    *"[]()!<>{}*_`~#|:-+.\\\"'&/=^@\n\t ",
    *(
        "\n\n",
        "    ",
        "a",
        "b c",
        "1. ",
        "- ",
        "> ",
        "## ",
        "###",
        "---",
        "***",
        ":   ",
        "| a | b |",
        "|---|",
        "&#106;",
    ),
    *("[a](", "![", "](", "https://example.org", "javascript:", "data:", "mailto:a@example.org", "story:first-keys"),
    *(
        "<script>",
        "<img src=x onerror=y>",
        "<!--",
        "&lt;",
        "&#60;",
        "&#xe000;",
        "{support: shout}",
        "{fact: x}",
        "*[A]: b",
    ),
    *("/// quote | Ari\n", "/// button | Go\n    link: page:about\n", "///\n", "/// figure | a.png\n", "/// steps\n"),
    *("\u00a0", "\u202e", "\ue000", "\x00", "é", "سلام", "👩\u200d🍳"),
]
FIELDS = [
    "title: ",
    "summary: ",
    "date: ",
    "consent:\n  ",
    "themes: [",
    "- ",
    "  ",
    "2026-10-31",
    "true",
    "|\n",
    "#",
    "&a",
    "*a",
]
markdown = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)
fields = st.lists(st.sampled_from([*TOKENS, *FIELDS]), max_size=30).map("".join)
kinds = st.sampled_from(list(samples.KINDS))
ALLOWED = {"p", "em", "strong", "code", "a", "br", "abbr", "blockquote", "pre", "hr", "h4", "h5", "h6", "div"}
ALLOWED |= {"ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}

steady = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def is_told(found: Document | None, problems: list[Problem]) -> None:
    """See that there is a document, or a problem that somebody can act on."""
    assert found is not None or problems
    assert (found is None) == any(problem.stops for problem in problems)
    for problem in problems:
        assert problem.path
        assert problem.line >= 0
        assert problem.message
        assert problem.fix
        assert problem.code
        assert str(problem).encode()


class Seen(HTMLParser):
    """Collects what a browser would see of some markup."""

    def __init__(self, markup: str) -> None:
        """Read the markup."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag and its attributes."""
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}


@steady
@given(kind=kinds, data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(kind: str, data: bytes) -> None:
    is_told(*samples.read(kind, data))


@steady
@given(kind=kinds, written=st.one_of(fields, st.text(max_size=300)))
def test_any_front_matter_is_read_or_refused(kind: str, written: str) -> None:
    is_told(*samples.read(kind, f"---\n{written}\n---\n".encode("utf-8", "surrogatepass")))


@steady
@given(name=st.sampled_from(sorted(samples.fields("story"))), value=st.one_of(fields, st.text(max_size=80)))
def test_any_value_of_any_field_is_read_or_refused(name: str, value: str) -> None:
    written = samples.front({**samples.fields("story"), name: value})
    is_told(*samples.read("story", f"---\n{written}---\n".encode("utf-8", "surrogatepass")))


@steady
@given(body=st.one_of(markdown, st.text(max_size=300)))
def test_any_body_is_read_or_refused(body: str) -> None:
    is_told(*samples.read("page", samples.text("page", body).encode("utf-8", "surrogatepass")))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(body=markdown)
def test_no_body_becomes_markup_that_nobody_meant(body: str) -> None:
    found, _ = samples.read("page", samples.text("page", body))
    assume(found is not None)
    assert found is not None
    for prose in found.prose():
        seen = Seen(prose.html)
        assert seen.tags <= ALLOWED
        for name, value in seen.attributes:
            assert name in {"href", "start", "title"}
            if name == "href":
                assert value.startswith(("https://", "http://", "mailto:", "tel:", "#", "\ue000url:")), value
        assert not {"\u202e", "\x00", "\x02", "\x03"} & set(prose.html + prose.text)
        assert prose.text.count("\ue000") == prose.text.count("\ue001")


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=60)


@settings(max_examples=300, deadline=None)
@given(value=texts)
def test_what_is_written_in_straight_quotes_is_read_back(value: str) -> None:
    value = value.strip()
    assume(value and not unseen(value))
    for quoted in ('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"', "'" + value.replace("'", "''") + "'"):
        read = front.read("pages/a.md", [f"title: {quoted}", "themes:", f"  - {quoted}"], 2)
        assert read.problems == []
        assert read.values == {"title": value, "themes": [value]}
        assert read.lines == {"title": 2, "themes": 3, "themes.0": 4}


@settings(max_examples=300, deadline=None)
@given(value=texts)
def test_a_text_without_quotes_is_read_as_it_is_or_asked_about(value: str) -> None:
    value = value.strip()
    assume(value and not unseen(value))
    read = front.read("pages/a.md", [f"title: {value}"], 2)
    simple = value[0] not in "[\"'“" and not read.problems
    assert not simple or read.values == {"title": value}


@given(name=st.text(max_size=120))
def test_any_name_has_a_good_one_near_it(name: str) -> None:
    found, problems = samples.read("page", samples.text("page"), plain_name(name))
    assert problems == []
    assert found is not None


@pytest.mark.parametrize("kind", list(samples.KINDS))
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_taking_out_any_field_is_told_or_fine(kind: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(samples.fields(kind))))
    found, problems = samples.read(kind, samples.text(kind, **{name: None}))
    is_told(found, problems)
    if found is None:
        assert any(name in problem.field or name in problem.fix for problem in problems)
