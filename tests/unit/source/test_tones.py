"""What stands behind a picture has its tone."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.model.picture import Tone
from plugins.source.pictures import OPENED
from plugins.source.tones import tone
from tests import photos


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ("#fff9f0", Tone.LIGHT),
        ("#808080", Tone.GREY),
        ("#241033", Tone.DARK),
        ("#ff8a70", Tone.RED),
        ("#a02030", Tone.RED),
        ("#ffc93c", Tone.YELLOW),
        ("#7fe3c4", Tone.GREEN),
        ("#9ad7ff", Tone.BLUE),
        ("#d9c2ff", Tone.VIOLET),
    ],
)
def test_a_picture_has_the_tone_of_most_of_it(colour: str, found: Tone) -> None:
    picture = Image.new("RGB", (300, 200), colour)
    picture.paste((0, 0, 0), (0, 0, 100, 200))
    for kind in ("PNG", "JPEG", "WEBP"):
        assert tone(saved(picture, kind), OPENED) is found


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_to_keep_a_picture_has_a_tone(mode: str) -> None:
    picture = Image.new(mode, (8, 8)) if mode == "I;16" else Image.new("L", (8, 8), 0).convert(mode)
    assert tone(saved(picture), OPENED) is Tone.DARK


def test_what_is_clear_is_light() -> None:
    assert tone(saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0))), OPENED) is Tone.LIGHT


@pytest.mark.parametrize("data", [b"", b"no picture", photos.png()[:600]])
def test_what_cannot_be_seen_has_no_tone(data: bytes) -> None:
    with pytest.raises((OSError, SyntaxError)):
        tone(data, OPENED)
