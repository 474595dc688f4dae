"""The spring residential: hills, a hostel, the sun, and a rucksack ready in the grass."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import land, lit_window, open_door
from tools.illustrations.outlines import Box, arc, curve, ellipse, rectangle, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, MINT_DEEP, PAPER, SKY, SUN, VIOLET
from tools.illustrations.weather import cloud, sun

FLOWERS = (
    *((60, 690, SUN), (470, 700, CORAL), (500, 600, PAPER)),
    *((980, 690, LILAC), (1110, 740, CORAL), (1060, 630, PAPER)),
)


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    sun(canvas, (210, 180), 86)
    cloud(canvas, Box(420, 70, 220, 100))
    cloud(canvas, Box(960, 130, 180, 84))
    land(canvas, [(-20, 470), (150, 360), (420, 330), (640, 460), (900, 300), (1220, 420)], LILAC)
    land(canvas, [(-20, 500), (300, 450), (640, 500), (960, 430), (1220, 500)], MINT_DEEP)
    for x, y, size in ((470, 470, 70), (1100, 450, 86), (560, 492, 54)):
        _tree(canvas, (x, y), size)
    _hostel(canvas, Box(680, 320, 340, 210))
    land(canvas, [(-20, 600), (300, 540), (700, 534), (1220, 590)], MINT)
    right = curve([(890, 536), (886, 590), (800, 690), (850, 830)])
    canvas.shape([*right, *curve([(560, 830), (610, 690), (780, 600), (810, 536)])], SUN)
    _rucksack(canvas, Box(170, 470, 210, 260))
    for x, y, colour in FLOWERS:
        _flower(canvas, (x, y), colour)
    return canvas


def _tree(canvas: Canvas, foot: tuple[float, float], size: float) -> None:
    """Draw a round tree."""
    x, y = foot
    canvas.stroke([(x, y + 20), (x, y - size)], INK, 16)
    canvas.solid(ellipse((x, y - size * 1.3), size * 0.72, size * 0.8), MINT)


def _hostel(canvas: Canvas, box: Box) -> None:
    """Draw the hostel."""
    canvas.solid(rectangle(Box(box.right - 86, box.y - 100, 44, 80)), PAPER, (10, 0))
    canvas.solid(rectangle(box), PAPER, (18, 0))
    roof = [box.at(-0.1, 0.04), box.at(0.14, -0.48), box.at(0.86, -0.48), box.at(1.1, 0.04)]
    canvas.solid(roof, CORAL, (0, 22))
    for x in (0.08, 0.74):
        lit_window(canvas, box.part(x, 0.3, 0.18, 0.42), SKY)
    open_door(canvas, box.part(0.36, 0.22, 0.28, 0.78), SUN, VIOLET)


def _rucksack(canvas: Canvas, box: Box) -> None:
    """Draw a rucksack with a rolled mat on top."""
    canvas.stroke(arc(box.at(0.5, 0.04), (44, 60), 180, 360), INK, 18)
    for x in (0.0, 1.0):
        canvas.solid(rounded(Box(box.at(x, 0)[0] - 34, box.y + 130, 68, 106), 26), SUN, (10, 0))
    canvas.solid(rounded(box, 74), CORAL, (22, 12))
    canvas.solid(rounded(box.part(0.14, 0.52, 0.72, 0.38), 26), SUN, (12, 8))
    canvas.stroke([box.at(0.14, 0.66), box.at(0.86, 0.66)], INK, FINE)
    canvas.solid(rounded(Box(box.x - 24, box.y - 6, box.w + 48, 72), 36), LILAC, (0, 16))
    for x in (0.2, 0.8):
        canvas.stroke([box.at(x, -0.02), box.at(x, 0.4)], INK, 14)


def _flower(canvas: Canvas, spot: tuple[float, float], colour: str) -> None:
    """Draw a spring flower on a stalk."""
    x, y = spot
    canvas.stroke([(x, y + 54), (x, y)], INK, FINE)
    petals = [turned(ellipse((x, y - 17), 12, 15), 72 * petal, spot) for petal in range(5)]
    canvas.joined(petals, colour, FINE)
    canvas.fill(ellipse(spot, 9), INK)
