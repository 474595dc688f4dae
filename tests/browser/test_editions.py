"""The email edition on screens: small and wide, light and dark, without its sheet, and without its pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.site.press import Built

ISSUES = ("2026-11", "2026-12")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_A_SITE = frozenset({"region", "landmark-one-main"})
"""Rules for whole pages: in a mailbox, the mail program has the landmarks."""
LEAST_CONTRAST = 6.5
LEAST_TARGET = 44
PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='800'/>"

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


def show(page: Page, html: str, *, pictures: bool = True) -> Page:
    """Show an edition, its pictures drawn here or not at all."""

    def answer(route: Route) -> None:
        if pictures:
            route.fulfill(body=PICTURE, content_type="image/svg+xml")
        else:
            route.abort()

    page.route("**/*", answer)
    page.set_content(html)
    return page


def without_sheet(html: str) -> str:
    return re.sub(r"<style>.*?</style>", "", html)


@pytest.fixture(params=ISSUES)
def html(request: pytest.FixtureRequest, built: Built) -> str:
    """Give the HTML part of each sample issue."""
    return Path(built.output / f"editions/{request.param}/edition.html").read_text("utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "sheet"), [("light", True), ("dark", True), ("light", False)])
def test_axe_finds_nothing_in_an_edition(browser: Browser, html: str, scheme: Any, *, sheet: bool) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 800}, color_scheme=scheme)
    page = show(context.new_page(), html if sheet else without_sheet(html))
    found = [v for v in Axe().run(page, options=RULES).response["violations"] if v["id"] not in OF_A_SITE]
    context.close()
    assert not [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found]


@pytest.mark.browser
@pytest.mark.parametrize("pictures", [True, False])
@pytest.mark.parametrize("sheet", [True, False])
def test_an_edition_does_not_scroll_sideways_on_a_small_phone(
    page: Page, html: str, *, sheet: bool, pictures: bool
) -> None:
    show(page, html if sheet else without_sheet(html), pictures=pictures)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_of_an_edition_stands_out_in_light_and_dark(browser: Browser, html: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    least = show(context.new_page(), html).evaluate(CONTRAST)
    context.close()
    assert least >= LEAST_CONTRAST


@pytest.mark.browser
def test_a_link_of_an_edition_that_stands_alone_is_as_high_as_a_thumb(page: Page, html: str) -> None:
    links = show(page, html).evaluate(ALONE)
    assert len(links) > 10
    assert not [link for link in links if link[1] < LEAST_TARGET]
