"""A page that would cost a reader too much is named with what makes it heavy; a light one is not."""

from __future__ import annotations

import random

import pytest

from plugins.model import Level
from tests.unit.checks.conftest import Told, page

NOISE = random.Random(1).randbytes  # noqa: S311 - bytes that nothing makes smaller
LAZY = '<img src="{}" alt="A door" loading="lazy">'


def test_a_page_with_one_heavy_picture_says_which(told: Told) -> None:
    (found,) = told({"index.html": page('<img src="door.gif" alt="A door">'), "door.gif": NOISE(310_000)})
    assert (found.path, found.code, found.level) == ("index.html", "B01", Level.WARNING)
    assert found.message.startswith("This page is 310 KB.")
    assert found.fix.startswith("Biggest part: door.gif, 310 KB.")


def test_what_comes_with_scrolling_may_weigh_more_but_not_anything(told: Told) -> None:
    pictures = {f"{number}.gif": NOISE(60_000) for number in range(9)}
    few = "".join(LAZY.format(name) for name in list(pictures)[:8])
    assert told({"index.html": page(few), **pictures}) == []
    every = "".join(LAZY.format(name) for name in pictures)
    assert [found.code for found in told({"index.html": page(every), **pictures})] == ["B01"]


def test_of_several_sizes_the_one_for_phones_counts(told: Told) -> None:
    files = {"a-320.gif": NOISE(900), "a-640.gif": NOISE(50_000), "a-1200.gif": NOISE(200_000)}
    sizes = ", ".join(f"{name} {name[2:-4]}w" for name in files)
    one = f'<img src="a-1200.gif" srcset="{sizes}" sizes="100vw" alt="A door">'
    assert told({"index.html": page(one), **files}) == []
    both = f'<picture><source srcset="{sizes}" type="image/gif"><img src="a-1200.gif" alt="A door"></picture>'
    assert told({"index.html": page(both), **files}) == []
    paper = f'<picture><source media="print" srcset="a-640.gif 640w">{one.replace(sizes, "")}</picture>'
    assert [found.code for found in told({"index.html": page(paper), **files})] == ["B01"]


@pytest.mark.parametrize("words", ["<p>Warm.</p>\n" * 40_000])
def test_a_long_page_is_weighed_as_it_is_sent(told: Told, words: str) -> None:
    assert told({"index.html": page(words)}) == []
    assert [found.code for found in told({"index.html": page(f"<p>{NOISE(90_000).hex()}</p>")})] == ["B01"]
