"""The data SIM: a SIM card, signal waves, and bars that grow like a row of doors."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.objects import phone
from tools.illustrations.outlines import Box, arc, arch, ellipse, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, PAPER_DEEP, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SKY)
    canvas.fill(arch(Box(90, 70, 1020, 800)), PAPER)
    _phone(canvas, Box(190, 130, 310, 580))
    for reach, colour in ((120, CORAL), (190, SUN), (260, MINT)):
        canvas.stroke(arc((880, 330), (reach, reach), 222, 318), INK, 44)
        canvas.stroke(arc((880, 330), (reach, reach), 222, 318), colour, 24)
    canvas.shape(ellipse((880, 318), 34), VIOLET)
    _sim(canvas, Box(700, 402, 350, 318))
    return canvas


def _phone(canvas: Canvas, box: Box) -> None:
    """Draw a phone that shows a strong signal."""
    phone(canvas, box, LILAC)
    for bar, colour in enumerate((CORAL, SUN, MINT, SKY)):
        height = 80 + bar * 72
        canvas.solid(arch(Box(box.x + 40 + bar * 60, box.y + 450 - height, 50, height)), colour, (8, 0))
    canvas.stroke([(box.x + 36, box.y + 452), (box.right - 36, box.y + 452)])
    canvas.shape(rounded(box.part(0.36, 0.86, 0.28, 0.05), 14), PAPER, FINE)


def _sim(canvas: Canvas, box: Box) -> None:
    """Draw the SIM card: one corner cut off, a chip with its contacts."""
    cut = [box.at(0, 0), box.at(0.74, 0), box.at(1, 0.3), box.at(1, 1), box.at(0, 1)]
    card = turned(cut, -6, box.centre)
    canvas.stroke([*card, card[0]], INK, 54)
    canvas.stroke([*card, card[0]], CORAL, 32)
    canvas.fill(card, CORAL)
    chip = box.part(0.2, 0.3, 0.56, 0.52)
    canvas.shape(turned(rounded(chip, 30), -6, box.centre), SUN)
    contacts = (
        [chip.at(0.34, 0), chip.at(0.34, 1)],
        [chip.at(0.66, 0), chip.at(0.66, 1)],
        [chip.at(0, 0.5), chip.at(0.34, 0.5)],
        [chip.at(0.66, 0.5), chip.at(1, 0.5)],
    )
    for contact in contacts:
        canvas.stroke(turned(contact, -6, box.centre), INK, FINE)
    canvas.shape(turned(rounded(chip.part(0.34, 0.26, 0.32, 0.48), 14), -6, box.centre), PAPER_DEEP, FINE)
