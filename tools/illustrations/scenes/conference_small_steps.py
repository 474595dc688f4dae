"""Small Steps, Shared Roads: two stepping paths that become one and lead to an open door."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.doors import land, open_door
from tools.illustrations.outlines import Box, arch, ellipse, shifted
from tools.illustrations.palette import CORAL, DEEPER, LILAC, MINT, MINT_DEEP, PAPER, SKY, SUN
from tools.illustrations.weather import cloud, sun

# The stepping stones: x, y, radius and colour.
SHARED = ((600, 430, 96, PAPER), (590, 492, 62, SUN))
LEFT = ((520, 548, 72, CORAL), (400, 610, 84, LILAC), (250, 690, 102, PAPER), (70, 778, 116, SUN))
RIGHT = ((690, 548, 70, LILAC), (806, 606, 84, SUN), (950, 684, 102, CORAL), (1130, 772, 116, LILAC))


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    sun(canvas, (990, 150), 74)
    cloud(canvas, Box(110, 90, 260, 120))
    cloud(canvas, Box(350, 220, 110, 50))
    land(canvas, [(-20, 430), (220, 340), (480, 420), (820, 350), (1220, 440)], MINT_DEEP)
    land(canvas, [(-20, 560), (300, 440), (600, 396), (900, 440), (1220, 560)], MINT)
    canvas.solid(arch(Box(478, 92, 244, 326)), PAPER, (14, 0))
    open_door(canvas, Box(508, 124, 184, 290), SUN)
    for x, y, radius, colour in (*SHARED, *LEFT, *RIGHT):
        _stone(canvas, (x, y), radius, colour)
    for x, y in ((160, 540), (1040, 540), (600, 690), (660, 740), (330, 480), (880, 486)):
        _grass(canvas, (x, y))
    return canvas


def _stone(canvas: Canvas, centre: tuple[float, float], radius: float, colour: str) -> None:
    """Draw a flat stepping stone."""
    top = ellipse(centre, radius, radius * 0.34)
    canvas.shape(shifted(top, 0, radius * 0.16), DEEPER[colour])
    canvas.shape(top, colour)


def _grass(canvas: Canvas, foot: tuple[float, float]) -> None:
    """Draw a tuft of grass."""
    x, y = foot
    for lean in (-16, 0, 16):
        canvas.stroke([(x + lean * 0.3, y), (x + lean, y - 26 + abs(lean) * 0.4)], MINT_DEEP, 9)
