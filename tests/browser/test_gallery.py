"""The gallery: every component in every state, looked at by axe and kept as pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.desk import main
from tests.browser.measuring import ENHANCED, MODES, PHONE, violations
from tests.browser.serving import served
from tests.site.press import ROOT

KEPT = ROOT / "gallery-pictures"
"""Where the pictures lie afterwards, for people to look at."""
PATIENCE = 180_000
"""Milliseconds that a busy machine may take to lay out every component with its email beside it."""
LOOKS = {"light 320": "320-light", "dark 320": "320-dark", "light 1280": "1280-light", "dark 1280": "1280-dark"}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make the gallery and serve it."""
    output = tmp_path_factory.mktemp("gallery") / "gallery"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["gallery", "--output", str(output)]) == 0
    yield from served(output)


@pytest.mark.browser
@pytest.mark.slow
def test_axe_finds_nothing_in_any_component(browser: Browser, gallery: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(gallery, timeout=PATIENCE)
        found = violations(page, iframes=False)
        page.set_viewport_size(PHONE)
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    found["forced colours"] = [one for one in found["forced colours"] if one[0] != ENHANCED]
    assert {mode: wrong for mode, wrong in found.items() if wrong} == {}
    assert not wide, "something sticks out sideways"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_every_component_is_photographed(browser: Browser, gallery: str, look: str) -> None:
    viewport, media = MODES[look]
    folder = KEPT / LOOKS[look]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with browser.new_context(viewport=viewport) as context:
        page = context.new_page()
        page.emulate_media(**media)
        page.goto(gallery, timeout=PATIENCE)
        exhibits = page.locator(".exhibit")
        for number in range(exhibits.count()):
            exhibits.nth(number).locator(".as-web").screenshot(path=Path(folder / f"{number:03}.png"))
    assert len(list(folder.iterdir())) > 70
