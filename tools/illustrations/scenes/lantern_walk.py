"""The lantern walk: paper lanterns on sticks, at dusk, and a path over the hill."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, Canvas
from tools.illustrations.doors import land
from tools.illustrations.outlines import Box, arch, curve, ellipse, rounded, star
from tools.illustrations.palette import CORAL, INK, LILAC, MINT, PAPER, SKY, SUN, VIOLET, VIOLET_DEEP, mix
from tools.illustrations.weather import stars

HOUSE, GLOBE, STAR, TUBE = (160, 360), (424, 240), (786, 250), (1046, 350)


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(VIOLET)
    for y, share in ((210, 0.35), (330, 0.7), (430, 1)):
        canvas.fill([(0, y), (1200, y), (1200, 800), (0, 800)], mix(VIOLET, CORAL, share))
    stars(canvas, Box(20, 10, 1160, 180), 10)
    canvas.tint([ellipse(spot, 158) for spot in (HOUSE, GLOBE, STAR, TUBE)], PAPER, 0.2)
    canvas.fill(ellipse((600, 520), 120), SUN)
    land(canvas, [(-20, 500), (260, 440), (600, 520), (900, 440), (1220, 500)], VIOLET)
    land(canvas, [(-20, 640), (300, 560), (700, 640), (1220, 570)], VIOLET_DEEP)
    left = curve([(440, 830), (540, 740), (586, 680), (588, 628)])
    canvas.shape([*left, *curve([(624, 634), (652, 690), (690, 740), (780, 830)])], LILAC)
    for x, y, colour in ((545, 560, SUN), (660, 552, CORAL), (712, 600, SUN), (500, 600, MINT)):
        _far_lantern(canvas, (x, y), colour)
    _house(canvas, HOUSE)
    _globe(canvas, GLOBE)
    _star(canvas, STAR)
    _tube(canvas, TUBE)
    return canvas


def _stick(canvas: Canvas, spot: tuple[float, float], lean: float) -> None:
    """Draw a crook a lantern hangs from; the spot is the lantern's middle."""
    x, y = spot
    crook = [(x + lean * 1.5, 830), (x + lean * 1.36, y + 120), (x + lean * 1.26, y - 60), (x + lean * 0.8, y - 156)]
    canvas.stroke(curve([*crook, (x + lean * 0.25, y - 166), (x, y - 140), (x, y - 60)]), INK, 12)


def _far_lantern(canvas: Canvas, spot: tuple[float, float], colour: str) -> None:
    """Draw a lantern that is a long way off."""
    canvas.stroke([(spot[0], spot[1]), (spot[0], spot[1] + 64)], INK, FINE)
    canvas.shape(ellipse(spot, 20), colour, FINE)


def _house(canvas: Canvas, spot: tuple[float, float]) -> None:
    """Draw a lantern in the shape of a front door."""
    _stick(canvas, spot, -84)
    box = Box(spot[0] - 80, spot[1] - 100, 160, 220)
    canvas.solid(arch(box), SUN)
    canvas.shape(arch(box.part(0.3, 0.4, 0.4, 0.6)), PAPER)
    canvas.fill(ellipse(box.at(0.6, 0.74), 8), INK)


def _globe(canvas: Canvas, spot: tuple[float, float]) -> None:
    """Draw a round paper lantern with ribs."""
    _stick(canvas, spot, -104)
    canvas.solid(ellipse(spot, 98, 90), CORAL)
    for reach in (36, 98):
        canvas.stroke([*(rib := ellipse(spot, reach, 90)), rib[0]], INK, FINE)
    for y in (-94, 94):
        canvas.shape(rounded(Box(spot[0] - 40, spot[1] + y - 11, 80, 22), 8), PAPER)


def _star(canvas: Canvas, spot: tuple[float, float]) -> None:
    """Draw a star lantern."""
    _stick(canvas, spot, 108)
    canvas.solid(star(spot, 128, 62), PAPER)
    canvas.fill(star((spot[0], spot[1] + 4), 66, 32), SUN)


def _tube(canvas: Canvas, spot: tuple[float, float]) -> None:
    """Draw a tall lantern with bands of colour."""
    _stick(canvas, spot, 84)
    box = Box(spot[0] - 70, spot[1] - 96, 140, 210)
    canvas.solid(rounded(box, 26), MINT)
    for y, colour in ((0.22, SKY), (0.56, SUN)):
        canvas.shape(_band(box, y), colour, FINE)


def _band(box: Box, y: float) -> list[tuple[float, float]]:
    """Return a band across a box that starts `y` (0 to 1) of the way down."""
    return [box.at(0, y), box.at(1, y), box.at(1, y + 0.2), box.at(0, y + 0.2)]
