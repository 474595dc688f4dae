"""How like its original a picture still looks: the structural similarity of Wang, Bovik, Sheikh, Simoncelli (2004)."""

from __future__ import annotations

from typing import Any, cast

from PIL import Image, ImageMath

BLOCK = 8
"""Pixels of the side of a block; blocks lie side by side, as in that article's first measurements."""
_STEADY_MEAN, _STEADY_SPREAD = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""What keeps the ratios steady where a block is black, or of one colour: C1 and C2 of that article."""


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Give the mean structural similarity of two pictures of one size, by their lightness; 1 is the same picture."""
    a, b = _light(one), _light(other)
    parts = {
        "a": _mean(a),
        "b": _mean(b),
        "aa": _mean(_product(a, a)),
        "bb": _mean(_product(b, b)),
        "ab": _mean(_product(a, b)),
    }
    whole = ImageMath.lambda_eval(_similarity, **parts).resize((1, 1), Image.Resampling.BOX)
    return cast("float", whole.getpixel((0, 0)))


def _similarity(known: dict[str, Any]) -> Any:
    """Write the article's formula (13) over pictures, a block a pixel."""
    a, b = known["a"], known["b"]
    together = known["ab"] - a * b
    spread = known["aa"] - a * a + known["bb"] - b * b
    means = (2 * a * b + _STEADY_MEAN) / (a * a + b * b + _STEADY_MEAN)
    return means * (2 * together + _STEADY_SPREAD) / (spread + _STEADY_SPREAD)


def _light(picture: Image.Image) -> Image.Image:
    return picture.convert("L").convert("F")


def _product(a: Image.Image, b: Image.Image) -> Image.Image:
    return cast("Image.Image", ImageMath.lambda_eval(lambda known: known["a"] * known["b"], a=a, b=b))


def _mean(picture: Image.Image) -> Image.Image:
    return picture.reduce(BLOCK)
