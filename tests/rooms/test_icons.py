"""The site's sign: at every size that browsers ask for, in the colours of the tokens."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from plugins.icons import artefacts
from plugins.library import Library
from plugins.render import Tokens
from plugins.view import Site
from tests.rooms.shelves import ROOT, printed

TOKENS = Tokens.read(ROOT / "theme/static/css/tokens.css").light


@pytest.fixture(scope="module")
def files(sample: Library, site: Site, theme: Path) -> dict[str, bytes]:
    """Make everything once."""
    return printed(artefacts(sample, site, theme))


def test_the_manifest_leads_to_icons_of_the_sizes_it_says(files: dict[str, bytes], site: Site) -> None:
    manifest = json.loads(files["site.webmanifest"])
    assert (manifest["name"], manifest["short_name"], manifest["lang"]) == (site.sitename, "CLNM", "en-GB")
    assert manifest["theme_color"] == manifest["background_color"] == TOKENS["paper"]
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        wide, high = Image.open(io.BytesIO(files[icon["src"]])).size
        assert f"{wide}x{high}" == icon["sizes"]


def test_a_maskable_icon_keeps_the_sign_inside_the_circle_that_phones_leave(files: dict[str, bytes]) -> None:
    picture = Image.open(io.BytesIO(files["icons/icon-512.png"])).convert("RGB")
    paper = ImageColor.getrgb(TOKENS["paper"])
    outside = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2 and picture.getpixel((x, y)) != paper
    ]
    assert outside == []


def test_the_tab_and_the_home_screen_have_theirs_at_the_root(files: dict[str, bytes]) -> None:
    assert Image.open(io.BytesIO(files["apple-touch-icon.png"])).size == (180, 180)
    assert Image.open(io.BytesIO(files["favicon.ico"])).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert sum(map(len, files.values())) < 10_000


def test_the_drawing_of_the_theme_has_the_same_colours() -> None:
    drawing = (ROOT / "theme/static/icon.svg").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]{6}", drawing)) == {TOKENS["sun"], TOKENS["violet"], TOKENS["night"]}


def test_the_same_tokens_are_the_same_bytes(files: dict[str, bytes], sample: Library, site: Site, theme: Path) -> None:
    assert printed(artefacts(sample, site, theme)) == files
