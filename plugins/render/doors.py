"""The motif for targets without markup: front doors as pixels, in the colours of the tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from PIL import Image, ImageDraw

FINE = 4
"""Drawn so many times larger, then made smaller: smooth edges."""
_STEPS = 24

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Door:
    """A door with a round top, standing on the ground; measures in units of the drawing it is in."""

    centre: float
    half: float
    """Half its width, and the radius of its top."""
    height: float
    colour: str
    """The token that fills it: of an open door, the light behind it."""
    opened: bool = False


TERRACE = (
    Door(44, 34, 106, "coral"),
    Door(129, 34, 106, "mint"),
    Door(214, 34, 106, "day", opened=True),
    Door(300, 34, 106, "sky"),
    Door(379, 28, 86, "lilac"),
)
"""Five doors in a row, one of them open."""
TERRACE_SIZE = (423, 112)
OWN = (Door(16, 10, 27, "sun", opened=True),)
"""The site's own sign: one door, open."""
OWN_SIZE = (32, 32)
_GROUND = {TERRACE: 110, OWN: 30}


def drawn(doors: tuple[Door, ...], scale: float, paper: str, colours: Mapping[str, str], stroke: float) -> Image.Image:
    """Draw ``TERRACE`` or ``OWN`` on paper of a colour: its size times ``scale``, lines ``stroke`` units wide."""
    fine, ground = scale * FINE, _GROUND[doors]
    size = TERRACE_SIZE if doors is TERRACE else OWN_SIZE
    picture = Image.new("RGB", (round(size[0] * fine), round(size[1] * fine)), paper)
    pen = ImageDraw.Draw(picture)
    for door in doors:
        shapes = [(_outline(door, ground), colours[door.colour])]
        if door.opened:
            shapes.append((_leaf(door, ground), colours["violet"]))
        for points, fill in shapes:
            path = [(x * fine, y * fine) for x, y in points]
            pen.polygon(path, fill=fill)
            pen.line([*path, path[0], path[1]], fill=colours["night"], width=round(stroke * fine), joint="curve")
        if not door.opened:
            x, y = (door.centre + 0.62 * door.half) * fine, (ground - 0.42 * door.height) * fine
            pen.circle((x, y), 0.15 * door.half * fine, fill=colours["night"])
    return picture.reduce(FINE)


def _outline(door: Door, ground: float) -> list[Point]:
    left, right = door.centre - door.half, door.centre + door.half
    return [(left, ground), *_arc(door, ground, pi, 2 * pi), (right, ground)]


def _leaf(door: Door, ground: float) -> list[Point]:
    """Give the part of a door that stands open: its near edge is the left jamb, its far edge leans inwards."""
    x, half, top = door.centre, door.half, ground - door.height
    bend = [(x - 0.3 * half, top + 0.58 * half), (x - 0.38 * half, top + 0.75 * half), (x - 0.4 * half, top + half)]
    far = [(x - 0.08 * half, top + 0.46 * half), *bend, (x - 0.4 * half, ground - 0.12 * half)]
    return [(x - half, ground), *_arc(door, ground, pi, 1.5 * pi), *far]


def _arc(door: Door, ground: float, start: float, end: float) -> Iterator[Point]:
    spring = ground - door.height + door.half
    for step in range(_STEPS + 1):
        angle = start + (end - start) * step / _STEPS
        yield door.centre + door.half * cos(angle), spring + door.half * sin(angle)
