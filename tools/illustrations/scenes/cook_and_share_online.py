"""Cook and share online: a pot on the hob beside a laptop where everybody's pot is on the screen."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.outlines import Box, arc, curve, ellipse, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, MINT_DEEP, PAPER, SKY, SUN, mix
from tools.illustrations.weather import steam


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(MINT)
    _tiles(canvas)
    _rail(canvas)
    floor(canvas, 640, LILAC)
    for x in (300, 600, 900):
        canvas.stroke([(x, 640), (x, 820)])
    for x in (250, 350, 850, 950):
        canvas.stroke([(x, 706), (x, 740)], INK, 16)
    canvas.solid(rounded(Box(-30, 600, 1260, 54), 6), PAPER, (0, 14))
    canvas.shape(rounded(Box(196, 584, 384, 24), 8), INK, 4)
    _pot(canvas, Box(244, 370, 290, 206))
    _laptop(canvas, Box(660, 280, 440, 296))
    _vegetables(canvas)
    return canvas


def _tiles(canvas: Canvas) -> None:
    """Draw the joints of the tiles on the wall."""
    joint = mix(MINT, PAPER, 0.55)
    for x in range(100, 1200, 150):
        canvas.stroke([(x, 0), (x, 600)], joint, FINE)
    for y in range(60, 600, 150):
        canvas.stroke([(0, y), (1200, y)], joint, FINE)


def _rail(canvas: Canvas) -> None:
    """Draw a rail with a spoon, a pan and a slice."""
    canvas.stroke([(640, 54), (1080, 54)], INK, 14)
    for x in (720, 860, 1000):
        canvas.stroke([(x, 54), (x, 130)], INK, 14)
    canvas.shape(ellipse((720, 176), 32, 42), SUN)
    canvas.solid(ellipse((860, 178), 60), CORAL)
    canvas.shape(rounded(Box(968, 126, 64, 92), 14), SKY)
    for x in (985, 1000, 1015):
        canvas.stroke([(x, 152), (x, 194)], INK, 5)


def _pot(canvas: Canvas, box: Box) -> None:
    """Draw the pot: lid pushed aside, spoon in, steam up."""
    steam(canvas, box.at(0.28, -0.56), 120)
    canvas.stroke([box.at(0.8, 0.1), box.at(1.06, -0.46)], INK, 30)
    canvas.stroke([box.at(0.8, 0.1), box.at(1.06, -0.46)], SUN, 10)
    for x in (-0.06, 1.06):
        canvas.stroke([box.at(x, 0.3), box.at(0.5, 0.3)], INK, 34)
    canvas.solid(rounded(box, 40), CORAL, (30, 14))
    lid = [*arc(box.at(0.42, 0.04), (box.w * 0.52, 74), 180, 360)]
    canvas.solid(turned(lid, -5, box.at(0.4, 0.04)), SUN, (20, 8))
    canvas.fill(ellipse(box.at(0.39, -0.36), 20), INK)


def _laptop(canvas: Canvas, box: Box) -> None:
    """Draw the laptop with a call on its screen: four bowls, no faces."""
    canvas.shape(rounded(box, 24), INK)
    screen = box.inset(18)
    for number, colour in enumerate((SUN, SKY, LILAC, CORAL)):
        column, row = number % 2, number // 2
        tile = screen.part(0.01 + column * 0.51, 0.015 + row * 0.51, 0.47, 0.47)
        canvas.fill(rounded(tile, 14), colour)
        _bowl(canvas, tile.centre, (CORAL, MINT, SUN, PAPER)[number])
    canvas.solid([(626, 574), (1134, 574), (1162, 606), (598, 606)], SKY, (0, 12))
    canvas.fill(rounded(Box(835, 578, 90, 9), 5), INK)


def _bowl(canvas: Canvas, spot: tuple[float, float], colour: str) -> None:
    """Draw a steaming bowl."""
    x, y = spot
    canvas.shape([(x - 52, y + 2), (x + 52, y + 2), *arc((x, y + 2), (52, 42), 0, 180)], colour, FINE)
    steam(canvas, (x - 12, y - 14), 34)


def _vegetables(canvas: Canvas) -> None:
    """Draw a tomato and an onion on the worktop."""
    onion = [(136, 470), (150, 500), (182, 532), (176, 580), (136, 596), (96, 580), (90, 532), (122, 500)]
    canvas.solid(curve(onion, closed=True), LILAC, (14, 8))
    canvas.stroke(curve([(132, 520), (116, 550), (123, 580)]), INK, FINE)
    canvas.stroke(curve([(142, 520), (158, 550), (150, 580)]), INK, FINE)
    canvas.solid(ellipse((66, 566), 46, 40), CORAL, (12, 8))
    for lean in (-50, 0, 50):
        canvas.stroke(turned([(66, 528), (66, 512)], lean, (66, 530)), MINT_DEEP, 10)
