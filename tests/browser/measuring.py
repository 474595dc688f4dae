"""What a browser makes of a page: its weight, what axe finds, what sticks out, what is too small to hit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import compressobj

import axe_playwright_python
from playwright.sync_api import Browser, Page, Response, ViewportSize

from tests.browser.kinds import Kind

PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
ENHANCED, ORDINARY, FORCED = "color-contrast-enhanced", "color-contrast", "forced colours"
"""What AAA asks of contrast; what AA asks, which is less; and the mode whose colours are the reader's own."""
MODES: dict[str, tuple[ViewportSize, dict[str, Any]]] = {
    "light 320": (PHONE, {"color_scheme": "light", "forced_colors": "none"}),
    "light 1280": (DESK, {"color_scheme": "light", "forced_colors": "none"}),
    "dark 1280": (DESK, {"color_scheme": "dark", "forced_colors": "none"}),
    "dark 320": (PHONE, {"color_scheme": "dark", "forced_colors": "none"}),
    FORCED: (PHONE, {"color_scheme": "light", "forced_colors": "active"}),
}
QUICKLY = {"resultTypes": ["violations"], "preload": False}
RULES = QUICKLY | {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {ENHANCED: {"enabled": True}},
}
AAA = RULES | {"rules": {ENHANCED: {"enabled": True}, ORDINARY: {"enabled": False}}}
"""The same, asked once: whoever keeps AAA's contrast keeps AA's."""
COLOURS = QUICKLY | {"runOnly": [ENHANCED, "link-in-text-block"]}
"""The rules whose answers hang on colours."""
OWN_COLOURS = QUICKLY | {"runOnly": [ORDINARY, ENHANCED, "link-in-text-block"]}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
ASK = """options => axe.run(document, options).then(found =>
    found.violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]))"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
"""WCAG 2.2, 1.4.12."""
SETTINGS: dict[str, tuple[ViewportSize, str]] = {
    "320 px": (PHONE, " "),
    "400 % zoom": ({"width": 320, "height": 256}, " "),
    "spacing": (PHONE, SPACED),
    "200 % text": ({"width": 640, "height": 800}, "html { font-size: 200% !important }"),
}
"""The four settings in which nothing may stick out sideways."""

WIDER = """style => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    const wide = document.documentElement.scrollWidth > window.innerWidth;
    document.adoptedStyleSheets = [];
    return wide;
}"""
"""Whether something sticks out sideways while a style is worn; what a script makes is no business of the policy."""

SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input, textarea')].filter(e => {
    const box = e.getBoundingClientRect();
    if (!box.width || e.classList.contains('skip')) return false;
    const sentence = e.closest('p, li, dd, dt, td, figcaption, blockquote');
    if (sentence && sentence.textContent.trim() !== e.textContent.trim()) return false;
    return box.height < 44 || box.width < 24;
}).map(e => e.outerHTML.slice(0, 120))"""
"""What is less than 44 px high and stands in no sentence."""

UNSEEN_STOPS = """() => [...document.querySelectorAll('a[href], button, summary, input, textarea, [tabindex="0"]')]
    .filter(e => e.checkVisibility()).filter(e => {
        e.focus();
        const style = getComputedStyle(e);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return document.activeElement !== e || !e.matches(':focus-visible') || !ring;
    }).map(e => e.outerHTML.slice(0, 120))"""
"""Tab stops that get the focus and do not show it."""

SHIFT = """() => new Promise(done => { let sum = 0;
    new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 50); })"""


