"""Two suitcases, one cat: moving day, and the cat looks in at the open door."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import bricks, floor, open_door, sill
from tools.illustrations.objects import plant
from tools.illustrations.outlines import Box, arch, curve, ellipse, heart, rectangle, rounded, star
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(MINT)
    bricks(canvas, [(90, 110), (470, 90), (556, 132), (1050, 130), (1090, 172), (70, 470), (1080, 420)], MINT)
    floor(canvas, 660, LILAC)
    canvas.solid(arch(Box(655, 60, 370, 600)), PAPER, (14, 0))
    open_door(canvas, Box(695, 100, 290, 560), SUN)
    canvas.fill([(700, 666), (980, 666), (1060, 820), (620, 820)], SUN)
    sill(canvas, Box(625, 636, 430, 44))
    _lamp(canvas)
    plant(canvas, Box(1070, 606, 90, 84), CORAL)
    _suitcase(canvas, Box(150, 400, 320, 290), CORAL)
    _suitcase(canvas, Box(440, 520, 220, 190), SKY)
    canvas.shape(heart((310, 566), 38), SUN, FINE)
    canvas.shape(star((590, 628), 34, 16), SUN, FINE)
    _cat(canvas)
    return canvas


def _lamp(canvas: Canvas) -> None:
    """Draw the lamp beside the door."""
    canvas.stroke([(1090, 226), (1090, 256)])
    canvas.shape(rounded(Box(1060, 256, 60, 80), 16), SUN)
    canvas.shape(arch(Box(1050, 234, 80, 28)), CORAL)


def _suitcase(canvas: Canvas, box: Box, colour: str) -> None:
    """Draw a suitcase with a handle, two straps and wheels."""
    for x in (0.18, 0.82):
        canvas.fill(ellipse(box.at(x, 1.02), 20), INK)
    grip = Box(box.centre[0] - 50, box.y - 40, 100, 80)
    canvas.stroke(rounded(grip, 20), INK, 18)
    canvas.solid(rounded(box, 34), colour)
    for x in (0.14, 0.76):
        canvas.shape(rectangle(Box(box.x + box.w * x, box.y, box.w * 0.1, box.h)), PAPER, FINE)


def _cat(canvas: Canvas) -> None:
    """Draw the cat from behind, sitting on the larger case, its tail hanging down."""
    canvas.stroke(curve([(270, 380), (236, 400), (222, 450), (236, 500), (214, 540), (188, 530)]), INK, 30)
    body = [(310, 396), (232, 388), (226, 320), (256, 256), (310, 236), (364, 256), (394, 320), (388, 388)]
    canvas.fill(curve(body, closed=True), INK)
    canvas.fill(ellipse((310, 216), 66, 58), INK)
    for ear in ([(247, 206), (256, 126), (304, 164)], [(373, 206), (364, 126), (316, 164)]):
        canvas.shape(ear, INK, 8)
    canvas.stroke(curve([(258, 262), (284, 274), (310, 277), (336, 274), (362, 262)]), CORAL, 13)
    canvas.stroke(curve([(264, 392), (262, 352), (280, 322)]), LILAC, 5)
    canvas.stroke(curve([(356, 392), (358, 352), (340, 322)]), LILAC, 5)
