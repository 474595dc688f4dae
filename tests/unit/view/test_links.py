"""How addresses are written: so that they work from the page they stand on, and from anywhere in email."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from plugins.view import Links, output_path
from plugins.view.listings import not_found
from plugins.view.viewpoint import Viewpoint
from tests.unit.view import looking

SITE = "https://clnm.example.org"
PAGES = ["/", "/about/", "/stories/", "/stories/first-keys/", "/feeds/all.rss.xml", "/calendars/areas/north.ics"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("to", [*PAGES, "/stories/first-keys/#part", "/static/css/site.css", "/images/keys-1-600.jpg"])
def test_a_link_between_any_two_pages_leads_there(page: str, to: str) -> None:
    written = Links(SITE, page).to(to)
    assert urljoin(SITE + page, written) == SITE + to
    assert not written.startswith("/")


@pytest.mark.parametrize("folder", ["/clnm", "/a/b"])
def test_a_site_works_in_any_folder(folder: str) -> None:
    written = Links(SITE + folder, "/stories/first-keys/").to("/about/")
    assert urljoin(f"{SITE}{folder}/stories/first-keys/", written) == f"{SITE}{folder}/about/"


def test_a_page_links_to_its_own_parts_without_its_address() -> None:
    assert Links(SITE, "/about/").to("/about/#part") == "#part"
    assert Links(SITE, "/about/").to("/about/") == "./"


@pytest.mark.parametrize("to", ["https://example.org", "mailto:a@example.org", "tel:116123", "#part"])
def test_what_is_not_ours_stays_as_it_is(to: str) -> None:
    assert Links(SITE, "/about/").to(to) == Links(SITE).to(to) == Links(SITE).whole(to) == to


def test_a_part_of_a_text_is_on_the_texts_own_page_wherever_it_is_shown() -> None:
    assert Links(SITE, inside="/about/").to("#part") == f"{SITE}/about/#part"
    assert Links(SITE, "/about/", inside="/about/").to("#part") == "#part"
    assert Links(SITE, "/about/", inside="/contact/").to("#part") == "../contact/#part"
    assert Links(SITE, "/about/", inside="/about/").whole("#part") == f"{SITE}/about/#part"


def test_from_afar_every_link_is_whole() -> None:
    assert Links(SITE).to("/about/#part") == f"{SITE}/about/#part"


def test_a_page_that_answers_anywhere_links_from_the_root_and_names_one_address() -> None:
    here = Viewpoint.anywhere(looking.library(), looking.SITE)
    view = not_found(here)
    assert here.links.to("/static/css/site.css") == "/static/css/site.css"
    assert view.head.canonical == f"{SITE}/"
    assert not view.head.indexed


@pytest.mark.parametrize(
    ("url", "path"),
    [("/", "index.html"), ("/about/", "about/index.html"), ("/feeds/all.rss.xml", "feeds/all.rss.xml")],
)
def test_an_address_has_the_file_that_answers_it(url: str, path: str) -> None:
    assert output_path(url) == path
