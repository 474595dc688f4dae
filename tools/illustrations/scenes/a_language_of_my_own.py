"""A language of my own: a radio that plays the football, and two speech bubbles that read in two directions."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import floor
from tools.illustrations.objects import bubble, lines, plant
from tools.illustrations.outlines import Box, ellipse, rounded, turned
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SUN)
    floor(canvas, 680, LILAC)
    bubble(canvas, Box(90, 70, 430, 220), SKY, (410, 352))
    lines(canvas, Box(144, 104, 322, 152), (1, 0.8, 0.5))
    bubble(canvas, Box(640, 130, 470, 210), MINT, (790, 398))
    lines(canvas, Box(694, 162, 362, 146), (1, 0.66, 0.86), from_right=True)
    _radio(canvas, Box(300, 410, 560, 290))
    _football(canvas, (1000, 630), 84)
    plant(canvas, Box(110, 610, 106, 92), CORAL)
    return canvas


def _radio(canvas: Canvas, box: Box) -> None:
    """Draw the radio: aerial, handle, loudspeaker, dial and knobs."""
    canvas.stroke([box.at(0.9, 0.04), (900, 372)], INK, 10)
    canvas.fill(ellipse((900, 372), 14), INK)
    canvas.stroke(rounded(box.part(0.14, -0.16, 0.6, 0.4), 30), INK, 20)
    canvas.solid(rounded(box, 40), CORAL, (22, 12))
    for x in (0.12, 0.88):
        canvas.shape(rounded(Box(box.at(x, 0)[0] - 26, box.bottom - 5, 52, 22), 8), INK, 4)
    canvas.shape(ellipse(box.at(0.27, 0.52), 104), VIOLET)
    centre = box.at(0.27, 0.52)
    for ring, count in ((0, 1), (30, 6), (60, 12)):
        for hole in range(count):
            spot = turned([(centre[0] + ring, centre[1])], 360 * hole / count, centre)[0]
            canvas.fill(ellipse(spot, 9), LILAC)
    dial = box.part(0.52, 0.18, 0.4, 0.34)
    canvas.shape(rounded(dial, 16), PAPER)
    for mark in range(7):
        foot = 0.62 if mark % 3 == 0 else 0.46
        canvas.stroke([dial.at(0.11 + mark * 0.13, 0.2), dial.at(0.11 + mark * 0.13, foot)], INK, 5)
    canvas.stroke([dial.at(0.69, 0.06), dial.at(0.69, 0.94)], CORAL, 10)
    for x, colour in ((0.6, SUN), (0.84, MINT)):
        canvas.shape(ellipse(box.at(x, 0.76), 36), colour)
        canvas.stroke([box.at(x, 0.76), (box.at(x, 0.76)[0] + 14, box.at(x, 0.76)[1] - 16)], INK, FINE)


def _football(canvas: Canvas, centre: tuple[float, float], radius: float) -> None:
    """Draw a football."""
    canvas.solid(ellipse(centre, radius), PAPER)
    x, y = centre
    patch = [turned([(x, y - radius * 0.36)], 72 * turn, centre)[0] for turn in range(5)]
    rim = ellipse((x, y - radius * 1.02), radius * 0.34, radius * 0.3)
    with canvas.within(ellipse(centre, radius)):
        for turn in range(5):
            seam = turned([(x, y - radius * 1.06)], 72 * turn, centre)
            canvas.stroke([patch[turn], *seam], INK, FINE)
            canvas.fill(turned(rim, 72 * turn, centre), INK)
    canvas.fill(patch, INK)
    canvas.edge(ellipse(centre, radius))
