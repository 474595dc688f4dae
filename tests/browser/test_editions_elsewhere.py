"""Editions in the engines of Apple Mail and of Thunderbird: WebKit and Gecko, where a machine has them."""

from __future__ import annotations

import re
import runpy
from html import escape
from pathlib import Path

import pytest

from plugins.view import Site
from tests.browser.engines import asked, missing
from tests.inbox.letters import WEIGHED, letter, shelved
from tests.rooms.shelves import ROOT

PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1200' height='800'/%3E"
WIDTHS = "return [...document.querySelectorAll('iframe')].map(f => f.contentDocument.documentElement.scrollWidth)"
PHONE = 320


def phones(folder: Path) -> Path:
    """Write a page of phones, 320 px wide: each issue with and without its pictures, and without the sheet."""
    site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
    frames = []
    for slug in WEIGHED:
        html = letter(shelved(slug), site, ROOT / "theme", slug).html
        drawn = re.sub(r'src="[^"]*"', f'src="{PICTURE}"', html)
        looks = (drawn, re.sub(r'src="[^"]*"', 'src="none.jpg"', html), re.sub(r"<style>.*?</style>", "", drawn))
        frames += [f'<iframe width="{PHONE}" height="640" srcdoc="{escape(look)}"></iframe>' for look in looks]
    page = folder / "phones.html"
    page.write_text(f'<!doctype html><meta charset="utf-8"><title>Phones</title>{"".join(frames)}', "utf-8")
    return page


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("engine", ["webkit", "gecko"])
def test_an_edition_does_not_scroll_sideways_in_another_engine(engine: str, tmp_path: Path) -> None:
    if lack := missing(engine):
        pytest.skip(lack)
    widths = asked(engine, phones(tmp_path), WIDTHS)
    assert len(widths) == 3 * len(WEIGHED)
    assert max(widths) <= PHONE
