"""The March issue: a clipboard with ticks, and what people said in speech bubbles."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.objects import bubble, lines, pencil, tick
from tools.illustrations.outlines import Box, arch, ellipse, heart, rounded
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(MINT)
    canvas.fill(arch(Box(190, 70, 820, 760)), PAPER)
    bubble(canvas, Box(60, 110, 300, 190), SUN, (372, 350))
    lines(canvas, Box(108, 138, 204, 134), (1, 0.8, 0.5))
    bubble(canvas, Box(70, 470, 270, 180), LILAC, (366, 440))
    canvas.fill(heart((205, 562), 46), INK)
    bubble(canvas, Box(850, 190, 290, 190), SKY, (826, 420))
    lines(canvas, Box(896, 218, 198, 134), (0.7, 1, 0.6))
    _clipboard(canvas, Box(380, 110, 440, 620))
    pencil(canvas, (846, 690), 290, -38)
    return canvas


def _clipboard(canvas: Canvas, board: Box) -> None:
    """Draw the clipboard with four ticked lines."""
    canvas.solid(rounded(board, 36), CORAL)
    sheet = Box(board.x + 40, board.y + 66, board.w - 80, board.h - 106)
    canvas.shape(rounded(sheet, 12), PAPER)
    for row, colour in enumerate((SUN, MINT, SKY, LILAC)):
        box = Box(sheet.x + 34, sheet.y + 54 + row * 112, 76, 76)
        canvas.shape(rounded(box, 16), colour)
        tick(canvas, Box(box.x + 20, box.y + 6, 72, 54), 14)
        lines(canvas, Box(sheet.x + 152, box.y, 168, 76), (1, 0.64) if row % 2 == 0 else (0.8, 1))
    canvas.solid(arch(Box(board.centre[0] - 54, board.y - 68, 108, 76)), SKY, (12, 0))
    canvas.shape(ellipse((board.centre[0], board.y - 28), 14), MINT)
    canvas.solid(rounded(Box(board.centre[0] - 100, board.y - 14, 200, 78), 24), VIOLET)
