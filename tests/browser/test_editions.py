"""The email edition on screens: small and wide, light and dark, without its styles, and without its pictures."""

from __future__ import annotations

import os
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from plugins.view import Site
from tests.browser.measuring import QUICKLY
from tests.inbox.letters import WEIGHED, letter, shelved
from tests.rooms.shelves import ROOT

ISSUES = (*WEIGHED, "2027-02")
RULES = QUICKLY | {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLOURS = QUICKLY | {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules of these whose answers hang on colours: where only those differ, the rest would answer the same."""
OF_A_SITE = frozenset({"region", "landmark-one-main"})
"""Rules for whole pages: in a mailbox, the mail program has the landmarks."""
OF_STYLES = frozenset({"target-size"})
"""Rules that nobody can follow where a mail program takes every style out."""
LEAST_CONTRAST = 6.5
LEAST_TARGET = 44
LEAST_LETTERS = 15
LOOKS: dict[str, tuple[int, Literal["light", "dark"], str]] = {
    "320": (320, "light", ""),
    "600": (600, "light", ""),
    "320 dark": (320, "dark", ""),
    "600 dark": (600, "dark", ""),
    "320 no pictures": (320, "light", "pictures"),
    "320 no pictures dark": (320, "dark", "pictures"),
    "600 no sheet": (600, "light", "sheet"),
    "320 no styles": (320, "light", "styles"),
}
"""Ways to see an edition: the width, the colours, and what the mail program left out. CLNM_SHOTS keeps pictures."""

CONTRAST = """() => {
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const colour = text => text.match(/[\\d.]+/g).map(Number);
    const ground = element => {
        for (let up = element; up; up = up.parentElement) {
            const found = colour(getComputedStyle(up).backgroundColor);
            if (found.length < 4 || found[3] > 0) return found;
        }
        return [255, 255, 255];
    };
    let least = 21;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.getClientRects().length) continue;
        const pair = [light(colour(getComputedStyle(element).color)), light(ground(element))];
        least = Math.min(least, (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05));
    }
    return least;
}"""
ALONE = """() => [...document.querySelectorAll("a")]
    .filter(link => [...link.parentElement.childNodes].every(
        other => other === link || ["A", "BR"].includes(other.nodeName) || !other.textContent.trim()))
    .map(link => [link.textContent.trim(), link.getBoundingClientRect().height])"""


SMALLEST = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let least = 100;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !element.getClientRects().length) continue;
        least = Math.min(least, parseFloat(getComputedStyle(element).fontSize));
    }
    return least;
}"""
ON_PAGE = """() => {
    const flow = document.querySelector(".flow");
    const links = [...flow.querySelectorAll("a[href]")].filter(link => link.closest("details, body").checkVisibility());
    return {
        "sections": [...flow.querySelectorAll("h2")].filter(head => head.checkVisibility()).map(head => head.innerText),
        "words": flow.innerText,
        "links": links.map(link => link.href),
        "unsaid": links.filter(link => link.getAttribute("href").startsWith("http"))
            .filter(link => !getComputedStyle(link, "::after").content.includes("http")
                && !getComputedStyle(link, "::after").content.includes("attr")).map(link => link.href),
    };
}"""
"""What a reader finds in the text of a page, and which outward addresses paper would leave unsaid."""
SEEN = """() => ({
    "heading": document.querySelector("h1").checkVisibility(),
    "way out": [...document.querySelectorAll("a")]
        .some(link => link.textContent === "Stop getting this newsletter" && link.checkVisibility()),
    "preheader": document.body.firstElementChild.checkVisibility(),
    "pictures": [...document.images].filter(image => image.naturalWidth > 0).length,
})"""


def show(page: Page, html: str, *, pictures: bool = True) -> Page:
    """Show an edition, its pictures drawn here or not at all."""

    def answer(route: Route) -> None:
        drawn = ROOT / "content/images" / re.sub(r"-\d+\.jpg$", ".png", route.request.url.rpartition("/")[2])
        if pictures and drawn.is_file():
            route.fulfill(path=drawn)
        else:
            route.abort()

    page.route("**/*", answer)
    page.set_content(html)
    return page


def without(html: str, left_out: str) -> str:
    """Leave out what some mail programs do: the sheet in the head, or every style there is."""
    if left_out in {"sheet", "styles"}:
        html = re.sub(r"<style>.*?</style>", "", html)
    return re.sub(r' style="[^"]*"', "", html) if left_out == "styles" else html


