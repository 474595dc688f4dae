"""The small steps fund: coins as stepping stones across a stream to a door."""

from __future__ import annotations

from tools.illustrations.canvas import Canvas
from tools.illustrations.doors import land, open_door
from tools.illustrations.objects import coin, plant
from tools.illustrations.outlines import Box, arch, curve, ellipse, shifted
from tools.illustrations.palette import CORAL, LILAC, MINT, MINT_DEEP, PAPER, SKY, SKY_DEEP, SUN

STREAM_ENDS = 800


def draw() -> Canvas:
    """Draw the picture."""
    canvas = Canvas(LILAC)
    land(canvas, [(-20, 330), (220, 290), (480, 340), (760, 300), (1220, 340)], MINT_DEEP)
    _stream(canvas)
    bank = [(1260, 330), (980, 352), (800, 362), (700, 392), (716, 436), (820, 490), (1000, 540), (1260, 590)]
    canvas.shape(curve(bank), MINT)
    canvas.solid(arch(Box(822, 66, 256, 350)), PAPER, (14, 0))
    open_door(canvas, Box(854, 100, 192, 310), SUN)
    plant(canvas, Box(1096, 376, 70, 60), CORAL)
    for x, y, radius in ((850, 470, 66), (716, 520, 78), (560, 578, 92), (374, 640, 106), (160, 718, 122)):
        if x < STREAM_ENDS:
            canvas.fill(ellipse((x, y + radius * 0.3), radius * 1.26, radius * 0.52), PAPER)
        coin(canvas, (x, y), radius)
    return canvas


def _stream(canvas: Canvas) -> None:
    """Draw the stream with its ripples."""
    land(canvas, [(-20, 400), (300, 380), (700, 390), (1220, 380)], SKY)
    ripple = curve([(0, 0), (30, -12), (60, 0), (90, 12), (120, 0)])
    near = ((1000, 620), (800, 690), (1040, 740), (560, 740), (690, 620))
    for x, y in ((90, 470), (330, 440), (250, 540), (520, 460), *near):
        canvas.stroke(shifted(ripple, x, y), SKY_DEEP, 10)
