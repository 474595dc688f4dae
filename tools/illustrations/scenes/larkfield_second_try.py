"""Larkfield, second try: the kitchen table with a maths book, a pencil and tea."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.objects import lines, mug, pencil
from tools.illustrations.outlines import Box, arc, arch, curve, ellipse, rectangle, rounded
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, PAPER_DEEP, SKY, SUN, VIOLET, mix
from tools.illustrations.weather import moon, stars


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(MINT)
    canvas.fill([(474, 210), (726, 210), (980, 540), (220, 540)], mix(MINT, PAPER, 0.6))
    _window(canvas, Box(100, 50, 230, 290))
    _shelf(canvas)
    canvas.stroke([(600, -10), (600, 100)])
    canvas.shape(ellipse((600, 214), 30), PAPER)
    canvas.solid(arch(Box(470, 92, 260, 118)), CORAL, (26, 0))
    floor(canvas, 500, SUN)
    canvas.fill(rectangle(Box(0, 748, 1200, 60)), CORAL)
    canvas.stroke([(-20, 748), (1220, 748)])
    _pile(canvas)
    _book(canvas)
    mug(canvas, Box(950, 430, 120, 130), SKY)
    pencil(canvas, (906, 690), 250, -14, VIOLET)
    return canvas


def _window(canvas: Canvas, frame: Box) -> None:
    """Draw the dark window: it is late."""
    canvas.solid(arch(frame), PAPER, (12, 0))
    glass = frame.inset(24)
    canvas.fill(arch(glass), VIOLET)
    with canvas.within(arch(glass)):
        moon(canvas, glass.at(0.62, 0.3), 34, VIOLET)
        stars(canvas, glass, 9)
    canvas.edge(arch(glass))
    canvas.stroke([glass.at(0, 0.56), glass.at(1, 0.56)])


def _shelf(canvas: Canvas) -> None:
    """Draw a shelf with books."""
    for x, height, colour in ((860, 120, CORAL), (904, 146, SUN), (948, 104, VIOLET), (1052, 132, SKY)):
        canvas.solid(rounded(Box(x, 270 - height, 44, height), 6), colour, (10, 0), FINE)
    canvas.shape([(996, 270), (1012, 156), (1052, 162), (1038, 270)], LILAC, FINE)
    canvas.shape(rounded(Box(830, 270, 300, 24), 8), PAPER)


def _pile(canvas: Canvas) -> None:
    """Draw a pile of schoolbooks with an apple on top."""
    for box, colour in ((Box(70, 520, 220, 44), LILAC), (Box(92, 474, 190, 46), CORAL)):
        canvas.solid(rounded(box, 10), colour, (0, 12))
        canvas.stroke([(box.x + 34, box.y), (box.x + 34, box.bottom)], INK, FINE)
    canvas.stroke(curve([(186, 408), (188, 390), (198, 376)]), INK, FINE)
    apple = [(186, 412), (214, 400), (234, 424), (222, 462), (186, 470), (150, 462), (138, 424), (158, 400)]
    canvas.solid(curve(apple, closed=True), MINT, (12, 6))


def _book(canvas: Canvas) -> None:
    """Draw the open maths book: a triangle on the left page, a graph on the right."""
    canvas.shape([(300, 596), (900, 596), (960, 740), (240, 740)], VIOLET)
    upper = curve([(318, 580), (400, 556), (500, 560), (600, 590)])
    left = [*upper, *curve([(600, 726), (490, 700), (380, 698), (262, 718)])]
    right = [(1200 - x, y) for x, y in left]
    canvas.shape(left, PAPER)
    canvas.shape(right, PAPER)
    canvas.fill([(598, 596), (640, 580), (650, 708), (600, 722)], PAPER_DEEP)
    canvas.stroke([(600, 590), (600, 726)])
    canvas.shape([(356, 676), (372, 596), (462, 664)], SKY, FINE)
    lines(canvas, Box(474, 592, 90, 92), (1, 0.7, 0.9))
    canvas.stroke([(690, 590), (700, 680), (850, 668)], INK, FINE)
    canvas.stroke(curve([(712, 662), (752, 648), (784, 612), (836, 594)]), CORAL, 12)
    canvas.fill(arc((752, 648), (10, 10), 0, 356), INK)
    canvas.fill(arc((784, 612), (10, 10), 0, 356), INK)
