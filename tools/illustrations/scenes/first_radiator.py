"""The first radiator: a warm radiator under a frosty window, and a mug on the sill."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor, sill
from tools.illustrations.objects import mug
from tools.illustrations.outlines import Box, Point, arch, curve, ellipse, rounded, star, turned, wave
from tools.illustrations.palette import CORAL, CORAL_DEEP, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET
from tools.illustrations.weather import moon

_FROST = (
    *((0, 0.98, 52), (0.12, 1, 42), (0.23, 1.02, 30), (0, 0.84, 34), (0.02, 0.74, 20), (0.33, 1.02, 16)),
    *((1, 0.98, 56), (0.88, 1, 44), (0.78, 1.02, 30), (1, 0.82, 36), (0.98, 0.7, 24), (0.69, 1.02, 16)),
)


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(LILAC)
    floor(canvas, 690, SUN)
    _window(canvas, Box(390, 44, 420, 380))
    sill(canvas, Box(340, 414, 520, 34))
    mug(canvas, Box(664, 330, 88, 84), MINT, PAPER)
    _radiator(canvas, Box(270, 500, 660, 170))
    for x, length in ((236, 150), (296, 190), (904, 190), (964, 150)):
        canvas.stroke(wave((x, 466), length, 14, 4), CORAL_DEEP, 14)
    _biscuits(canvas)
    _toolbox(canvas, Box(1010, 610, 150, 110))
    return canvas


def _window(canvas: Canvas, frame: Box) -> None:
    """Draw the window: night, a moon, snow, and frost in the corners of the glass."""
    canvas.solid(arch(frame), PAPER, (14, 0))
    glass = frame.inset(28)
    canvas.fill(arch(glass), VIOLET)
    with canvas.within(arch(glass)):
        moon(canvas, glass.at(0.72, 0.28), 40, VIOLET)
        for x, y, size in ((0.28, 0.27, 42), (0.36, 0.66, 24), (0.62, 0.66, 20)):
            _crystal(canvas, glass.at(x, y), size)
        for colour, thick in ((SKY, 26), (PAPER, 0)):
            for x, y, radius in _FROST:
                canvas.fill(ellipse(glass.at(x, y), radius + thick), colour)
        for colour, width in ((INK, 30), (PAPER, 12)):
            canvas.stroke([glass.at(0.5, -0.1), glass.at(0.5, 1.1)], colour, width)
            canvas.stroke([glass.at(-0.1, 0.5), glass.at(1.1, 0.5)], colour, width)
    canvas.edge(arch(glass))


def _crystal(canvas: Canvas, centre: Point, size: float) -> None:
    """Draw a six-armed ice crystal."""
    x, y = centre
    for turn in range(6):
        arm = [(x, y), (x, y - size)]
        barbs = [(x - size * 0.26, y - size * 0.92), (x, y - size * 0.62), (x + size * 0.26, y - size * 0.92)]
        for line in (arm, barbs):
            canvas.stroke(turned(line, 60 * turn, centre), PAPER, max(4, size * 0.15))


def _radiator(canvas: Canvas, box: Box) -> None:
    """Draw the radiator with its pipes and its valve."""
    for x in (box.x - 44, box.right + 44):
        canvas.stroke([(x, 690), (x, box.bottom - 34), (box.centre[0], box.bottom - 34)], INK, 24)
        canvas.stroke([(x, 690), (x, box.bottom - 34), (box.centre[0], box.bottom - 34)], PAPER, 6)
    canvas.shape(rounded(Box(box.x - 68, box.bottom - 66, 48, 58), 14), MINT)
    width = box.w / 10
    for column in range(10):
        canvas.solid(rounded(Box(box.x + column * width, box.y, width, box.h), 34), CORAL, (18, 0))


def _biscuits(canvas: Canvas) -> None:
    """Draw a plate of biscuits on the floor."""
    for x, y in ((92, 690), (150, 690), (121, 664)):
        canvas.shape(ellipse((x, y), 40, 22), SUN)
        for dx in (-16, 2, 16):
            canvas.fill(ellipse((x + dx, y - 4 + abs(dx) / 4), 4.5), INK)
    canvas.shape(curve([(30, 706), (212, 706), (170, 738), (72, 738)], closed=True), SKY)


def _toolbox(canvas: Canvas, box: Box) -> None:
    """Draw a small toolbox."""
    canvas.stroke([box.at(0.28, 0), box.at(0.28, -0.28), box.at(0.72, -0.28), box.at(0.72, 0)], INK, 16)
    canvas.solid(rounded(box, 14), SKY)
    canvas.stroke([box.at(0, 0.36), box.at(1, 0.36)], INK, FINE)
    canvas.shape(rounded(box.part(0.4, 0.26, 0.2, 0.24), 5), SUN, FINE)
    canvas.fill(star(box.at(0.5, 0.74), 20, 9), INK)
