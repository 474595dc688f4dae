"""The December issue: a terrace of doors in the snow, one of them open."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.doors import door, land, lit_window, open_door
from tools.illustrations.outlines import Box, curve, rectangle
from tools.illustrations.palette import CORAL, LILAC, MINT, PAPER, SKY, SUN, VIOLET
from tools.illustrations.weather import moon, snow, stars, string_lights

HOUSES = ((CORAL, MINT, 0), (SKY, SUN, 40), (LILAC, None, -20), (MINT, CORAL, 30), (SUN, SKY, 5))
WIDTH = 212


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(VIOLET)
    stars(canvas, Box(20, 10, 1160, 220), 15)
    moon(canvas, (1060, 110), 56, VIOLET)
    for number, (wall, leaf, lift) in enumerate(HOUSES):
        _house(canvas, Box(70 + number * WIDTH, 300 - lift, WIDTH, 400 + lift), wall, leaf)
    for number in range(len(HOUSES)):
        start = 70 + number * WIDTH
        string_lights(canvas, (start, 420), (start + WIDTH, 420), 4, 20)
    land(canvas, [(-20, 676), (200, 690), (420, 680), (600, 690), (800, 680), (1000, 692), (1220, 672)], PAPER)
    canvas.fill([(556, 694), (644, 694), *curve([(680, 740), (770, 830)]), *curve([(430, 830), (520, 740)])], SUN)
    snow(canvas, Box(0, 0, 1200, 670), 50)
    return canvas


def _house(canvas: Canvas, box: Box, wall: str, leaf: str | None) -> None:
    """Draw one house of the terrace; without a leaf colour its door is open."""
    canvas.solid(rectangle(box), wall, (16, 0))
    canvas.shape([box.at(-0.05, 0.02), (box.centre[0], box.y - 128), box.at(1.05, 0.02)], PAPER)
    gable = [box.at(0.13, 0.015), (box.centre[0], box.y - 78), box.at(0.87, 0.015)]
    canvas.fill(gable, wall)
    top = box.bottom - 400
    for x in (0.16, 0.6):
        lit_window(canvas, Box(box.at(x, 0)[0], top + 22, 50, 78), SUN if leaf != SUN else PAPER)
    entrance = Box(box.centre[0] - 60, box.bottom - 216, 120, 212)
    if leaf is None:
        open_door(canvas, entrance, SUN)
    else:
        door(canvas, entrance, leaf)
