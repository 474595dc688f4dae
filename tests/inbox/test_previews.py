"""The preview shows the message that is sent, from all sides, and asks nobody for anything."""

from __future__ import annotations

import html as entities
import re
from pathlib import Path

import pytest

from plugins.checks.markup import read
from plugins.editions import artefacts
from plugins.editions.preview import lit, preview, unlit, without_pictures, without_styles
from plugins.library import Library
from plugins.view import Site
from tests.inbox.letters import Letter
from tests.rooms.shelves import looked_at

LOOKS = ["Phone, light", "Phone, dark", "Phone, pictures off", "Phone, styles off", "Desktop, light", "Desktop, dark"]


@pytest.fixture(scope="session")
def slug() -> str:
    """Look at one issue."""
    return "2026-12"


@pytest.fixture(scope="module")
def page(sent: Letter, site: Site) -> str:
    """Give the preview of an issue as it lies in the output."""
    return preview(sent.eml, site.siteurl, "../../")


def frames(page: str) -> dict[str, str]:
    """Give what each frame of a preview shows."""
    found = re.findall(r'<iframe class="[^"]*" title="([^"]*)" sandbox="allow-same-origin" srcdoc="([^"]*)">', page)
    return {name: entities.unescape(shown) for name, shown in found}


def test_it_shows_every_look(page: str) -> None:
    assert list(frames(page)) == LOOKS
    assert re.findall(r"<h2>([^<]*)</h2>", page) == [*LOOKS, "Plain text", "Headers"]


def test_it_shows_the_very_bytes_that_are_sent(page: str, sent: Letter, site: Site) -> None:
    shown = {name: html.replace('src="../../', f'src="{site.siteurl}/') for name, html in frames(page).items()}
    looks = (lit, unlit, without_pictures, without_styles, lit, unlit)
    assert shown == {name: look(sent.html) for name, look in zip(LOOKS, looks, strict=True)}
    restored = shown["Phone, light"].replace("color-scheme:light", "color-scheme:light dark", 1)
    assert restored.replace("@media not all", "@media (prefers-color-scheme:dark)", 1) == sent.html


def test_text_and_headers_are_those_of_the_message(page: str, sent: Letter) -> None:
    text, headers = map(entities.unescape, re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL))
    assert text == sent.text
    assert headers.replace("\r\n", "\n") == sent.eml.partition(b"\r\n\r\n")[0].decode().replace("\r\n", "\n")


def test_pictures_lie_beside_it_and_nothing_comes_from_elsewhere(page: str, sent: Letter) -> None:
    assert "default-src 'none'" in page
    for name, shown in frames(page).items():
        loaded = {pointer.address for pointer in read(shown).pointers if pointer.loads}
        assert all(address.startswith("../../images/") for address in loaded)
        assert bool(loaded) != (name == "Phone, pictures off")
    assert sent.html.count("<img") == frames(page)["Phone, pictures off"].count("<img")


def test_light_and_dark_do_not_depend_on_the_machine_that_looks(page: str) -> None:
    for shown in frames(page).values():
        assert "prefers-color-scheme" not in shown
    assert "@media all" in frames(page)["Phone, dark"]
    assert "<style>" not in frames(page)["Phone, styles off"]
    assert ' style="' not in frames(page)["Phone, styles off"]


def test_every_edition_has_one_that_finds_its_pictures(library: Library, site: Site, theme: Path) -> None:
    previews = [
        artefact
        for artefact in looked_at(artefacts(library, site, theme), library)
        if artefact.path.endswith("preview.html")
    ]
    for artefact in previews:
        up = "../" * artefact.path.count("/")
        assert set(re.findall(r"src=&quot;((?:\.\./)+)", artefact.make().decode())) <= {up}
    assert previews
