"""The interview panel: a table, three chairs on one side, one on the other, and question cards."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.objects import question_mark
from tools.illustrations.outlines import Box, arc, arch, ellipse, rectangle, rounded
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    floor(canvas, 620, LILAC)
    for x, colour in ((225, SUN), (600, CORAL), (975, SUN)):
        _lamp(canvas, x, colour)
    for x, colour in ((225, MINT), (600, SUN), (975, LILAC)):
        _chair(canvas, x, colour)
    _table(canvas)
    for x, colour in ((225, MINT), (600, SUN), (975, LILAC)):
        _tent_card(canvas, x, colour)
    _water(canvas)
    _near_chair(canvas, Box(495, 560, 210, 320))
    return canvas


def _lamp(canvas: Canvas, x: float, colour: str) -> None:
    """Draw a hanging lamp."""
    canvas.stroke([(x, -10), (x, 66)])
    canvas.shape(ellipse((x, 128), 20), PAPER)
    canvas.solid(arch(Box(x - 66, 60, 132, 66)), colour, (14, 0))


def _chair(canvas: Canvas, x: float, colour: str) -> None:
    """Draw a chair behind the table, with a back like a front door."""
    for leg in (x - 68, x + 68):
        canvas.stroke([(leg, 480), (leg, 664)], INK, 16)
    back = Box(x - 95, 222, 190, 300)
    canvas.solid(arch(back), colour)
    canvas.stroke(arch(back.inset(32)), INK, FINE)


def _table(canvas: Canvas) -> None:
    """Draw the long table."""
    for x in (120, 1040):
        canvas.shape(rectangle(Box(x, 500, 40, 240)), VIOLET)
    canvas.solid([(130, 448), (1070, 448), (1140, 520), (60, 520)], PAPER, (0, 0))
    canvas.solid(rounded(Box(60, 518, 1080, 44), 8), VIOLET, (0, 14))


def _tent_card(canvas: Canvas, x: float, colour: str) -> None:
    """Draw a standing card with a question mark."""
    canvas.shape([(x + 62, 358), (x + 88, 492), (x + 40, 492)], INK, 8)
    face = [(x - 62, 358), (x + 62, 358), (x + 72, 494), (x - 72, 494)]
    canvas.shape(face, PAPER)
    canvas.fill([(x - 66, 476), (x + 66, 476), (x + 67, 489), (x - 67, 489)], colour)
    question_mark(canvas, Box(x - 29, 378, 58, 84))


def _water(canvas: Canvas) -> None:
    """Draw a jug and a glass of water."""
    canvas.stroke(arc((468, 440), (26, 32), -90, 90), INK, 10)
    jug = [(392, 392), (470, 392), (460, 494), (404, 494)]
    canvas.fill(jug, PAPER)
    canvas.fill([(396, 430), (466, 430), (460, 494), (404, 494)], SKY)
    canvas.edge(jug)
    glass = [(756, 424), (816, 424), (808, 494), (764, 494)]
    canvas.fill(glass, PAPER)
    canvas.fill([(759, 450), (813, 450), (808, 494), (764, 494)], SKY)
    canvas.edge(glass)


def _near_chair(canvas: Canvas, back: Box) -> None:
    """Draw the chair on our side of the table."""
    canvas.solid(arch(back), CORAL)
    canvas.stroke(arch(back.inset(34)), INK, FINE)
