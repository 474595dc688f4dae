"""A look tells what somebody would see from what only another machine's drawing of the same letters is."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.browser.looks import Look

PAPER, INK, SUN = "#fff9f0", "#241033", "#ffc93c"


def card(*, chip: str = SUN, left: int = 20, height: int = 200, lines: int = 5) -> Image.Image:
    """Draw something like a card: an edge, a filled word on top, lines of letters."""
    picture = Image.new("RGB", (288, height), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 287, height - 1), outline=INK, width=2)
    draw.rectangle((left, 20, left + 80, 44), fill=chip)
    for line in range(lines):
        for letter in range(24):
            draw.line((20 + letter * 10, 60 + line * 25, 25 + letter * 10, 74 + line * 25), INK, 4)
    return picture


def look(picture: Image.Image) -> Look:
    """Look at a picture as it would come from a browser."""
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Look.of(data.getvalue())


def test_a_look_is_read_as_it_was_written() -> None:
    assert Look.read(str(look(card()))) == look(card())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(card(), id="the same"),
        pytest.param(card().filter(ImageFilter.GaussianBlur(0.7)), id="letters with softer edges"),
        pytest.param(card(height=202), id="two pixels more"),
    ],
)
def test_the_same_drawn_elsewhere_looks_the_same(other: Image.Image) -> None:
    assert look(other).differs(look(card())) == ""


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(card(chip=PAPER), id="a fill is gone"),
        pytest.param(card(chip="#ff8a70"), id="a fill has another colour"),
        pytest.param(card(left=120), id="a box moved"),
        pytest.param(card(lines=4), id="a line is gone"),
        pytest.param(card(height=210), id="ten pixels more"),
        pytest.param(Image.new("RGB", (288, 200), PAPER), id="empty"),
    ],
)
def test_what_somebody_would_see_differs(other: Image.Image) -> None:
    assert look(other).differs(look(card())) != ""
