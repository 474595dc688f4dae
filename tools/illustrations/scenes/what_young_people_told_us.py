"""What young people told us: the cover of a report, its bars drawn as a row of doors."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.objects import bubble, lines
from tools.illustrations.outlines import Box, arch, ellipse, rectangle, rounded, turned
from tools.illustrations.palette import CORAL, CORAL_DEEP, INK, LILAC, MINT, PAPER, PAPER_DEEP, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(CORAL)
    canvas.fill(arch(Box(170, 60, 860, 780)), CORAL_DEEP)
    cover = Box(370, 80, 470, 640)
    for degrees, colour in ((7, SKY), (3.5, PAPER_DEEP)):
        canvas.shape(turned(rounded(cover, 14), degrees, cover.at(0, 1)), colour)
    canvas.shape(rounded(cover, 14), PAPER)
    canvas.fill(rectangle(cover.part(0.012, 0.01, 0.085, 0.98)), VIOLET)
    canvas.stroke([cover.at(0.1, 0), cover.at(0.1, 1)])
    canvas.edge(rounded(cover, 14))
    _chart(canvas, cover)
    bubble(canvas, Box(110, 170, 210, 150), SUN, (330, 360))
    lines(canvas, Box(148, 192, 134, 106), (1, 0.6))
    bubble(canvas, Box(890, 470, 210, 150), MINT, (868, 440))
    lines(canvas, Box(928, 492, 134, 106), (0.7, 1))
    return canvas


def _chart(canvas: Canvas, cover: Box) -> None:
    """Draw the title bars and the chart."""
    lines(canvas, cover.part(0.2, 0.08, 0.68, 0.16), (1, 0.62))
    base = cover.at(0, 0.9)[1]
    for bar, (height, colour) in enumerate(((120, CORAL), (190, SKY), (250, LILAC), (310, MINT), (370, SUN))):
        box = Box(cover.x + 82 + bar * 72, base - height, 58, height)
        canvas.solid(arch(box), colour, (10, 0))
        canvas.fill(ellipse((box.x + 44, base - 44), 6), INK)
    canvas.stroke([(cover.x + 70, base), (cover.right - 26, base)])
