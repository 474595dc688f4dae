"""Front doors, houses and windows: the motif that runs through all the pictures."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, LINE, Canvas
from tools.illustrations.outlines import Box, arc, arch, curve, ellipse, rectangle, rounded
from tools.illustrations.palette import DEEPER, INK, PAPER, SUN, VIOLET


def door(canvas: Canvas, box: Box, colour: str, width: float = LINE) -> None:
    """Draw a shut front door with a round handle."""
    canvas.solid(arch(box), colour, (box.w * 0.09, 0), width)
    canvas.fill(ellipse(box.at(0.78, 0.62), box.w * 0.075), INK)


def open_door(canvas: Canvas, box: Box, room: str = PAPER, leaf: str = VIOLET) -> None:
    """Draw a door that stands open: the room's light on the right, the leaf swung in on the left."""
    hole = arch(box)
    canvas.fill(hole, room)
    swung = [
        box.at(-0.1, 1.1),
        box.at(-0.1, -0.1),
        box.at(0.5, -0.1),
        box.at(0.48, 0.1),
        *arc(box.at(0.48, 0.3), (box.w * 0.2, box.h * 0.18), 270, 180),
        box.at(0.28, 0.97),
    ]
    with canvas.within(hole):
        canvas.shape(swung, leaf, LINE * 0.8)
        canvas.fill(ellipse(box.at(0.2, 0.62), box.w * 0.045), room)
    canvas.edge(hole)


def lit_window(canvas: Canvas, box: Box, light: str = SUN, width: float = FINE) -> None:
    """Draw a small arched window with a cross of glazing bars."""
    canvas.shape(arch(box), light, width)
    canvas.stroke([box.at(0.5, 0), box.at(0.5, 1)], INK, width * 0.7)
    canvas.stroke([box.at(0, 0.55), box.at(1, 0.55)], INK, width * 0.7)


def sill(canvas: Canvas, box: Box, colour: str = PAPER) -> None:
    """Draw a window sill or a doorstep."""
    canvas.solid(rounded(box, 10), colour, (0, 10))


def bricks(canvas: Canvas, spots: list[tuple[float, float]], wall: str) -> None:
    """Draw a few bricks that hint at a wall, each 74 pixels wide, from its upper left corner."""
    for x, y in spots:
        canvas.fill(rounded(Box(x, y, 74, 30), 8), DEEPER[wall])


def floor(canvas: Canvas, y: float, colour: str) -> None:
    """Draw the floor or the ground from `y` to the lower edge."""
    canvas.shape(rectangle(Box(-40, y, canvas.size[0] + 80, canvas.size[1] - y + 40)), colour)


def land(canvas: Canvas, line: list[tuple[float, float]], colour: str, width: float = LINE) -> None:
    """Draw ground whose upper edge runs smoothly through the points, down to the lower edge."""
    bottom = canvas.size[1] + 40
    canvas.shape([(line[0][0], bottom), *curve(line), (line[-1][0], bottom)], colour, width)
