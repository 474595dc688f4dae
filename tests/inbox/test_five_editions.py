"""An issue is read in five ways (web page, paper, email, plain text, feed), and all five say the same.

Paper is the web page under its style sheet for print; tests/browser/test_editions.py looks at that one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from urllib.parse import urljoin

import html5lib
import pytest

from plugins.feeds.items import item
from plugins.library import Library
from plugins.model import Channel, Newsletter
from plugins.model.clock import MONTHS
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint, document
from tests.inbox.letters import WEIGHED, Letter, bare, letter, said, shelved
from tests.rooms.shelves import ROOT

THEME = ROOT / "theme"
_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?\b")


@dataclass(frozen=True)
class Ways:
    """One issue in five ways: as pages, and as the words, dates and links of each."""

    sections: tuple[str, ...]
    pages: dict[str, ET.Element]
    text: str
    web: str

    @cached_property
    def words(self) -> dict[str, str]:
        """Give the words of each way, on one line."""
        found = {name: " ".join(" ".join(page.itertext()).split()) for name, page in self.pages.items()}
        return {**found, "text": " ".join(self.text.split())}


def tree(html: str) -> ET.Element:
    """Read HTML as a tree."""
    found: ET.Element = html5lib.parse(html, namespaceHTMLElements=False)
    return found


def article(page: ET.Element) -> ET.Element:
    """Give the text of a web page, without what stands round it."""
    return next(element for element in page.iter("div") if element.get("class") == "flow")


@pytest.fixture(scope="module", params=WEIGHED)
def ways(request: pytest.FixtureRequest, site: Site) -> Ways:
    """Give an issue in its five ways."""
    slug = request.param
    library = shelved(slug)
    sent = letter(library, site, THEME, slug)
    return Ways(_sections(sent), _pages(library, site, slug, sent), sent.text, sent.view.web_url)


def _sections(sent: Letter) -> tuple[str, ...]:
    return tuple(link.text for link in sent.view.contents)


def _pages(library: Library, site: Site, slug: str, sent: Letter) -> dict[str, ET.Element]:
    web = Renderer(THEME, Target.WEB)
    entry = library.on(Channel.WEB).get(f"{Newsletter.kind}:{slug}")
    assert entry is not None
    page = article(tree(web.page("newsletter.html", document(entry, Viewpoint.on_page(library, site, entry.url)))))
    feed = tree(item(entry, Viewpoint.afar(library, site, Channel.FEED), web).text())
    return {"web": page, "feed": feed, "email": sent.body}


def test_every_way_has_every_section_in_the_same_order(ways: Ways) -> None:
    assert len(ways.sections) > 5
    for name, page in ways.pages.items():
        heads = [said(element) for element in page.iter("h2")]
        assert [head for head in heads if head in ways.sections] == list(ways.sections), name
    places = [ways.text.find(f"\n{section.upper()}\n") for section in ways.sections]
    assert -1 not in places
    assert all(before < after for before, after in pairwise(places))


def by_section(ways: Ways, page: ET.Element) -> dict[str, list[ET.Element]]:
    """Part the elements of a page by the section they stand in."""
    parts: dict[str, list[ET.Element]] = {}
    now = ""
    for element in page.iter():
        if element.tag == "h2":
            now = said(element)
        if now in ways.sections:
            parts.setdefault(now, []).append(element)
    return parts


def links(elements: list[ET.Element], ways: Ways) -> set[str]:
    """Give where the links of a section lead, written in one way."""
    found = set()
    for element in elements:
        if element.tag == "a" and (href := element.get("href", "")):
            found.add(whole(href, ways.web))
    return found


def whole(href: str, web: str) -> str:
    """Write an address of the page's own, as browsers do."""
    return urljoin(web, href)


@pytest.mark.parametrize("way", ["feed", "email"])
def test_every_section_has_the_same_links_as_on_the_web(ways: Ways, way: str) -> None:
    on_the_web, elsewhere = by_section(ways, ways.pages["web"]), by_section(ways, ways.pages[way])
    for section in ways.sections:
        assert links(elsewhere[section], ways) == links(on_the_web[section], ways), section


def test_every_link_of_the_web_page_is_in_the_text(ways: Ways) -> None:
    plain = ways.text.replace(" ", "")
    for section, elements in by_section(ways, ways.pages["web"]).items():
        for link in links(elements, ways):
            assert bare(link) in plain, (section, link)


@pytest.mark.parametrize("way", ["feed", "email", "text"])
def test_every_way_names_the_same_days(ways: Ways, way: str) -> None:
    first, last = ways.sections[0], ways.sections[-1]
    between = {}
    for name in ("web", way):
        words = ways.words[name]
        start = max(words.casefold().rfind(f" {first.casefold()} "), 0) if name == "text" else words.find(first)
        end = words.casefold().rfind(last.casefold())
        between[name] = _DATE.findall(words[start:end])
    assert between["web"]
    assert set(between[way]) == set(between["web"])


@pytest.mark.parametrize("way", ["feed", "email", "text"])
def test_every_way_shows_the_same_pictures_in_words(ways: Ways, way: str) -> None:
    figures = [picture.get("alt", "") for figure in ways.pages["web"].iter("figure") for picture in figure.iter("img")]
    assert figures
    if way == "text":
        assert all(f"[Photo: {words}]" in ways.words["text"] for words in figures)
    else:
        shown = [picture.get("alt", "") for picture in ways.pages[way].iter("img")]
        assert all(words in shown for words in figures)
