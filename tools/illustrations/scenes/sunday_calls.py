"""Sunday calls: two phones in two homes, sound waves between them, and a shared playlist."""

from __future__ import annotations

from tools.illustrations.canvas import LINE, Canvas
from tools.illustrations.doors import door
from tools.illustrations.objects import note, phone
from tools.illustrations.outlines import Box, arc, arch, ellipse, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(LILAC)
    canvas.solid(arch(Box(56, 110, 404, 760)), SUN, (22, 0))
    canvas.solid(arch(Box(740, 110, 404, 760)), SKY, (22, 0))
    _call(canvas, Box(143, 250, 230, 440), CORAL, -7)
    _call(canvas, Box(827, 250, 230, 440), MINT, 7)
    for reach in (46, 84, 122):
        canvas.stroke(arc((450, 470), (reach, reach), -42, 42), VIOLET, 16)
        canvas.stroke(arc((750, 470), (reach, reach), 138, 222), VIOLET, 16)
    note(canvas, (552, 290), 112, CORAL)
    note(canvas, (482, 130), 66, SUN)
    note(canvas, (660, 96), 58, MINT)
    _playlist(canvas)
    return canvas


def _call(canvas: Canvas, box: Box, colour: str, degrees: float) -> None:
    """Draw a phone in a call: the other home's door in a circle, and the button that ends the call."""
    phone(canvas, box, PAPER, degrees)
    ring = box.at(0.5, 0.4)
    x, y = turned([ring], degrees, box.centre)[0]
    canvas.shape(ellipse((x, y), 72), LILAC)
    door(canvas, Box(x - 34, y - 44, 68, 92), colour, LINE * 0.8)
    for share, tint in ((0.3, MINT), (0.7, CORAL)):
        spot = turned([box.at(share, 0.8)], degrees, box.centre)[0]
        canvas.shape(ellipse(spot, 27), tint, 8)


def _playlist(canvas: Canvas) -> None:
    """Draw the bars of a tune that is playing."""
    heights = (40, 84, 120, 66, 104, 48)
    colours = (CORAL, SUN, MINT, SKY, CORAL, SUN)
    for bar, (height, colour) in enumerate(zip(heights, colours, strict=True)):
        canvas.shape(rounded(Box(503 + bar * 34, 760 - height, 24, height), 12), colour, 7)
    canvas.stroke([(490, 768), (710, 768)], INK, LINE)
