"""Each type of page keeps the reader's goals: light, readable by everybody, usable without a pointer or a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.render.sheet import Sheet
from tests.browser.kinds import CAP, KINDS, LONG, WORD
from tests.browser.measuring import MODES, PHONE, SETTINGS, SHIFT, Row, measure
from tests.browser.serving import Drip, links, served
from tests.site.press import ROOT

STYLE = ROOT / "theme/static/css/site.css"
MOMENTS = r"::?(?:before|after|marker|details-content|hover|visited|focus(?:-\w+)?)"
"""What of a selector is no element, or is so for a moment."""
MATCHING = "all => all.filter(one => document.querySelector(one))"
BESIDE = 2
"""Requests for a page and its icon; each photo is one more."""

GOALS: dict[str, Callable[[Row], object]] = {
    "weighs more than it may": lambda row: row.weight if row.weight > most(row) else None,
    "asks for too much": lambda row: row.requests if len(row.requests) - row.photos > BESIDE else None,
    "asks somebody else": lambda row: [url for url in row.requests if "//127.0.0.1:" not in url],
    "is something to axe": lambda row: {mode: found for mode, found in row.axe.items() if found},
    "has words that do not stand out (AAA)": lambda row: row.contrast,
    "sticks out sideways": lambda row: row.overflow,
    "has targets that a thumb misses": lambda row: row.small,
    "has tab stops that cannot be seen": lambda row: row.unseen,
    "does not offer the way past first": lambda row: row.first_stop if row.first_stop != "#main" else None,
    "has fewer words without a script": lambda row: max(0, row.words - row.unscripted) and not row.kind.scripted,
    "moves while it loads": lambda row: round(row.shift, 2),  # a busy machine draws a page while it is read
    "makes the browser complain": lambda row: row.said,
}
"""What would be wrong, and how it is seen: anything but nothing."""


def most(row: Row) -> int:
    return min(CAP, row.kind.most + round(WORD * max(0, row.words - LONG)))


def told(row: Row) -> str:
    """Write a page's line of the table."""
    wrong = [
        sum(len(found) for found in row.axe.values()),
        *map(len, (row.contrast, row.overflow, row.small, row.unseen)),
    ]
    numbers = (row.html, row.css, row.js, row.files, row.pictures, len(row.requests), row.words, row.unscripted)
    return f"{row.name:17} {''.join(f'{number:8}' for number in numbers)}{''.join(f'{number:6}' for number in wrong)}"


HEADS = ("html", "css in", "js in", "files", "photos", "requests", "words", "no js")
FOUND = ("axe", "AAA", "wide", "small", "focus")
HEAD = f"{'bytes, gzip':17} {''.join(f'{head:>8}' for head in HEADS)}{''.join(f'{head:>6}' for head in FOUND)}"


@pytest.fixture(scope="module")
def judge(browser: Browser) -> Iterator[Page]:
    """Give a page in which axe judges one page after the other: it is compiled once."""
    with browser.new_context(viewport=PHONE, device_scale_factor=2) as context:
        yield context.new_page()


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", [name if kind.quick else pytest.param(name, marks=pytest.mark.slow) for name, kind in KINDS.items()]
)
def test_each_type_of_page_keeps_the_readers_goals(
    browser: Browser, judge: Page, public: str, name: str, record_property: Callable[[str, object], None]
) -> None:
    row = measure(browser, judge, public, name, KINDS[name])
    record_property(
        "table", (f"What a reader gets, in {len(MODES)} modes and {len(SETTINGS)} settings", HEAD, told(row))
    )
    faults = {wrong: found for wrong, see in GOALS.items() if (found := see(row))}
    assert faults == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 412, 768, 1280])
def test_nothing_moves_where_a_page_arrives_bit_by_bit(browser: Browser, published: Path, width: int) -> None:
    with contextmanager(served)(published, Drip) as address:
        page = browser.new_page(viewport={"width": width, "height": 900}, service_workers="block")
        page.goto(address)
        assert round(page.evaluate(SHIFT), 2) == 0  # less is a line of the name that was cut in two on its way
        page.close()


def test_every_destination_is_there_without_scripts(public: str) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        for found in links(public + path):
            if found.startswith(public) and found.endswith("/") and found.removeprefix(public) not in (*seen, *waiting):
                waiting.append(found.removeprefix(public))
    assert {kind.path for kind in KINDS.values()} - {"/404.html", "/offline/"} <= seen


@pytest.mark.browser
def test_no_rule_is_missing_that_something_in_a_page_would_match(page: Page, public: str) -> None:
    every = {re.sub(MOMENTS, "", text) or "*" for text in selectors(Sheet.read(STYLE).parts)}
    for kind in KINDS.values():
        if kind.quick:
            page.goto(public + kind.path)
            style = page.inner_html("head style")
            kept = {re.sub(MOMENTS, "", text) or "*" for text in selectors(Sheet(style).parts)}
            assert kept < every
            assert page.evaluate(MATCHING, sorted(every - kept)) == [], kind.path


def selectors(parts: Iterable[object]) -> Iterator[str]:
    """Give every selector of a sheet, in groups too."""
    for part in parts:
        yield from selectors(getattr(part, "parts", ()))
        if re.search(r"[{;](?!--)\w", getattr(part, "block", "")):  # not of tokens alone, which go when nobody asks
            yield from (one.text for one in getattr(part, "selectors", ()))


@pytest.mark.browser
def test_a_page_lets_nothing_in_that_it_does_not_name(page: Page, public: str) -> None:
    page.goto(public + "/stories/first-radiator/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.evaluate("""() => {
        document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = "in"'}));
        document.body.append(Object.assign(document.createElement('style'), {textContent: 'h1 { color: red }'}));
        document.querySelector('h1').setAttribute('style', 'color: red');
        document.body.append(Object.assign(document.createElement('img'), {src: 'https://elsewhere.example.org/a.gif'}));
    }""")
    assert page.title() != "in"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    assert len([line for line in said if "Content Security Policy" in line]) >= 4


@pytest.mark.browser
def test_print_leaves_the_navigation_out_and_writes_addresses_out(page: Page, public: str) -> None:
    page.goto(public + "/newsletters/2026-12/")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("h1").is_visible()
    written = page.locator("main a[href^=http]").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "http" in written
