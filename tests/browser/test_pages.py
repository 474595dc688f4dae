"""Each type of page: for a screen reader, a keyboard, a small phone, a wide screen, in light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = {
    "home": "/",
    "issue": "/newsletters/2026-12/",
    "special issue": "/newsletters/2026-11/",
    "story": "/stories/first-radiator/",
    "story with a content note": "/stories/the-night-i-rang/",
    "event": "/events/winter-meet-up/",
    "cancelled event": "/events/lantern-walk/",
    "offer": "/offers/warm-bundle/",
    "area": "/areas/merecombe/",
    "person": "/people/example-rep-ari/",
    "publication": "/publications/what-young-people-told-us/",
    "film": "/publications/our-front-doors/",
    "objective": "/objectives/celebrate-success/",
    "page": "/about/",
    "service": "/for-councils/",
    "programme that has ended": "/small-steps-fund/",
    "get help": "/get-help/",
    "contact": "/contact/",
    "list of issues": "/newsletters/",
    "list of stories": "/stories/",
    "list of events": "/events/",
    "list of offers": "/offers/",
    "team": "/people/",
    "theme": "/themes/first-home/",
    "archive": "/archive/",
    "year": "/archive/2026/",
    "not found": "/404.html",
}
WIDTHS = (320, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_type_of_page(browser: Browser, address: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for name, path in PAGES.items():
        page.goto(address + path)
        violations = Axe().run(page, options=RULES).response["violations"]
        if violations:
            found[name] = [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in violations]
    context.close()
    assert found == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_and_none_asks_anybody_else(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wide = []
    for name, path in PAGES.items():
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(name)
    context.close()
    assert wide == []
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.browser
def test_with_text_twice_as_big_nothing_is_cut_or_scrolls_sideways(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800})
    page = context.new_page()
    wide = []
    for name, path in PAGES.items():
        page.goto(address + path)
        page.add_style_tag(content="html{font-size:200%}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(name)
    context.close()
    assert wide == []


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_every_target_is_big_enough_for_a_thumb(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    small = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, summary')].filter(e => {
            const box = e.getBoundingClientRect();
            if (!box.width || e.classList.contains('skip')) return false;
            const sentence = e.closest('p, li, dd, dt, td, figcaption, blockquote');
            const words = sentence ? sentence.textContent.trim() : '';
            if (sentence && words !== e.textContent.trim()) return false;
            return box.height < 44;
        }).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert small == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/newsletters/2026-12/", "/events/winter-meet-up/"])
def test_the_first_tab_stop_skips_to_the_text_and_every_stop_can_be_seen(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    for _ in range(40):
        shown = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return 'end';
            const s = getComputedStyle(e);
            const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
            return seen ? 'seen' : e.outerHTML.slice(0, 120); }"""
        )
        if shown == "end":
            break
        assert shown == "seen"
        page.keyboard.press("Tab")


@pytest.mark.browser
def test_every_destination_is_there_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        response = page.goto(address + path)
        assert response is not None
        assert response.ok, path
        for url in page.eval_on_selector_all("a[href]", "links => links.map(e => e.href.split('#')[0])"):
            found = url.removeprefix(address)
            if url.startswith(address) and found.endswith("/") and found not in seen and found not in waiting:
                waiting.append(found)
    context.close()
    assert set(PAGES.values()) - {"/404.html"} <= seen


@pytest.mark.browser
def test_print_leaves_the_navigation_out(page: Page, address: str) -> None:
    page.goto(address + "/newsletters/2026-12/")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("h1").is_visible()
