"""Stall number nine: a market stall with hot sauce and a nine on its sign."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.letters import write
from tools.illustrations.outlines import Box, arc, curve, ellipse, rectangle, rounded, shifted, turned
from tools.illustrations.palette import (
    CORAL,
    CORAL_DEEP,
    INK,
    LILAC,
    MINT,
    MINT_DEEP,
    PAPER,
    PAPER_DEEP,
    SKY,
    SUN,
    VIOLET,
)
from tools.illustrations.weather import cloud


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    cloud(canvas, Box(24, 60, 150, 70))
    cloud(canvas, Box(1040, 40, 140, 64))
    floor(canvas, 700, LILAC)
    for x in (196, 980):
        canvas.shape(rectangle(Box(x, 220, 26, 500)), VIOLET)
    for x, colour in ((262, CORAL), (346, SUN), (430, MINT), (698, MINT), (782, CORAL), (866, SUN)):
        _bottle(canvas, Box(x, 340, 66, 176), colour)
    _counter(canvas, Box(150, 506, 900, 220))
    _awning(canvas)
    _sign(canvas)
    return canvas


def _awning(canvas: Canvas) -> None:
    """Draw the awning: nine stripes, each with a round end."""
    for stripe in range(9):
        colour = CORAL if stripe % 2 == 0 else PAPER
        shade = CORAL_DEEP if stripe % 2 == 0 else PAPER_DEEP
        top = (222 + stripe * 84, 222 + (stripe + 1) * 84)
        x = 132 + stripe * 104
        canvas.shape([(top[0], 84), (top[1], 84), (x + 104, 230), (x, 230)], colour)
        canvas.shape([(x, 230), (x + 104, 230), *arc((x + 52, 244), (52, 44), 0, 180)], shade)
    canvas.shape(rounded(Box(206, 62, 788, 34), 12), VIOLET)


def _bottle(canvas: Canvas, box: Box, colour: str) -> None:
    """Draw a bottle of hot sauce with a flame on its label."""
    canvas.shape(rounded(box.part(0.28, 0, 0.44, 0.17), 8), INK)
    body = [box.at(0.34, 0.14), box.at(0.66, 0.14), box.at(0.66, 0.3), box.at(1, 0.48), box.at(1, 1), box.at(0, 1)]
    canvas.solid([*body, box.at(0, 0.48), box.at(0.34, 0.3)], colour, (12, 0))
    canvas.shape(rounded(box.part(0, 0.54, 1, 0.32), 4), PAPER, FINE)
    x, y = box.at(0.5, 0.7)
    canvas.fill(curve([(x, y - 24), (x + 15, y + 2), (x, y + 20), (x - 15, y + 2)], closed=True), CORAL_DEEP)


def _counter(canvas: Canvas, box: Box) -> None:
    """Draw the counter, with chillies on its front."""
    canvas.solid(rectangle(box.part(0.03, 0.1, 0.94, 0.9)), MINT)
    canvas.solid(rounded(Box(box.x, box.y, box.w, 40), 10), SUN, (0, 12))
    for share, degrees in ((0.16, -12), (0.33, 14), (0.5, -10), (0.67, 12), (0.84, -14)):
        _chilli(canvas, box.at(share, 0.62), degrees)


def _chilli(canvas: Canvas, spot: tuple[float, float], degrees: float) -> None:
    """Draw one chilli."""
    pod = shifted([(-50, -26), (-30, -38), (-8, -20), (22, 6), (62, 12), (26, 34), (-22, 24)], *spot)
    canvas.shape(turned(curve(pod, closed=True), degrees, spot), CORAL, FINE)
    stalk = turned(curve(shifted([(-42, -32), (-56, -46), (-54, -62)], *spot)), degrees, spot)
    canvas.stroke(stalk, INK, 18)
    canvas.stroke(stalk, MINT_DEEP, 6)


def _sign(canvas: Canvas) -> None:
    """Draw the round sign that hangs from the awning."""
    for x in (560, 640):
        canvas.stroke([(x, 280), (x, 350)])
    canvas.solid(ellipse((600, 404), 92), SUN)
    write(canvas, "9", Box(562, 346, 76, 116), 20)
