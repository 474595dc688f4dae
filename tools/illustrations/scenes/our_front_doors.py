"""Our front doors, the film: five painted doors, one open, and a play button above them."""

from __future__ import annotations

from tools.illustrations.canvas import LINE, Canvas
from tools.illustrations.doors import bricks, door, floor, open_door
from tools.illustrations.outlines import Box, arch, ellipse, rounded
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SUN)
    bricks(canvas, [(70, 110), (156, 152), (980, 100), (1066, 142), (300, 210), (830, 230), (330, 60), (860, 50)], SUN)
    floor(canvas, 690, PAPER)
    for number, colour in enumerate((CORAL, MINT, None, SKY, LILAC)):
        box = Box(76 + number * 216, 330, 184, 360)
        canvas.shape(rounded(Box(box.x - 8, 684, box.w + 16, 26), 8), LILAC)
        if colour is None:
            open_door(canvas, box)
        else:
            door(canvas, box, colour)
            canvas.shape(rounded(box.part(0.26, 0.72, 0.36, 0.05), 8), INK, 2)
            pane = box.part(0.27, 0.14, 0.46, 0.26)
            canvas.shape(arch(pane), SUN if number != 0 else SKY, LINE * 0.7)
    _play(canvas, (600, 180), 118)
    return canvas


def _play(canvas: Canvas, centre: tuple[float, float], radius: float) -> None:
    """Draw the play button."""
    x, y = centre
    canvas.solid(ellipse(centre, radius), VIOLET)
    side = radius * 0.5
    triangle = [(x - side * 0.7, y - side), (x + side * 1.1, y), (x - side * 0.7, y + side)]
    canvas.stroke([*triangle, triangle[0]], PAPER, 26)
    canvas.fill(triangle, PAPER)
