"""The November issue: a calendar of thirty coloured squares, a small thing in each."""

from __future__ import annotations

from collections.abc import Callable

from tools.illustrations.canvas import FINE, LINE, Canvas
from tools.illustrations.doors import door
from tools.illustrations.objects import note, tick
from tools.illustrations.outlines import Box, arc, ellipse, heart, rounded, star
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET

COLUMNS, ROWS = 6, 5
SIDE, GAP = 84, 16
TINTS = (CORAL, MINT, SKY, SUN, LILAC)


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(SUN)
    for box, colour in ((Box(40, 470, 180, 400), CORAL), (Box(985, 470, 180, 400), MINT)):
        door(canvas, box, colour)
    card = Box(240, 64, 720, 672)
    canvas.solid(rounded(card, 40), PAPER, (14, 14))
    with canvas.within(rounded(card, 40)):
        canvas.shape([card.at(-0.1, -0.1), card.at(1.1, -0.1), card.at(1.1, 0.155), card.at(-0.1, 0.155)], VIOLET)
    canvas.edge(rounded(card, 40))
    for share in (0.2, 0.4, 0.6, 0.8):
        ring = Box(card.at(share, 0)[0] - 15, card.y - 34, 30, 84)
        canvas.shape(rounded(ring, 15), PAPER)
    left = card.centre[0] - (COLUMNS * SIDE + (COLUMNS - 1) * GAP) / 2
    for day in range(COLUMNS * ROWS):
        column, row = day % COLUMNS, day // COLUMNS
        square = Box(left + column * (SIDE + GAP), 196 + row * (SIDE + GAP), SIDE, SIDE)
        canvas.shape(rounded(square, 18), TINTS[(column + 2 * row) % len(TINTS)], FINE)
        if (sign := _SIGNS.get(day)) is not None:
            sign(canvas, square)
    return canvas


def _heart(canvas: Canvas, square: Box) -> None:
    """Draw a heart in a square."""
    canvas.fill(heart(square.centre, 24), INK)


def _star(canvas: Canvas, square: Box) -> None:
    """Draw a star in a square."""
    canvas.fill(star(square.at(0.5, 0.53), 30, 13), INK)


def _tick(canvas: Canvas, square: Box) -> None:
    """Draw a tick in a square."""
    tick(canvas, square.inset(24), LINE)


def _note(canvas: Canvas, square: Box) -> None:
    """Draw two music notes in a square."""
    note(canvas, square.at(0.29, 0.72), 32, INK)


def _door(canvas: Canvas, square: Box) -> None:
    """Draw a door in a square."""
    door(canvas, square.part(0.29, 0.17, 0.42, 0.66), PAPER, FINE)


def _cup(canvas: Canvas, square: Box) -> None:
    """Draw a cup in a square."""
    canvas.stroke(arc(square.at(0.66, 0.52), (12, 12), -90, 90), INK, FINE)
    canvas.fill(rounded(square.part(0.24, 0.32, 0.42, 0.44), 8), INK)


def _key(canvas: Canvas, square: Box) -> None:
    """Draw a key in a square."""
    canvas.stroke([*(bow := ellipse(square.at(0.3, 0.5), 12)), bow[0]], INK, 8)
    canvas.stroke([square.at(0.46, 0.5), square.at(0.82, 0.5), square.at(0.82, 0.66)], INK, 8)
    canvas.stroke([square.at(0.66, 0.5), square.at(0.66, 0.62)], INK, 8)


_SIGNS: dict[int, Callable[[Canvas, Box], None]] = {
    0: _heart,
    3: _cup,
    7: _door,
    10: _star,
    12: _note,
    15: _tick,
    17: _key,
    20: _heart,
    23: _door,
    25: _star,
    28: _cup,
}
