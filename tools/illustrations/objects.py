"""Things that turn up in more than one picture: mugs, bubbles, ticks, plants, pencils, coins, notes."""

from __future__ import annotations

from tools.illustrations.canvas import FINE, LINE, Canvas
from tools.illustrations.outlines import (
    Box,
    Outline,
    Point,
    arc,
    curve,
    ellipse,
    heart,
    rectangle,
    rounded,
    shifted,
    turned,
)
from tools.illustrations.palette import CORAL, DEEPER, INK, MINT, MINT_DEEP, PAPER, SUN, SUN_DEEP
from tools.illustrations.weather import steam


def mug(canvas: Canvas, box: Box, colour: str, wisps: str = INK) -> None:
    """Draw a steaming mug that stands in the box, its handle to the right."""
    canvas.stroke(arc(box.at(0.98, 0.48), (box.w * 0.27, box.h * 0.24), -90, 90), INK, LINE + 12)
    canvas.stroke(arc(box.at(0.98, 0.48), (box.w * 0.27, box.h * 0.24), -90, 90), colour, FINE)
    canvas.solid(rounded(box, box.w * 0.18), colour, (box.w * 0.14, 0))
    steam(canvas, box.at(0.3, -0.2), box.h * 0.75, wisps)


def bubble(canvas: Canvas, box: Box, colour: str, tip: Point) -> None:
    """Draw a speech bubble whose tail ends at `tip`, above or below the box."""
    edge = box.bottom - 12 if tip[1] > box.centre[1] else box.y + 12
    root = min(max(tip[0], box.x + 70), box.right - 70)
    tail = [(root - 32, edge), tip, (root + 32, edge)]
    canvas.joined([rounded(box, 44), tail], colour)


def lines(canvas: Canvas, box: Box, lengths: tuple[float, ...], *, from_right: bool = False) -> None:
    """Draw bars that stand for lines of writing; each length is a share of the box's width."""
    gap = box.h / len(lengths)
    for number, length in enumerate(lengths):
        y = box.y + gap * (number + 0.5)
        ends = (box.right - box.w * length, box.right) if from_right else (box.x, box.x + box.w * length)
        canvas.stroke([(ends[0], y), (ends[1], y)], INK, 14)


def tick(canvas: Canvas, box: Box, width: float = 12) -> None:
    """Draw a tick that fills the box."""
    canvas.stroke([box.at(0, 0.55), box.at(0.36, 0.95), box.at(1, 0.08)], INK, width)


def question_mark(canvas: Canvas, box: Box, colour: str = INK) -> None:
    """Draw a question mark that fills the box."""
    width = box.h * 0.16
    bow = arc(box.at(0.5, 0.28), (box.w * 0.42, box.h * 0.28), 180, 410)
    canvas.stroke([*bow, box.at(0.5, 0.6), box.at(0.5, 0.7)], colour, width)
    canvas.fill(ellipse(box.at(0.5, 0.95), width * 0.62), colour)


def note(canvas: Canvas, foot: Point, size: float, colour: str) -> None:
    """Draw a pair of joined music notes whose left head lies at `foot`."""
    x, y = foot
    near, far = x + size * 0.26, x + size * 1.16
    top = [(near, y - size), (far, y - size * 1.2)]
    canvas.stroke([(near, y), *top, (far, y - size * 0.2)])
    canvas.shape([*top, *reversed(shifted(top, 0, size * 0.3))], colour)
    for head in ((x, y), (x + size * 0.9, y - size * 0.2)):
        canvas.shape(turned(ellipse(head, size * 0.3, size * 0.22), -20, head), colour)


def pencil(canvas: Canvas, point: Point, length: float, degrees: float, colour: str = SUN) -> None:
    """Draw a pencil from its point; at 0 degrees it lies to the right of it."""
    x, y = point
    half = 20

    def lie(outline: Outline) -> Outline:
        return turned(outline, degrees, point)

    canvas.shape(lie([point, (x + 60, y - half), (x + 60, y + half)]), PAPER)
    canvas.fill(lie([point, (x + 22, y - 8), (x + 22, y + 8)]), INK)
    canvas.shape(lie(rectangle(Box(x + 60, y - half, length - 110, half * 2))), colour)
    canvas.fill(lie(rectangle(Box(x + 65, y + 4, length - 120, half - 9))), DEEPER[colour])
    canvas.shape(lie(rounded(Box(x + length - 50, y - half, 50, half * 2), 12)), CORAL)


def coin(canvas: Canvas, centre: Point, radius: float) -> None:
    """Draw a thick gold coin that lies flat, with a heart on it."""
    rim = ellipse(centre, radius, radius * 0.42)
    thick = radius * 0.26
    sides = [*arc(centre, (radius, radius * 0.42), 0, 180)]
    canvas.shape([*sides, *shifted(reversed(sides), 0, thick)], SUN_DEEP)
    canvas.shape(rim, SUN)
    canvas.stroke([*(inner := ellipse(centre, radius * 0.74, radius * 0.29)), inner[0]], SUN_DEEP, FINE)
    x, y = centre
    canvas.fill([(hx, y + (hy - y) * 0.45) for hx, hy in heart((x, y), radius * 0.32)], INK)


def plant(canvas: Canvas, pot: Box, colour: str) -> None:
    """Draw a house plant: the box is its pot, the leaves rise above it."""
    top = pot.at(0.5, 0)
    for lean, reach, green in ((-42, 1.5, MINT_DEEP), (42, 1.5, MINT_DEEP), (-16, 1.95, MINT), (16, 1.95, MINT)):
        blade = curve([top, pot.at(0.24, -0.6 * reach), pot.at(0.5, -reach), pot.at(0.76, -0.6 * reach)], closed=True)
        canvas.shape(turned(blade, lean, top), green, FINE)
    canvas.solid([pot.at(-0.06, 0), pot.at(1.06, 0), pot.at(0.86, 1), pot.at(0.14, 1)], colour, (pot.w * 0.18, 0))


def phone(canvas: Canvas, box: Box, screen: str, degrees: float = 0) -> None:
    """Draw a phone with an empty screen, turned about its centre."""
    canvas.shape(turned(rounded(box, 38), degrees, box.centre), INK)
    canvas.fill(turned(rounded(box.inset(18), 24), degrees, box.centre), screen)
    canvas.fill(turned(rounded(box.part(0.36, 0.07, 0.28, 0.025), 6), degrees, box.centre), INK)