@dataclass
class Row:
    """One line of the table: a type of page and what was found of it."""

    name: str
    kind: Kind
    html: int = 0
    """Bytes on the wire of the document: words, styles and script."""
    css: int = 0
    js: int = 0
    """Bytes of the styles and scripts inside the document, each compressed by itself."""
    files: int = 0
    """Bytes on the wire of style sheets and scripts that are files."""
    pictures: int = 0
    photos: int = 0
    requests: list[str] = field(default_factory=list)
    words: int = 0
    unscripted: int = 0
    """Words of the main part that a reader without JavaScript has."""
    axe: dict[str, list[Any]] = field(default_factory=dict)
    contrast: list[Any] = field(default_factory=list)
    overflow: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    first_stop: str = ""
    shift: float = 0.0
    said: list[str] = field(default_factory=list)
    """What the browser complained about, such as something that the page's policy forbids."""

    @property
    def weight(self) -> int:
        """Give the bytes of the page without its pictures."""
        return self.html + self.files


def measure(browser: Browser, judge: Page, address: str, name: str, kind: Kind) -> Row:
    """Look at a page in every way that the goals name; ``judge`` is a page that may have seen others before."""
    row, url = Row(name, kind), address + kind.path
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(url)
        row.unscripted = _words(page)
    with browser.new_context(viewport=PHONE, device_scale_factor=2) as context:
        page = context.new_page()
        _weigh(page, url, row)
        _use(page, row)
    judge.goto(url, wait_until="networkidle")
    for mode, found in violations(judge).items():
        row.contrast += [one for one in found if one[0] == ENHANCED]
        row.axe[mode] = [one for one in found if one[0] != ENHANCED]
    row.overflow = [setting for setting in SETTINGS if _sticks_out(judge, setting)]
    return row


def violations(page: Page, modes: Iterable[str] = MODES, **more: Any) -> dict[str, list[tuple[str, list[str]]]]:
    """Give what axe objects to on a page in each mode: the rule, and where.

    Every rule is asked at each width. Where a mode has only other colours, the rest would answer the same.
    """
    page.evaluate(AXE)
    asked: set[int] = set()
    found = {}
    for mode in modes:
        viewport, media = MODES[mode]
        page.set_viewport_size(viewport)
        page.emulate_media(**media)
        whole, colours = (RULES, OWN_COLOURS) if mode == FORCED else (AAA, COLOURS)
        rules = colours if viewport["width"] in asked else whole
        asked.add(viewport["width"])
        found[mode] = [(one, where) for one, where in page.evaluate(ASK, rules | more)]
    return found


def _sticks_out(page: Page, setting: str) -> bool:
    viewport, style = SETTINGS[setting]
    page.set_viewport_size(viewport)
    return bool(page.evaluate(WIDER, style))


def zipped(text: str) -> int:
    """Give the bytes of a text on the wire."""
    packer = compressobj(9, wbits=31)
    return len(packer.compress(text.encode()) + packer.flush()) if text else 0


def _weigh(page: Page, url: str, row: Row) -> None:
    got: list[Response] = []
    said: list[str] = []
    page.on("response", lambda one: got.append(one))  # noqa: PLW0108 - playwright marks what it is given
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    response = page.goto(url, wait_until="networkidle")
    assert response is not None
    row.said = list(said)
    row.requests = [one.url for one in got]
    for one in got:
        size = one.request.sizes()["responseBodySize"]
        match one.request.resource_type:
            case "document":
                row.html += size
            case "image":
                row.pictures += size
                row.photos += "/images/" in one.url
            case "stylesheet" | "script" | "fetch":
                row.files += size
    text = response.text()
    row.css = zipped("".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL)))
    row.js = zipped("".join(re.findall(r"<script>(.*?)</script>", text, re.DOTALL)))
    row.words = _words(page)


def _use(page: Page, row: Row) -> None:
    row.shift = page.evaluate(SHIFT)
    row.small = page.evaluate(SMALL_TARGETS)
    page.keyboard.press("Tab")
    row.first_stop = page.evaluate("document.activeElement.getAttribute('href')")
    row.unseen = page.evaluate(UNSEEN_STOPS)
    page.evaluate("document.activeElement.blur()")


def _words(page: Page) -> int:
    return len(page.locator("main").inner_text().split())
