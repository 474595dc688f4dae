"""Draws a social card: flat colours of the tokens, words in ink, a terrace of doors; equal words give equal bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageColor, ImageDraw

from plugins.cards.fitting import ASCENT, LEADING, Fitted, fitted
from plugins.cards.lettering import drawn, settable, width
from plugins.render import doors
from plugins.view.social import SIZE, SocialCard

_ACCENTS = {"newsletter": "sun", "story": "coral", "event": "mint", "offer": "sky", "": "sun"}
"""The colour of a kind, as in the theme; lilac for kinds without one."""
_EDGE, _GAP, _PILL = 72, 28, 64
_WIDE = SIZE[0] - 2 * _EDGE
_DOORS_WIDE = 508
_BAND = 84
"""The ground that the doors stand on, with the site's name."""
_FLOOR = SIZE[1] - _BAND
_ROOF = _FLOOR - 136
"""Above the doors."""
_TITLE = (116, 104, 92, 84, 76, 68, 60, 54, 48)
_SMALL = (36, 32, 28)
"""Sizes, in pixels, from the largest on."""
_SHADES = 16
"""So many between two colours, for smooth letters."""
_ON_ACCENT, _ON_NIGHT = 0, _SHADES
"""Where in the palette they begin: from accent to night, and from night to day. Those of the doors follow."""
_OF_DOORS = 64
_STEPS = {
    first: bytes(first + value * (_SHADES - 1) // 255 for value in range(256)) for first in (_ON_ACCENT, _ON_NIGHT)
}
_NOT_GROUND = bytes(_SHADES) + b"\xff" * (256 - _SHADES)
_COMPRESS = 3
"""Of zlib: a third more bytes than the usual 6, in half the time. Cards are fetched by services, not by readers."""


def png(card: SocialCard, colours: Mapping[str, str]) -> bytes:
    """Draw a card as PNG; ``colours`` are the tokens in light. The site's name stands for a title it cannot set."""
    sitename = settable(card.sitename)
    common = _Common(_ACCENTS.get(card.kind, "lilac"), card.direction, settable(card.label), sitename)
    picture = _common(common, tuple(sorted(colours.items()))).copy()
    pen = _Pen(picture, card.direction)
    top = _EDGE + (_PILL + _GAP if common.label else 0)
    pen.lines(fitted(settable(card.title) or sitename, (_WIDE, _ROOF - _GAP - top), _TITLE, width), top, _ON_ACCENT)
    line = fitted(settable(card.line), (_WIDE - _DOORS_WIDE - _GAP, _FLOOR - _ROOF - _GAP), _SMALL, width)
    pen.lines(line, _FLOOR - _GAP - line.high, _ON_ACCENT)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=_COMPRESS)
    return out.getvalue()


class _Pen:
    """Writes on a card, from the edge that its language begins at."""

    def __init__(self, picture: Image.Image, direction: str) -> None:
        self.picture = picture
        self.direction = direction

    def lines(self, text: Fitted, top: int, shades: int, inset: int = 0) -> None:
        """Write lines below one another; the first is as high as its letters."""
        baseline = top + text.size * ASCENT
        for line in text.lines:
            mask, left, above = drawn(line, text.size, self.direction)
            self._paste(mask, (self._start(width(line) * text.size, inset) + left, round(baseline) + above), shades)
            baseline += text.size * LEADING

    def pill(self, text: str, top: int) -> None:
        """Write a word in day on a pill of night."""
        word = Fitted(_SMALL[0], (text,))
        wide = round(width(text) * word.size) + 2 * _GAP
        mask = Image.new("L", (wide * doors.FINE, _PILL * doors.FINE))
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), mask.height // 2, fill=255)
        self._paste(mask.reduce(doors.FINE), (self._start(wide, 0), top), _ON_ACCENT)
        self.lines(word, top + (_PILL - word.high) // 2, _ON_NIGHT, _GAP)

    def _start(self, wide: float, inset: int) -> int:
        """Give where something of a width begins, counted from the left."""
        return round(SIZE[0] - _EDGE - inset - wide) if self.direction == "rtl" else _EDGE + inset

    def _paste(self, mask: Image.Image, place: tuple[int, int], shades: int) -> None:
        """Paste the shades of a mask, but for those that are the ground itself."""
        dots = mask.tobytes()
        ink = Image.frombytes("P", mask.size, dots.translate(_STEPS[shades]))
        self.picture.paste(ink, place, Image.frombytes("L", mask.size, dots.translate(_NOT_GROUND)))


@dataclass(frozen=True, slots=True)
class _Common:
    """What many cards have in common: their colour, and the words that are not their own."""

    accent: str
    direction: str
    label: str
    sitename: str


@lru_cache(maxsize=32)
def _common(common: _Common, tokens: tuple[tuple[str, str], ...]) -> Image.Image:
    """Draw what many cards have in common."""
    picture = _ground(common.accent, common.direction, tokens).copy()
    pen = _Pen(picture, common.direction)
    if common.label:
        pen.pill(common.label, _EDGE)
    name = fitted(common.sitename, (_WIDE, _BAND), _SMALL, width)
    pen.lines(name, _FLOOR + (_BAND - name.high) // 2, _ON_NIGHT)
    return picture


@lru_cache(maxsize=16)
def _ground(accent: str, direction: str, tokens: tuple[tuple[str, str], ...]) -> Image.Image:
    """Draw what all cards of a colour have: accent, ground, doors; with the palette for everything else."""
    colours = dict(tokens)
    inside = colours | {accent: colours["sun"]}  # a door in the colour of the ground would look hollow
    terrace = doors.drawn(doors.TERRACE, _DOORS_WIDE / doors.TERRACE_SIZE[0], colours[accent], inside, stroke=4)
    few = terrace.quantize(_OF_DOORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    shades = [*_ramp(colours[accent], colours["night"]), *_ramp(colours["night"], colours["day"])]
    picture = Image.new("P", SIZE, _ON_ACCENT)
    picture.putpalette([*shades, *(few.getpalette("RGB") or [])[: _OF_DOORS * 3]])
    picture.paste(_ON_NIGHT, (0, _FLOOR, *SIZE))
    shifted = few.tobytes().translate(bytes(min(number + 2 * _SHADES, 255) for number in range(256)))
    left = _EDGE if direction == "rtl" else SIZE[0] - _EDGE - terrace.width
    picture.paste(Image.frombytes("P", few.size, shifted), (left, _FLOOR - terrace.height))
    return picture


def _ramp(start: str, end: str) -> list[int]:
    """Give the shades between two colours, both included, as red, green and blue in a row."""
    first, last = ImageColor.getrgb(start), ImageColor.getrgb(end)
    shades = (
        [a + (b - a) * step // (_SHADES - 1) for a, b in zip(first, last, strict=True)] for step in range(_SHADES)
    )
    return [part for shade in shades for part in shade]
