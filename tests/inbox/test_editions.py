"""The two faces of an edition: they say the same, they are light, and mail programs leave them whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from plugins.library import Library
from plugins.view import Site, Viewpoint, document
from tests.inbox.letters import Letter, bare, said

STYLE = 1_024


def test_every_link_of_the_html_is_in_the_text(sent: Letter) -> None:
    plain = sent.text.replace(" ", "")
    for link in sent.links:
        shown = bare(link)
        assert shown in sent.addresses or shown in plain, link


def test_every_address_in_the_text_is_a_link_of_the_html(sent: Letter) -> None:
    assert sent.addresses <= sent.links


def test_every_link_says_something_and_leads_somewhere(sent: Letter) -> None:
    for link in sent.all("a"):
        assert said(link)
        assert link.get("href", "").startswith(("https://", "mailto:", "tel:", "sms:"))


def test_web_page_html_and_text_have_the_same_sections(sent: Letter, library: Library, site: Site, slug: str) -> None:
    entry = library.on(Viewpoint.anywhere(library, site).channel).get(f"newsletter:{slug}")
    assert entry is not None
    page = document(entry, Viewpoint.on_page(library, site, entry.url))
    sections = [link.text for link in page.contents]
    headings = [said(heading) for heading in sent.all("h2")]
    places = [sent.words.find(section.upper()) for section in sections]
    assert sections
    assert [heading for heading in headings if heading in sections] == sections
    assert -1 not in places
    assert places == sorted(places)


def test_contents_lead_to_the_sections_of_the_web_page(sent: Letter) -> None:
    lead = {link.href for link in sent.view.contents}
    assert lead
    assert lead <= sent.links
    assert all(href.startswith(f"{sent.view.web_url}#") for href in lead)


def test_headings_begin_with_one_title_and_skip_no_level(sent: Letter) -> None:
    levels = [int(element.tag[1]) for element in sent.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_nothing_runs_and_nothing_comes_from_elsewhere(sent: Letter, site: Site) -> None:
    unwanted = ("script", "iframe", "form", "link", "video", "audio", "svg", "object", "blockquote", "button")
    assert not list(sent.all(*unwanted))
    assert all(image.get("src", "").startswith(f"{site.siteurl}/images/") for image in sent.all("img"))
    assert "url(" not in sent.html
    assert not re.search(r"\son[a-z]+=", sent.html)


def test_pictures_shrink_with_the_column_and_their_words_are_in_the_text(sent: Letter) -> None:
    pictures = list(sent.all("img"))
    assert pictures
    for picture in pictures:
        assert picture.get("width") == "560"
        assert picture.get("height") is None
        assert "max-width:560px" in picture.get("style", "")
        assert f"[Photo: {picture.get('alt')}]" in sent.words


def test_no_character_is_there_at_which_gmail_cuts(sent: Letter) -> None:
    assert not re.search("[\u0080-\u009f]", sent.html + sent.text)


def test_the_one_style_sheet_is_small_and_for_the_dark_and_round_corners(sent: Letter) -> None:
    sheets = list(sent.all("style"))
    assert len(sheets) == 1
    sheet = said(sheets[0])
    assert len(sheet.encode()) <= STYLE
    always, at_rule, inside = sheet.partition("@media (prefers-color-scheme:dark){")
    assert at_rule
    assert sheet.count("@") == 1
    assert re.fullmatch(r":root\{color-scheme:light dark\}(\.[a-z]+\{border-radius:\d+px\})*", always)
    assert all(rule.endswith("!important") for rule in re.findall(r"\{([^{}]+)\}", inside))


def test_a_selector_of_the_sheet_is_one_class_or_one_element(sent: Letter) -> None:
    selectors = re.findall(r"(?<=[{}])([^{}@]+)\{", said(next(sent.all("style"))))
    assert selectors
    assert all(re.fullmatch(r"\.?[a-z]+", selector) for selector in selectors)


def test_no_style_in_an_element_beats_the_dark(sent: Letter) -> None:
    assert not [style for style in sent.styles if "!important" in style]


def test_classes_stay_only_where_the_dark_needs_them(sent: Letter) -> None:
    classes = {name for element in sent.page.iter() for name in element.get("class", "").split()}
    sheet = said(next(sent.all("style")))
    assert classes
    assert classes <= set(re.findall(r"\.([a-z]+)", sheet))


def test_nothing_is_smaller_than_15_pixels(sent: Letter) -> None:
    sizes = [float(size) for style in sent.styles for size in re.findall(r"font(?:-size)?:(\d+)px", style)]
    assert min(sizes) >= 15


def test_the_preheader_comes_first_and_hides_itself(sent: Letter) -> None:
    first = sent.body[0]
    assert said(first) == sent.view.preheader
    assert first.get("style") == "display:none;mso-hide:all"


def test_word_gets_a_table_of_600_pixels(sent: Letter) -> None:
    assert re.search(r'<!--\[if mso\]><table role="presentation"[^>]* width="600"', sent.html)
    assert sent.html.count("<!--[if ") == sent.html.count("<![endif]-->")


@pytest.mark.parametrize(
    "field", ["publisher", "charity_number", "postal_address", "why", "unsubscribe", "web_url", "reply_to"]
)
def test_the_end_says_who_sends_it_why_and_how_to_stop_it(sent: Letter, field: str) -> None:
    assert getattr(sent.view, field) in sent.html
    assert getattr(sent.view, field) in sent.words.partition(" -- ")[2]


def test_the_end_leads_to_privacy_and_complaint(sent: Letter) -> None:
    assert {sent.view.privacy, sent.view.complain} <= sent.links - {""}


def test_text_is_tidy(sent: Letter) -> None:
    assert "\n\n\n" not in sent.text
    assert "\n-- \n" in sent.text
    assert not [line for line in sent.text.splitlines() if line != line.rstrip() and line != "-- "]
    assert not re.search(r"<[a-z/]|&[a-z]+;|\bNone$", sent.text, re.MULTILINE)
