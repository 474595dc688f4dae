"""How well words stand out from a colour (WCAG 2.2, 1.4.6), and the nearest colour on which they do."""

from __future__ import annotations

import colorsys

BLACK, WHITE = "#241033", "#fff9f0"
"""What words are written in, on a colour that an editor chose: the theme's night and day."""
ENOUGH = 7.0
"""The contrast of words for readers with weak sight."""
_CHANNELS = (0.2126, 0.7152, 0.0722)
_LINEAR = 0.03928
"""Below this, a channel grows in a straight line (WCAG 2.2, relative luminance)."""
_STEPS = 200


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours of six figures: from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Give how light a colour of six figures is: from 0 to 1."""
    linear = [share / 12.92 if share <= _LINEAR else ((share + 0.055) / 1.055) ** 2.4 for share in _shares(colour)]
    return sum(share * weight for share, weight in zip(linear, _CHANNELS, strict=True))


def words_on(colour: str) -> str:
    """Give the colour that words on a colour are to have."""
    return max((BLACK, WHITE), key=lambda words: contrast(words, colour))


def carries_words(colour: str) -> bool:
    """Say whether words can be read on a colour."""
    return contrast(words_on(colour), colour) >= ENOUGH


def nearest(colour: str) -> str:
    """Give the colour of the same hue that is nearest and carries words: a little lighter or a little darker."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_shares(colour))
    for step in range(_STEPS + 1):
        for way in (-1, 1):
            level = min(1.0, max(0.0, lightness + way * step / _STEPS))
            found = _written(colorsys.hls_to_rgb(hue, level, saturation))
            if carries_words(found):
                return found
    return BLACK


def _shares(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(shares: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)
