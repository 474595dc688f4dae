"""The colour that most of a picture has, in one of eight words."""

from __future__ import annotations

import io
import warnings
from colorsys import rgb_to_hls
from typing import cast

from PIL import Image

from plugins.model.picture import Tone

_SMALL = (64, 64)
_COLOURS = 6
"""Into so many colours is a picture sorted before the commonest is taken."""
_DARK, _LIGHT, _PLAIN = 0.2, 0.9, 0.18
"""Below this lightness a colour is dark, above that it is light, and below this saturation it is grey."""
_HUES = ((25, Tone.RED), (70, Tone.YELLOW), (170, Tone.GREEN), (255, Tone.BLUE), (320, Tone.VIOLET), (360, Tone.RED))
"""Up to which hue, in degrees, colours have each tone."""


def tone(data: bytes, formats: tuple[str, ...]) -> Tone:
    """Give the tone of a picture that is in one of these formats. Raises whatever a broken one makes Pillow raise."""
    return _of(_commonest(data, formats))


def _commonest(data: bytes, formats: tuple[str, ...]) -> tuple[int, int, int]:
    """Give the commonest colour of a picture, roughly; a JPEG is not drawn whole for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=formats) as picture:
            picture.draft("RGB", _SMALL)
            small = picture.resize(_SMALL, Image.Resampling.NEAREST).convert("RGBA")
    white = Image.new("RGBA", _SMALL, "white")
    sorted_out = Image.alpha_composite(white, small).convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT)
    counted = cast("list[tuple[int, int]]", sorted_out.getcolors())
    place = max(counted)[1]
    red, green, blue = (sorted_out.getpalette() or [])[3 * place : 3 * place + 3]
    return red, green, blue


def _of(colour: tuple[int, int, int]) -> Tone:
    hue, lightness, saturation = rgb_to_hls(*(value / 255 for value in colour))
    if lightness < _DARK:
        return Tone.DARK
    if lightness > _LIGHT:
        return Tone.LIGHT
    if saturation < _PLAIN:
        return Tone.GREY
    return next(found for most, found in _HUES if hue * 360 <= most)
