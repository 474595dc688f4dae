"""What is sought is found wherever lines, tags and escapes break it, as if the whole text were read at once."""

from __future__ import annotations

import html
import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks.layers import LAYERS, Text, unescaped
from plugins.checks.seeking import NO_WORDS, Seeker, Sought, heard
from plugins.model.withheld import plain_words

WORDS = ("door", "Indigo", "key", "lilac", "a")
PARTS = (
    *WORDS,
    " ",
    "\n",
    " ",
    "<p>",
    "</p>",
    '<img alt="',
    '">',
    "<b\n",
    "&lt;p&gt;",
    "&lt;i\n",
    "&#39;",
    "&amp;lt;b&gt;",
)


def read_at_once(text: Text, sought: list[Sought]) -> set[Sought]:
    """Read a whole text in all its layers, as plainly as can be."""
    found: set[Sought] = set()
    said, layer = [text.text], text.text
    if text.markup:
        said = []
        for _ in range(LAYERS):
            outside, tags = html.unescape(re.sub("<[^>]*>", " ", layer)), " ".join(re.findall("<[^>]*>", layer))
            said += [outside, html.unescape(tags)]
            layer = outside
    for one in said:
        words = " ".join(plain_words(one))
        spoken = f" {words} \0 {words.casefold()} "
        found |= {it for it in sought if f" {it.words} " in spoken}
    return found


@given(
    parts=st.lists(st.sampled_from(PARTS), max_size=40),
    phrases=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=1, max_size=6),
    markup=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_nothing_is_missed_that_reading_the_whole_text_would_find(
    parts: list[str], phrases: list[list[str]], *, markup: bool
) -> None:
    sought = [Sought(" ".join(words)) for words in phrases]
    text = Text("".join(parts), markup=markup)
    found = Seeker(sought).find(text)
    assert read_at_once(text, sought) <= found
    assert all(heard(text).issuperset(one.words.encode().split()) for one in found), "what is found was heard before"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>the red\nfront\n\ndoor</p>",
        "<p>the <b>red</b> front</p>\n<p>door</p>",
        '<img\nalt="the red\nfront door">',
        '<iframe srcdoc="&lt;p&gt;the red&lt;/p&gt;\n&lt;p&gt;front door&lt;/p&gt;"></iframe>',
        "<content>&lt;p&gt;the red &amp;amp; front\n&lt;i\nclass=x&gt;door</content>",
        "<p>the red front",
        "<p>so the\nred\n</p>\n\n<script>if (a<b) {}\n</script>the\nred front\ndoor",
    ],
)
def test_it_is_found_across_lines_and_tags(markup: str) -> None:
    sought = Sought("the red front door"), Sought("the red front"), Sought("nothing of it")
    found = Seeker(sought).find(Text(f"{markup}\n<p>end</p>", markup=True))
    assert sought[1] in found
    assert (sought[0] in found) is ("door" in markup)
    assert sought[2] not in found


def test_a_mark_is_found_sign_by_sign() -> None:
    mark = Sought("stories/first-keys", exactly=True)
    seeker = Seeker([mark])
    assert mark in seeker.find(Text('<p>\n<a href="/stories/first-keys/">Keys</a>', markup=True))
    assert mark not in seeker.find(
        Text('<p>\n<a href="/stories/first-keys-again/">Stories/First keys</a>', markup=True)
    )


@pytest.mark.parametrize("lines", ["<p\n" + "class\n" * 50_000, "<" * 300_000, "<&" * 150_000])
def test_tags_that_nobody_closes_take_no_time(lines: str) -> None:
    def spent(text: str) -> float:
        start = process_time()
        assert not Seeker([Sought("the red front door")]).find(Text(text, markup=True))
        return process_time() - start

    assert spent(lines) < 20 * min(spent("<p>class</p>\n" * 25_000) for _ in range(3))


def test_a_name_is_found_as_it_is_written() -> None:
    names = [Sought("Ari"), Sought("ari"), Sought("Zoë Bell"), Sought("Anne-Marie")]
    seeker = Seeker(names)
    assert seeker.find(Text("Ari’s key")) == {names[0], names[1]}
    assert seeker.find(Text("safari ari")) == {names[1]}
    assert seeker.find(Text("<b>Zoë</b>\n Bell", markup=True)) == {names[2]}
    assert seeker.find(Text("zoë bell")) == set()


def test_what_is_taken_out_first_is_no_part_of_a_word() -> None:
    assert [plain_words(f"a{sign}b") for sign in NO_WORDS] == [["a", "b"]] * len(NO_WORDS)


def test_nothing_is_found_where_nothing_is_sought() -> None:
    assert Seeker([]).find(Text("the red front door")) == set()


@given(st.text(st.sampled_from("&;#ltgamp39quonbsx<>\"' "), max_size=24))
def test_references_are_undone_as_the_standard_library_does(text: str) -> None:
    assert unescaped(text) == html.unescape(text)
