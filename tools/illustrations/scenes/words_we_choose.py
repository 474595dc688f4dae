"""The words we choose: a poster on a pinboard, with speech bubbles on it and around it."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import door
from tools.illustrations.objects import bubble, lines, tick
from tools.illustrations.outlines import Box, ellipse, heart, rectangle, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, SUN_DEEP, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(LILAC)
    canvas.solid(rounded(Box(60, 60, 1080, 680), 30), SUN, (18, 14))
    _slips(canvas)
    _poster(canvas, Box(360, 96, 480, 610))
    return canvas


def _poster(canvas: Canvas, sheet: Box) -> None:
    """Draw the poster."""
    canvas.fill(rectangle(Box(sheet.x + 16, sheet.y + 18, sheet.w, sheet.h)), SUN_DEEP)
    canvas.shape(rectangle(sheet), PAPER)
    bubble(canvas, Box(400, 150, 250, 130), CORAL, (450, 316))
    lines(canvas, Box(440, 170, 170, 90), (1, 0.7))
    bubble(canvas, Box(560, 316, 240, 130), MINT, (756, 484))
    tick(canvas, Box(646, 350, 72, 58), 16)
    bubble(canvas, Box(400, 470, 250, 130), SKY, (450, 636))
    lines(canvas, Box(440, 490, 170, 90), (0.8, 1))
    canvas.fill(heart((748, 222), 40), CORAL)
    canvas.edge(heart((748, 222), 40))
    door(canvas, Box(684, 516, 84, 134), VIOLET)
    for x, y in ((388, 124), (812, 124), (388, 678), (812, 678)):
        _pin(canvas, (x, y), CORAL)


def _slips(canvas: Canvas) -> None:
    """Draw the slips of paper around the poster, each with a bubble, pinned up at an angle."""
    places = (
        (Box(112, 130, 190, 190), SKY, -7),
        (Box(118, 440, 190, 190), CORAL, 6),
        (Box(900, 150, 190, 190), MINT, 6),
        (Box(892, 450, 190, 190), LILAC, -6),
    )
    for slip, colour, degrees in places:
        canvas.fill(turned(rectangle(Box(slip.x + 10, slip.y + 12, slip.w, slip.h)), degrees, slip.centre), SUN_DEEP)
        canvas.shape(turned(rectangle(slip), degrees, slip.centre), colour)
        for y, length in ((0.4, 0.76), (0.58, 0.6), (0.76, 0.7)):
            canvas.stroke(turned([slip.at(0.2, y), slip.at(length, y)], degrees, slip.centre), INK, 12)
        _pin(canvas, turned([slip.at(0.5, 0.12)], degrees, slip.centre)[0], VIOLET)


def _pin(canvas: Canvas, spot: tuple[float, float], colour: str) -> None:
    """Draw a drawing pin."""
    canvas.shape(ellipse(spot, 17), colour, FINE)
    canvas.fill(ellipse((spot[0] - 5, spot[1] - 5), 4.5), PAPER)
