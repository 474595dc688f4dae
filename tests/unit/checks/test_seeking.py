"""What is sought is found wherever lines, tags and escapes break it, as if the whole text were read at once."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks.layers import LAYERS, Text
from plugins.checks.seeking import Ear, Seeker, Sought
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
    ear = Ear()
    ear.find(text)
    assert all(ear.words.issuperset(one.words.split(" ")) for one in found), "what is found was heard before"


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


def test_an_open_tag_at_the_end_takes_no_time() -> None:
    lines = "<p\n" + "class\n" * 50_000
    assert Text(lines, markup=True).pieces() == [lines]
