"""Looking only for the marks that are there gives what looking for all of them gives."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET

import pytest
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from plugins.source import markup
from plugins.source.inline import Inline

_BITS = (
    *(
        "word",
        " ",
        " ",
        "\n",
        "  \n",
        "*",
        "**",
        "_",
        "__",
        "***",
        "`",
        "``",
        "\\",
        "\\*",
        "\\[",
        "[",
        "]",
        "](x)",
        "!",
    ),
    *("[words](https://a.example/?b=1&c=2)", "[a][b]", "[b]: /x 'T'\n", "![p](q.png)", "<https://a.example>", "<", ">"),
    *("&nbsp;", "&amp;", "&", "&#x2019;", "{support: childline}", "{fact: a}", "{", "}", "- item\n", "1. item\n", "> "),
    *(
        "\n\n",
        "## Head\n\n",
        "| a | b |\n|---|---|\n| *c* | d |\n\n",
        "term\n:   detail\n\n",
        "    code\n",
        "*[CL]: Care\n",
    ),
)


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> Treeprocessor:
    """Let the one instance be read with Markdown's own look at marks; give the name under which ours is put back."""
    markup.forget()
    monkeypatch.setattr(markup, "Inline", InlineProcessor)
    markup.tree("one")
    md = markup._markdown()
    monkeypatch.undo()
    return md.treeprocessors["inline"]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_marks_stand_together_the_tree_is_markdowns_own(stock: Treeprocessor, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets
    texts = ["".join(chance.choices(_BITS, k=chance.randint(1, 30))) for _ in range(400)]
    assert type(stock) is InlineProcessor
    expected = [ET.tostring(markup.tree(text)) for text in texts]
    markup.forget()
    found = [ET.tostring(markup.tree(text)) for text in texts]
    assert type(markup._markdown().treeprocessors["inline"]) is Inline
    assert found == expected


def test_a_pattern_that_nothing_is_known_of_is_refused_and_not_passed_over() -> None:
    md = markup._markdown.__wrapped__()
    md.inlinePatterns.register(SimpleTextInlineProcessor("~(.)", md), "unheard-of", 50)
    with pytest.raises(KeyError):
        Inline(md)