@cache
def drawn(slug: str) -> str:
    """Give the HTML part of an issue."""
    site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
    return letter(shelved(slug), site, ROOT / "theme", slug).html


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[Page]:
    """Give a page for tests that leave nothing in it but colours and a size: to open one takes half a second."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(params=ISSUES)
def html(request: pytest.FixtureRequest) -> str:
    """Give the HTML part of each issue."""
    return drawn(request.param)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("scheme", "left_out"), [("light", ""), ("dark", ""), ("light", "sheet"), ("dark", "sheet"), ("light", "styles")]
)
def test_axe_finds_nothing_in_an_edition(one_page: Page, html: str, scheme: Any, left_out: str) -> None:
    one_page.set_viewport_size({"width": 700, "height": 800})
    one_page.emulate_media(color_scheme=scheme)
    page = show(one_page, without(html, left_out))
    not_ours = OF_A_SITE | OF_STYLES if left_out == "styles" else OF_A_SITE
    rules = OF_COLOURS if scheme == "dark" else RULES
    found = [v for v in Axe().run(page, options=rules).response["violations"] if v["id"] not in not_ours]
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found]


@pytest.mark.browser
@pytest.mark.parametrize("pictures", [True, False])
@pytest.mark.parametrize("left_out", ["", "sheet"])
def test_an_edition_does_not_scroll_sideways_on_a_small_phone(
    page: Page, html: str, left_out: str, *, pictures: bool
) -> None:
    show(page, without(html, left_out), pictures=pictures)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_of_an_edition_stands_out_in_light_and_dark(one_page: Page, html: str, scheme: Any) -> None:
    one_page.emulate_media(color_scheme=scheme)
    assert show(one_page, html).evaluate(CONTRAST) >= LEAST_CONTRAST


@pytest.mark.browser
def test_a_link_of_an_edition_that_stands_alone_is_as_high_as_a_thumb(one_page: Page, html: str) -> None:
    one_page.set_viewport_size({"width": 320, "height": 640})
    links = show(one_page, html).evaluate(ALONE)
    assert len(links) > 10
    assert not [link for link in links if link[1] < LEAST_TARGET]


@pytest.mark.browser
def test_no_letter_of_an_edition_is_smaller_than_15_pixels(one_page: Page, html: str) -> None:
    one_page.set_viewport_size({"width": 320, "height": 640})
    assert show(one_page, html).evaluate(SMALLEST) >= LEAST_LETTERS


@pytest.mark.browser
def test_an_edition_opens_with_no_request_but_for_its_own_pictures(page: Page, html: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    show(page, html)
    page.wait_for_load_state("networkidle")
    assert asked
    assert all(url.startswith("https://clnm.example.org/images/") for url in asked)


@pytest.mark.browser
@pytest.mark.parametrize("pictures", [True, False])
def test_an_edition_can_be_looked_at_in_every_way(
    page: Page, html: str, request: pytest.FixtureRequest, *, pictures: bool
) -> None:
    for name, (width, scheme, left_out) in LOOKS.items():
        if pictures is (left_out == "pictures"):
            continue
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        show(page, without(html, left_out), pictures=pictures)
        page.wait_for_function("[...document.images].every(image => image.complete)")
        if folder := os.environ.get("CLNM_SHOTS"):
            page.screenshot(path=Path(folder) / f"{request.node.callspec.id} {name}.png", full_page=True)
        seen = page.evaluate(SEEN)
        assert seen["heading"], name
        assert seen["way out"], name
        assert seen["preheader"] is (left_out == "styles"), name
        assert bool(seen["pictures"]) is pictures, name


@pytest.mark.browser
def test_on_paper_an_issue_has_every_section_word_and_address_of_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/newsletters/2026-12/")
    on_screen = page.evaluate(ON_PAGE)
    page.emulate_media(media="print")
    on_paper = page.evaluate(ON_PAGE)
    assert len(on_paper["sections"]) > 5
    assert on_paper["sections"] == on_screen["sections"]
    assert set(on_screen["words"].split()) <= set(on_paper["words"].split())
    assert on_screen["links"]
    assert on_paper["links"] == on_screen["links"]
    assert on_paper["unsaid"] == []
