"""Letters of many scripts as pixels: which can be set, how wide they are, and how they look side by side.

HarfBuzz shapes and draws them, because Pillow does so only where a machine has FriBiDi of its own, and a
card must be the same on every machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

import pymupdf_fonts
import uharfbuzz
from bidi.algorithm import get_display
from PIL import Image

_FONT = "figbo"
"""FiraGO Bold, under the Open Font License: Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai, Georgian."""
_LEFTWARD = frozenset({"R", "AL"})
_APART, _KEPT = "\u200c", "\u034f"
"""A mark that keeps Arabic letters apart, and one that stands for it while a line is put in order."""
_JOINERS = frozenset({_APART, "\u200d"})


@cache
def _font() -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(pymupdf_fonts.myfont(_FONT)))


def settable(text: str) -> str:
    """Give a text as it can be set, without signs that the font lacks; nothing where it lacks a letter of it."""
    kept: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        family = unicodedata.category(sign)[0]
        if family == "Z" or sign in "\t\n\r":
            kept.append(" ")
        elif sign in _JOINERS or (family != "C" and _font().get_nominal_glyph(ord(sign))):
            kept.append(sign)
        elif family in "LN":
            return ""
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """Give how wide a text is, in ems."""
    advances = (place.x_advance for buffer in _shaped(text, "ltr") for place in buffer.glyph_positions)
    return float(sum(advances) / _font().face.upem)


def drawn(text: str, size: int, direction: str) -> tuple[Image.Image, int, int]:
    """Draw one line at a size in pixels: its letters as a mask, and where that lies from the start of the baseline."""
    font, pen, at = _font(), uharfbuzz.RasterDraw(), 0
    scale = size / font.face.upem
    for buffer in _shaped(text, direction):
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen.transform = (scale, 0, 0, scale, (at + place.x_offset) * scale, place.y_offset * scale)
            pen.draw_glyph(font, glyph.codepoint)
            at += place.x_advance
    image = pen.render()
    box = image.extents
    if not box.width * box.height:
        return Image.new("L", (1, 1)), 0, 0
    mask = Image.frombytes("L", (box.width, box.height), bytes(image.buffer), "raw", "L", box.stride, -1)
    return mask, box.x_origin, -(box.y_origin + box.height)


def _shaped(text: str, direction: str) -> Iterator[uharfbuzz.Buffer]:
    """Shape a line, run by run, from left to right as it is seen (Unicode Bidirectional Algorithm, UAX 9)."""
    if any(unicodedata.bidirectional(sign) in _LEFTWARD for sign in text):
        text = get_display(text.replace(_APART, _KEPT), base_dir="R" if direction == "rtl" else "L")
    for leftward, run in groupby(text, key=_leftward):
        signs = "".join(run).replace(_KEPT, _APART)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(signs[::-1] if leftward else signs)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        uharfbuzz.shape(_font(), buffer)
        yield buffer


def _leftward(sign: str) -> bool:
    """Say whether a sign is read leftward; marks on letters are as those letters."""
    way = unicodedata.bidirectional(sign)
    return way in _LEFTWARD or (way == "NSM" and (sign == _KEPT or "\u0590" <= sign <= "\u08ff"))
