"""The winter meet-up: an old mill with every window lit, in snow, under strings of lights."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import land, lit_window, open_door
from tools.illustrations.outlines import Box, ellipse, rectangle, rounded
from tools.illustrations.palette import CORAL, CORAL_DEEP, INK, LILAC, MINT, PAPER, SUN, VIOLET
from tools.illustrations.weather import snow, stars, string_lights

# How far down the wall each row of windows is, and the light in each window; the door stands where there is none.
WINDOWS = (
    (0.11, (PAPER, SUN, SUN, SUN, SUN, SUN)),
    (0.42, (SUN, SUN, SUN, PAPER, SUN, SUN)),
    (0.72, (SUN, SUN, None, None, SUN, SUN)),
)


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(VIOLET)
    stars(canvas, Box(20, 20, 1160, 300), 16)
    land(canvas, [(-20, 560), (200, 520), (480, 560), (800, 530), (1220, 570)], LILAC)
    _chimney(canvas)
    _mill(canvas, Box(250, 240, 700, 450))
    land(canvas, [(-20, 690), (250, 668), (600, 690), (900, 664), (1220, 694)], PAPER)
    canvas.fill([(536, 694), (664, 694), (770, 830), (430, 830)], SUN)
    for x in (110, 1090):
        canvas.stroke([(x, 720), (x, 300)], INK, 16)
        canvas.fill(ellipse((x, 292), 16), INK)
    string_lights(canvas, (110, 306), (600, 254), 7, 70)
    string_lights(canvas, (600, 254), (1090, 306), 7, 70)
    for x, size in ((60, 130), (190, 90), (1010, 96), (1150, 140)):
        _tree(canvas, x, size)
    snow(canvas, Box(0, 0, 1200, 660), 46)
    return canvas


def _chimney(canvas: Canvas) -> None:
    """Draw the mill's chimney."""
    canvas.solid([(350, 40), (418, 40), (436, 240), (332, 240)], CORAL, (18, 0))
    canvas.shape(rounded(Box(336, 30, 96, 30), 8), PAPER)


def _mill(canvas: Canvas, box: Box) -> None:
    """Draw the mill: a snowy roof, rows of arched windows and the open door."""
    canvas.solid(rectangle(box), CORAL, (26, 0))
    roof = [(box.x - 30, box.y + 6), (box.x + 60, 160), (box.right - 60, 160), (box.right + 30, box.y + 6)]
    canvas.shape(roof, PAPER)
    canvas.stroke([box.at(0.02, 0.37), box.at(0.98, 0.37)], CORAL_DEEP, 14)
    canvas.stroke([box.at(0.02, 0.67), box.at(0.98, 0.67)], CORAL_DEEP, 14)
    for y, lights in WINDOWS:
        for column, light in enumerate(lights):
            if light is not None:
                lit_window(canvas, box.part(0.05 + column * 0.16, y, 0.1, 0.2), light)
    open_door(canvas, Box(528, 524, 144, 168), SUN, MINT)


def _tree(canvas: Canvas, x: float, size: float) -> None:
    """Draw a fir tree with snow on it."""
    foot = 700 + (size - 90) * 0.5
    canvas.stroke([(x, foot), (x, foot - 30)], INK, 18)
    for layer in range(3):
        half = size * (0.56 - 0.12 * layer)
        y = foot - 22 - layer * size * 0.42
        canvas.shape([(x - half, y), (x, y - size * 0.72), (x + half, y)], MINT, FINE)
    top = [(x - half * 0.5, y - size * 0.36), (x, y - size * 0.72), (x + half * 0.5, y - size * 0.36)]
    canvas.shape(top, PAPER, FINE)
