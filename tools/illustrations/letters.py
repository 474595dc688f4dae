"""A small round stroke alphabet for the signs and the area logos, so that no font is needed."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.outlines import Box, Outline, arc, curve
from tools.illustrations.palette import INK

# Letters stand in a cell one unit high from the foot (y 0) to the top of a capital (y -1); small letters reach -0.66.
_X = 0.66
_BOWL = (0.27, _X / 2)
_ROUND = arc((0.27, -_X / 2), _BOWL, 0, 360)
_SHOULDER = arc((0.24, -_X + 0.24), (0.24, 0.24), 180, 360)
_STEM: Outline = [(0.0, 0.0), (0.0, -_X)]
_SECOND_ARCH = arc((0.6, -0.46), (0.2, 0.2), 180, 360)
_UPPER_HOOK = curve([(0.52, -0.84), (0.4, -0.97), (0.2, -0.98), (0.04, -0.84), (0.06, -0.64), (0.27, -0.52)])
_LOWER_HOOK = curve([(0.27, -0.52), (0.5, -0.38), (0.52, -0.16), (0.34, 0), (0.14, -0.01), (0, -0.14)])

_GLYPHS: dict[str, tuple[float, list[Outline]]] = {
    "M": (0.8, [[(0, 0), (0, -1), (0.4, -0.42), (0.8, -1), (0.8, 0)]]),
    "N": (0.64, [[(0, 0), (0, -1), (0.64, 0), (0.64, -1)]]),
    "S": (0.54, [[*_UPPER_HOOK, *_LOWER_HOOK]]),
    "a": (0.54, [_ROUND, [(0.54, -_X), (0.54, 0)]]),
    "b": (0.54, [[(0, -1), (0, 0)], _ROUND]),
    "c": (0.46, [arc((0.27, -_X / 2), _BOWL, -42, -318)]),
    "d": (0.54, [_ROUND, [(0.54, -1), (0.54, 0)]]),
    "e": (0.54, [[(0, -_X / 2), (0.54, -_X / 2), *arc((0.27, -_X / 2), _BOWL, 0, -312)]]),
    "g": (0.54, [_ROUND, [(0.54, -_X), (0.54, 0.06), *arc((0.27, 0.06), (0.27, 0.24), 0, 150)]]),
    "h": (0.48, [[(0, 0), (0, -1)], [(0, -_X + 0.24), *_SHOULDER, (0.48, 0)]]),
    "i": (0.0, [_STEM, [(0, -0.93), (0, -0.94)]]),
    "l": (0.0, [[(0, 0), (0, -1)]]),
    "m": (0.8, [_STEM, [*arc((0.2, -0.46), (0.2, 0.2), 180, 360), (0.4, 0)], [*_SECOND_ARCH, (0.8, 0)]]),
    "o": (0.54, [_ROUND]),
    "r": (0.3, [_STEM, arc((0.28, -_X + 0.28), (0.28, 0.28), 180, 285)]),
    "t": (0.36, [[(0.14, -0.92), (0.14, -0.16), *arc((0.3, -0.16), (0.16, 0.16), 180, 70)], [(0, -_X), (0.34, -_X)]]),
    "w": (0.72, [[(0, -_X), (0.18, 0), (0.36, -_X + 0.08), (0.54, 0), (0.72, -_X)]]),
    "9": (0.62, [[*arc((0.31, -0.69), (0.31, 0.31), 0, 360), *curve([(0.62, -0.62), (0.56, -0.3), (0.32, 0)])]]),
}
_GAP = 0.32


def write(canvas: Canvas, text: str, box: Box, width: float, colour: str = INK) -> None:
    """Write text in strokes `width` thick, as wide as the box and with capitals as high as it."""
    units = sum(_GLYPHS[letter][0] for letter in text) + _GAP * (len(text) - 1)
    stretch = box.w / units
    x = box.x
    for letter in text:
        advance, strokes = _GLYPHS[letter]
        for stroke in strokes:
            canvas.stroke([(x + px * stretch, box.bottom + py * box.h) for px, py in stroke], colour, width)
        x += (advance + _GAP) * stretch
