"""Shapes as lists of points, in pixels of the finished picture: what the canvas fills and strokes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Point = tuple[float, float]
Outline = list[Point]


class Box(NamedTuple):
    """An upright rectangle: its left, its top, its width and its height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, by: float) -> Box:
        """Return the box that is `by` pixels smaller on each side."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def part(self, x: float, y: float, w: float, h: float) -> Box:
        """Return a box inside this one, given in shares (0 to 1) of its width and height."""
        return Box(self.x + x * self.w, self.y + y * self.h, w * self.w, h * self.h)

    def at(self, x: float, y: float) -> Point:
        """Return the point at these shares of the width and the height."""
        return self.x + x * self.w, self.y + y * self.h


def arc(centre: Point, radii: Point, start: float, end: float) -> Outline:
    """Return an arc of an ellipse; degrees run clockwise from three o'clock."""
    steps = max(2, math.ceil(abs(end - start) / 4))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles]


def ellipse(centre: Point, rx: float, ry: float | None = None) -> Outline:
    """Return an ellipse, or a circle when one radius is given."""
    return arc(centre, (rx, rx if ry is None else ry), 0, 356)


def rectangle(box: Box) -> Outline:
    """Return the four corners of a box."""
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def rounded(box: Box, radius: float) -> Outline:
    """Return a box with rounded corners."""
    r = min(radius, box.w / 2, box.h / 2)
    corners = zip((180, 270, 360, 450), rectangle(box.inset(r)), strict=True)
    return [point for start, corner in corners for point in arc(corner, (r, r), start, start + 90)]


def arch(box: Box) -> Outline:
    """Return a front door: straight sides, round top."""
    rise = min(box.w / 2, box.h)
    return [
        (box.x, box.bottom),
        *arc((box.centre[0], box.y + rise), (box.w / 2, rise), 180, 360),
        (box.right, box.bottom),
    ]


def curve(through: Sequence[Point], *, closed: bool = False) -> Outline:
    """Return a smooth line through the points (a Catmull-Rom spline)."""
    knots = list(through)
    ends = (knots[-1], knots[:2]) if closed else (knots[0], [knots[-1]])
    ring = [ends[0], *knots, *ends[1]]
    outline: Outline = []
    for before, here, there, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        for step in range(12):
            t = step / 12
            x, y = (_spline(*along, t) for along in zip(before, here, there, after, strict=True))
            outline.append((x, y))
    return outline if closed else [*outline, knots[-1]]


def _spline(before: float, here: float, there: float, after: float, t: float) -> float:
    """Return one coordinate of the spline at `t` (0 to 1) between `here` and `there`."""
    slope = (there - before) * t + (2 * before - 5 * here + 4 * there - after) * t**2
    return here + (slope + (3 * here - before - 3 * there + after) * t**3) / 2


def wave(start: Point, length: float, swing: float, bends: int) -> Outline:
    """Return a line that rises from `start`, swaying `swing` pixels to each side."""
    steps = bends * 12
    return [
        (start[0] + swing * math.sin(math.pi * bends * step / steps), start[1] - length * step / steps)
        for step in range(steps + 1)
    ]


def star(centre: Point, outer: float, inner: float, points: int = 5) -> Outline:
    """Return a star that stands on two of its points."""
    turns = (math.pi * (step / points - 0.5) for step in range(2 * points))
    reach = (outer if step % 2 == 0 else inner for step in range(2 * points))
    return [(centre[0] + r * math.cos(a), centre[1] + r * math.sin(a)) for r, a in zip(reach, turns, strict=True)]


def heart(centre: Point, size: float) -> Outline:
    """Return a heart about twice `size` wide."""
    angles = (math.radians(degrees) for degrees in range(0, 360, 6))
    return [
        (
            centre[0] + size * math.sin(a) ** 3,
            centre[1] - size * (13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)) / 16,
        )
        for a in angles
    ]


def shifted(outline: Iterable[Point], dx: float, dy: float) -> Outline:
    """Return the outline moved by so many pixels."""
    return [(x + dx, y + dy) for x, y in outline]


def turned(outline: Iterable[Point], degrees: float, about: Point) -> Outline:
    """Return the outline turned clockwise about a point."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    away = ((x - about[0], y - about[1]) for x, y in outline)
    return [(about[0] + x * cos - y * sin, about[1] + x * sin + y * cos) for x, y in away]


def scattered(box: Box, count: int, first: int = 0) -> Outline:
    """Return points spread evenly but without a pattern over a box, the same ones every time.

    Another `first` gives other points.
    """
    return [box.at((0.5 + 0.754877666 * i) % 1, (0.5 + 0.569840291 * i) % 1) for i in range(first, first + count)]
