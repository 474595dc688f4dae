"""The gallery: every component in every state, judged by axe, and seen to look as it was agreed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pymupdf_fonts
import pytest
from playwright.sync_api import Browser

from plugins.desk import main
from tests.browser.looks import Look
from tests.browser.measuring import ENHANCED, MODES, PHONE, violations
from tests.browser.serving import served
from tests.site.press import ROOT

AGREED = ROOT / "tests/golden/gallery"
"""How each exhibit looked when somebody last said yes to it."""
KEPT = ROOT / "gallery-pictures"
"""Where the pictures lie afterwards, for people to look at."""
PATIENCE = 180_000
"""Milliseconds that a busy machine may take to lay out every component with its email beside it."""
LOOKS = {"light 320": "320-light", "dark 320": "320-dark", "light 1280": "1280-light", "dark 1280": "1280-dark"}
ALIKE = """\
@font-face { font-family: Alike; src: url(static/alike.ttf) }
@font-face { font-family: Alike; src: url(static/alike-bold.ttf); font-weight: 600 900 }
* { font-family: Alike !important; animation: none !important; transition: none !important }
"""
"""The same letters on every machine: those of the social cards."""
WEB_ALONE = """async () => {
    document.querySelectorAll('.exhibit section:not(.as-web), .face').forEach(other => other.remove());
    for (const one of document.querySelectorAll('.exhibit')) one.querySelector('.as-web')?.offsetHeight || one.remove();
    await Promise.all(['1em Alike', 'bold 1em Alike'].map(font => document.fonts.load(font)));
    let component = '';
    return [...document.querySelector('main').children].flatMap(part => {
        if (part.matches('h2')) component = part.id;
        return part.matches('.exhibit') ? `${component}: ${part.querySelector('h3').textContent}` : [];
    });
}"""
"""Leaves the faces for the web that show something, and names them."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make the gallery and serve it."""
    output = tmp_path_factory.mktemp("gallery") / "gallery"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["gallery", "--output", str(output)]) == 0
    for name, font in (("alike", "figo"), ("alike-bold", "figbo")):
        (output / f"static/{name}.ttf").write_bytes(pymupdf_fonts.myfont(font))
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


def photographed(browser: Browser, gallery: str, look: str, folder: Path) -> dict[str, Look]:
    """Keep a picture of each exhibit as the web shows it, and give how each looks, by its name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    viewport, media = MODES[look]
    with browser.new_context(viewport=viewport) as context:
        page = context.new_page()
        page.emulate_media(**media)
        page.goto(gallery, timeout=PATIENCE, wait_until="domcontentloaded")
        page.add_style_tag(content=ALIKE)
        names = page.evaluate(WEB_ALONE)
        shown = page.locator(".exhibit .as-web")
        pictures = [shown.nth(at).screenshot(path=folder / f"{at:03}.png") for at in range(len(names))]
    assert len(set(names)) == len(names)
    return {name: Look.of(picture) for name, picture in zip(names, pictures, strict=True)}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_every_component_looks_as_it_was_agreed(
    browser: Browser, gallery: str, look: str, request: pytest.FixtureRequest
) -> None:
    found, agreed = photographed(browser, gallery, look, KEPT / LOOKS[look]), AGREED / f"{LOOKS[look]}.txt"
    if request.config.getoption("--update-golden"):
        agreed.parent.mkdir(exist_ok=True)
        agreed.write_text("".join(f"== {name}\n{seen}\n" for name, seen in found.items()), "utf-8", newline="\n")
    parts = (part.partition("\n") for part in agreed.read_text("utf-8").split("== ")[1:])
    kept = {name: Look.read(text) for name, _, text in parts}
    assert list(found) == list(kept), "make golden ARGS=tests/browser/test_gallery.py keeps them; then look at them"
    other = {name: said for name, seen in found.items() if (said := seen.differs(kept[name]))}
    assert other == {}, f"the pictures lie in {KEPT / LOOKS[look]}"
    assert len(found) > 70
