"""Sky things: sun, moon, clouds, stars, snow, steam and strings of lights."""

from __future__ import annotations

import math

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.outlines import Box, Point, ellipse, scattered, star, turned, wave
from tools.illustrations.palette import CORAL, INK, MINT, PAPER, SKY, SUN


def sun(canvas: Canvas, centre: Point, radius: float, rays: int = 12) -> None:
    """Draw a sun with rays."""
    for ray in range(rays):
        beam = [(centre[0] + radius * 1.35, centre[1]), (centre[0] + radius * 1.65, centre[1])]
        canvas.stroke(turned(beam, 360 * ray / rays, centre))
    canvas.solid(ellipse(centre, radius), SUN, (radius * 0.18, radius * 0.1))


def moon(canvas: Canvas, centre: Point, radius: float, night: str) -> None:
    """Draw a crescent moon."""
    canvas.fill(ellipse(centre, radius), SUN)
    canvas.fill(ellipse((centre[0] + radius * 0.45, centre[1] - radius * 0.25), radius * 0.82), night)


def cloud(canvas: Canvas, box: Box, colour: str = PAPER) -> None:
    """Draw a cloud with a flat foot."""
    parts = [ellipse(box.at(0.5, 0.42), box.w * 0.24, box.h * 0.42)]
    parts += [ellipse(box.at(0.25, 0.68), box.w * 0.2, box.h * 0.32)]
    parts += [ellipse(box.at(0.76, 0.66), box.w * 0.22, box.h * 0.34)]
    parts += [[box.at(0.25, 1), box.at(0.25, 0.7), box.at(0.76, 0.7), box.at(0.76, 1)]]
    canvas.joined(parts, colour)


def stars(canvas: Canvas, box: Box, count: int, colour: str = SUN) -> None:
    """Scatter small stars over a box of sky."""
    for number, spot in enumerate(scattered(box, count)):
        size = 8 + 5 * (number % 3)
        canvas.fill(star(spot, size, size * 0.42, 4), colour)


def snow(canvas: Canvas, box: Box, count: int, colour: str = PAPER) -> None:
    """Scatter flakes over a box."""
    for number, spot in enumerate(scattered(box, count, 500)):
        canvas.fill(ellipse(spot, 4 + 2 * (number % 3)), colour)


def steam(canvas: Canvas, foot: Point, height: float, colour: str = INK) -> None:
    """Draw two wisps that rise from a cup or a pot."""
    canvas.stroke(wave(foot, height, height * 0.12, 2), colour, FINE)
    canvas.stroke(wave((foot[0] + height * 0.42, foot[1]), height * 0.8, height * 0.12, 2), colour, FINE)


def string_lights(canvas: Canvas, start: Point, end: Point, bulbs: int, sag: float = 60) -> None:
    """Hang a wire with coloured bulbs between two points."""

    def on_wire(share: float) -> Point:
        drop = sag * math.sin(math.pi * share)
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + drop

    canvas.stroke([on_wire(step / 30) for step in range(31)], INK, FINE)
    for bulb in range(bulbs):
        x, y = on_wire((bulb + 0.5) / bulbs)
        canvas.shape(ellipse((x, y + 18), 13, 16), (SUN, CORAL, MINT, SKY)[bulb % 4], FINE)
