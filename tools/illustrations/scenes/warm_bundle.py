"""The warm bundle: a kettle, a folded blanket and a roll of draught strip."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.outlines import Box, arc, arch, curve, ellipse, heart, rounded
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, MINT_DEEP, PAPER, SKY, SUN, VIOLET
from tools.illustrations.weather import steam


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    canvas.solid(arch(Box(180, 70, 840, 760)), PAPER, (20, 0))
    floor(canvas, 650, SUN)
    _kettle(canvas, Box(120, 372, 280, 310))
    _blanket(canvas, Box(480, 420, 360, 280))
    _strip(canvas, (990, 572))
    canvas.shape(heart((660, 268), 56), CORAL)
    return canvas


def _kettle(canvas: Canvas, box: Box) -> None:
    """Draw the kettle on its base."""
    steam(canvas, (66, 372), 120)
    handle = curve([box.at(0.86, 0.16), box.at(1.1, 0.12), box.at(1.14, 0.5), box.at(0.96, 0.76)])
    canvas.stroke(handle, INK, 44)
    canvas.stroke(handle, VIOLET, 24)
    canvas.shape([box.at(0.16, 0.24), box.at(-0.16, 0.1), box.at(-0.18, 0.2), box.at(0.08, 0.6)], CORAL)
    shoulders = curve([box.at(0.16, 0.12), box.at(0.3, 0), box.at(0.7, 0), box.at(0.84, 0.12)])
    canvas.solid([box.at(0.04, 0.9), *shoulders, box.at(0.96, 0.9)], CORAL, (30, 0))
    canvas.shape(ellipse(box.at(0.5, -0.09), 24), VIOLET)
    canvas.solid(arch(Box(box.x + 76, box.y - 20, 148, 40)), CORAL, (12, 0))
    canvas.shape(rounded(box.part(0, 0.88, 1, 0.12), 14), VIOLET)
    canvas.shape(rounded(box.part(0.28, 0.3, 0.16, 0.42), 20), SKY, FINE)


def _blanket(canvas: Canvas, box: Box) -> None:
    """Draw the blanket folded in three and tied with a bow."""
    for fold, wool, stripe in ((2, LILAC, VIOLET), (1, MINT, MINT_DEEP), (0, LILAC, VIOLET)):
        layer = Box(box.x + 8 * fold, box.y + fold * 92, box.w - 16 * fold, 98)
        canvas.solid(rounded(layer, 46), wool, (0, 20))
        for share in (0.2, 0.34, 0.66, 0.8):
            canvas.stroke([layer.at(share, 0.06), layer.at(share, 0.94)], stripe, 18)
        canvas.edge(rounded(layer, 46))
    ribbon = Box(box.centre[0] - 30, box.y - 4, 60, box.h + 4)
    canvas.shape(rounded(ribbon, 8), SUN)
    for side in (-1, 1):
        x = box.centre[0]
        loop = [(x, box.y - 8), (x + side * 50, box.y - 74), (x + side * 112, box.y - 50), (x + side * 82, box.y + 2)]
        canvas.shape(curve(loop, closed=True), SUN)
    canvas.shape(ellipse((box.centre[0], box.y - 8), 26), SUN)


def _strip(canvas: Canvas, centre: tuple[float, float]) -> None:
    """Draw the roll of draught strip with its end pulled out."""
    x, y = centre
    canvas.shape([(x, y + 84), (x + 250, y + 84), (x + 250, y + 118), (x, y + 118)], MINT_DEEP)
    canvas.solid(ellipse(centre, 118), MINT, (20, 12))
    for radius in (88, 62):
        canvas.stroke(arc(centre, (radius, radius), 0, 360), INK, FINE)
    canvas.shape(ellipse(centre, 36), PAPER)
