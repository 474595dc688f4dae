"""The logos of the example areas: an arched door with a landmark behind it, and the area's name."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.letters import write
from tools.illustrations.outlines import Box, Point, arc, arch, curve, ellipse, star
from tools.illustrations.palette import (
    CORAL,
    INK,
    LILAC,
    LILAC_DEEP,
    MINT,
    MINT_DEEP,
    PAPER,
    SKY,
    SKY_DEEP,
    SUN,
    VIOLET,
)

SIZE = (600, 300)
MARK = Box(36, 62, 132, 176)


def northbridge() -> Canvas:
    """Draw a bridge under the north star."""
    canvas = _logo("Northbridge", SUN)
    with canvas.within(arch(MARK)):
        canvas.fill(star(MARK.at(0.5, 0.27), 27, 10, 4), INK)
        _ground(canvas, [(-0.1, 0.64), (1.1, 0.64)], SKY)
        road = [MARK.at(-0.1, 0.56), MARK.at(1.1, 0.56), MARK.at(1.1, 1)]
        span = arc(MARK.at(0.5, 1), (MARK.w * 0.32, MARK.h * 0.28), 360, 180)
        canvas.shape([*road, *span, MARK.at(-0.1, 1)], CORAL, FINE)
    canvas.edge(arch(MARK))
    return canvas


def merecombe() -> Canvas:
    """Draw a lake between hills."""
    canvas = _logo("Merecombe", LILAC)
    with canvas.within(arch(MARK)):
        canvas.shape(ellipse(MARK.at(0.5, 0.34), 22), SUN, FINE)
        _ground(canvas, [(-0.1, 0.32), (0.2, 0.38), (0.5, 0.62), (0.8, 0.46), (1.1, 0.36)], MINT)
        _ground(canvas, [(-0.1, 0.68), (0.25, 0.62), (0.5, 0.68), (0.75, 0.74), (1.1, 0.68)], SKY)
        ripple = [MARK.at(0.2, 0.84), MARK.at(0.35, 0.8), MARK.at(0.5, 0.84), MARK.at(0.65, 0.88), MARK.at(0.8, 0.84)]
        canvas.stroke(curve(ripple), SKY_DEEP, 8)
    canvas.edge(arch(MARK))
    return canvas


def strathallow() -> Canvas:
    """Draw a glen with a road down the middle."""
    canvas = _logo("Strathallow", SKY)
    with canvas.within(arch(MARK)):
        _ground(canvas, [(-0.1, 0.62), (0.3, 0.22), (0.55, 0.5), (0.8, 0.34), (1.1, 0.62)], LILAC_DEEP)
        _ground(canvas, [(-0.1, 0.5), (0.2, 0.58), (0.5, 0.74), (1.1, 0.78)], MINT_DEEP)
        _ground(canvas, [(-0.1, 0.86), (0.4, 0.78), (0.8, 0.62), (1.1, 0.52)], MINT)
        canvas.stroke(curve([MARK.at(0.5, 0.8), MARK.at(0.6, 0.88), MARK.at(0.46, 1.04)]), PAPER, 14)
    canvas.edge(arch(MARK))
    return canvas


def _logo(name: str, sky: str) -> Canvas:
    """Start a logo: the mark's sky, the name, and a line under it like a doorstep."""
    canvas = Canvas(PAPER, SIZE)
    canvas.fill(arch(MARK), sky)
    write(canvas, name, Box(196, 124, 372, 52), 9)
    canvas.stroke([(196, 216), (568, 216)], VIOLET, 10)
    canvas.stroke([(MARK.x - 14, MARK.bottom), (MARK.right + 14, MARK.bottom)])
    return canvas


def _ground(canvas: Canvas, shares: list[Point], colour: str) -> None:
    """Draw land or water inside the mark, its upper edge through points given in shares of the mark."""
    line = curve([MARK.at(x, y) for x, y in shares])
    canvas.shape([MARK.at(-0.2, 1.2), *line, MARK.at(1.2, 1.2)], colour, FINE)
