"""The marks that an edition is held to: each is better than the best that other tools reached on a like issue."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import html5lib
import pytest

from plugins.view import Site
from tests.inbox.letters import WEIGHED, Letter, bare, letter, said, shelved
from tests.rooms import shelves

HTML = 24_000
TIMES_ITS_WORDS = 3.0
MESSAGE = 40_000
SIGNATURE = 700
"""Bytes that a signature adds to a message at the most."""
DEEP = 3
COLUMNS = 78

_FOR_WORD = re.compile(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", re.DOTALL)
_NOT_FOR_WORD = re.compile(r"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->", re.DOTALL)


@pytest.fixture(scope="module", params=WEIGHED)
def weighed(request: pytest.FixtureRequest, site: Site) -> Letter:
    """Give the issues that are held to the marks."""
    return letter(shelved(request.param), site, shelves.ROOT / "theme", request.param)


def depth(element: ET.Element) -> int:
    """Count how deep tables stand in one another."""
    return (element.tag == "table") + max((depth(child) for child in element), default=0)


def test_the_html_has_24_000_bytes_at_the_most(weighed: Letter, record_property: Callable[..., None]) -> None:
    size, words = len(weighed.html.encode()), len(said(weighed.body).encode())
    line = f"{weighed.view.title[:40]:42} {size:>6,} {size / words:>6.2f} {len(weighed.eml):>8,}"
    record_property("table", ("Editions", f"{'issue':42} {'html':>6} {'ratio':>6} {'message':>8}", line))
    assert size <= HTML


def test_the_html_is_three_times_its_words_at_the_most(weighed: Letter) -> None:
    words = min(len(said(weighed.body).encode()), len(weighed.text.encode()))
    assert len(weighed.html.encode()) <= TIMES_ITS_WORDS * words


def test_the_signed_message_has_40_000_bytes_at_the_most(weighed: Letter) -> None:
    assert len(weighed.eml) + SIGNATURE <= MESSAGE


def test_every_layout_table_says_that_it_is_none(weighed: Letter) -> None:
    tables = re.findall("<table[^>]*>", weighed.html)
    assert tables
    assert all('role="presentation"' in table for table in tables)


def test_tables_stand_in_one_another_three_deep_at_the_most(weighed: Letter) -> None:
    as_word_reads_it = _NOT_FOR_WORD.sub("", _FOR_WORD.sub(r"\1", weighed.html))
    for html in (weighed.html, as_word_reads_it):
        assert 2 <= depth(html5lib.parse(html, namespaceHTMLElements=False)) <= DEEP


def test_nothing_is_asked_of_anybody_else_on_opening(weighed: Letter, site: Site) -> None:
    asked = [element.get("src", "") for element in weighed.page.iter() if element.get("src") is not None]
    assert asked
    assert all(address.startswith(f"{site.siteurl}/images/") for address in asked)
    assert not list(weighed.all("link", "script", "iframe", "object", "embed", "video", "audio", "source", "form"))
    assert "url(" not in weighed.html
    assert "@import" not in weighed.html
    assert not [element for element in weighed.page.iter() if element.get("background") or element.get("srcset")]


def test_no_line_of_text_is_longer_than_78_columns_but_for_an_address(weighed: Letter) -> None:
    long = [line for line in weighed.text.splitlines() if len(line) > COLUMNS]
    assert all(line.strip(" ()").startswith("https://") and len(line.split()) == 1 for line in long)


def test_every_link_and_every_picture_is_in_the_text(weighed: Letter) -> None:
    plain = weighed.text.replace(" ", "")
    links = {bare(link) for link in weighed.links}
    pictures = [picture.get("alt", "") for picture in weighed.all("img")]
    assert pictures
    assert {link for link in links if link not in weighed.addresses and link not in plain} == set()
    assert [words for words in pictures if f"[Photo: {words}]" not in weighed.words] == []
