"""An issue with a block of each kind: each has its place in the HTML and in the text, with its words and its links."""

from __future__ import annotations

import re

import pytest

from plugins.model import BLOCK_TYPES
from plugins.model.blocks import Prose
from plugins.view import Site
from tests.inbox.letters import Letter, letter, said, shelved
from tests.rooms import shelves

SLUG = "2027-02"
WEB = "https://clnm.example.org"
PLACE = f"{WEB}/newsletters/{SLUG}/"


@pytest.fixture(scope="module")
def sent(site: Site) -> Letter:
    """Give the issue with a block of each kind as email."""
    return letter(shelved(SLUG), site, shelves.ROOT / "theme", SLUG)


def squeezed(words: str) -> str:
    """Leave the letters and figures of a text."""
    return re.sub(r"[^\w]+", " ", words).strip().casefold()


def test_the_issue_has_a_block_of_each_kind() -> None:
    issue = next(found for found in shelved(SLUG).documents if found.id == f"newsletter:{SLUG}")
    assert {type(block) for block in issue.body} >= set(BLOCK_TYPES)


def test_every_part_of_the_view_is_drawn_in_both(sent: Letter) -> None:
    html, text = squeezed(said(sent.body)), squeezed(sent.text)
    for block in sent.view.blocks:
        for words in _words(block):
            assert squeezed(words) in html, (block.component, words)
            assert squeezed(words) in text, (block.component, words)


def _words(part: object) -> list[str]:
    """Give the words of a view that every face must say: titles, names, labels, texts."""
    found = []
    for name in ("title", "question", "label", "who", "by", "organisation", "source", "note", "summary"):
        words = getattr(part, name, "")
        if isinstance(words, str) and words:
            found.append(words)
    for name in ("items", "rows", "cards", "pairs", "lines", "agenda"):
        value = getattr(part, name, ())
        found += [words for each in value for words in ([each] if isinstance(each, str) else _words(each))]
    if card := getattr(part, "card", None):
        found += [card.title]
    if href := getattr(part, "text", ""):
        found.append(href) if isinstance(href, str) and not href.startswith("http") else None
    return found


def test_a_block_for_the_web_alone_is_in_neither_part(sent: Letter) -> None:
    for part in (sent.html, sent.text):
        assert "This stands on the web" not in part
        assert "This stands in the mail" in part


def test_a_link_to_a_heading_leads_to_the_web_page(sent: Letter) -> None:
    assert {f"{PLACE}#a-table", f"{PLACE}#pictures"} <= sent.links
    assert {f"{PLACE}#a-table", f"{PLACE}#pictures"} <= sent.addresses
    assert not [link for link in sent.links if link.startswith("#")]


def test_no_mark_is_left_to_be_filled_in(sent: Letter) -> None:
    assert not {Prose.OPEN, Prose.CLOSE} & set(sent.html + sent.text)


def test_a_film_is_a_picture_and_links_that_say_where_they_go(sent: Letter) -> None:
    links = {said(link): link.get("href") for link in sent.all("a")}
    assert links["Watch the film (3 minutes)"] == "https://video.example.org/our-front-doors"
    assert links["Read what is said and seen"] == f"{WEB}/publications/our-front-doors/"
    assert not list(sent.all("video", "iframe"))


def test_an_event_has_its_facts_its_programme_and_its_two_ways_on(sent: Letter) -> None:
    links = {said(link): link.get("href") for link in sent.all("a")}
    assert links["Book a place: Words we choose, a webinar for staff"] == "https://book.example.org/words-we-choose"
    assert links["Add it to your calendar"] == f"{WEB}/calendars/staff-webinar-words-we-choose.ics"
    assert "10:50am How one council changed its letters (A team manager from a council)" in sent.words


def test_a_grid_is_numbered_in_words_that_can_be_read_without_pictures_or_styles(sent: Letter) -> None:
    assert "1Warmth. Text." in said(sent.body).replace(" 1 ", "1")
    assert "1. Warmth. Text. 2. Light. Text. 3. Somebody. Text." in sent.words


def test_each_picture_stands_before_its_caption_and_its_credit(sent: Letter) -> None:
    place = sent.html.index("first-radiator-1-1200.jpg")
    assert place < sent.html.index("It has a") < sent.html.index("Drawn for CLNM", place)
    assert "radiator under a frosty window] It has a caption" in sent.words


def test_a_button_has_a_padded_cell_for_word_and_a_padded_link_for_all_others(sent: Letter) -> None:
    cells = [cell for cell in sent.all("td") if "background-color" in cell.get("style", "")]
    assert cells
    for cell in cells:
        assert "mso-padding-alt:12px 24px" in cell.get("style", "")
        assert "padding:12px 24px" in cell[0].get("style", "")


def test_a_long_word_does_not_widen_a_line_of_the_text(sent: Letter) -> None:
    assert all(len(line) <= 78 or len(line.split()) == 1 for line in sent.text.splitlines())
