"""The surface pictures are drawn on: three times too large, then brought down so that edges come out smooth."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations, pairwise

from PIL import Image, ImageDraw

from tools.illustrations.outlines import Outline, Point, ellipse, shifted
from tools.illustrations.palette import DEEPER, INK, mix, rgb

LINE = 10
FINE = 7
SIZE = (1200, 800)
_SCALE = 3


class Canvas:
    """A picture in the making; every length is in pixels of the finished picture."""

    def __init__(self, ground: str, size: tuple[int, int] = SIZE) -> None:
        """Start a picture of this size, filled with one colour."""
        self.size = size
        self._image = Image.new("RGB", (size[0] * _SCALE, size[1] * _SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)
        self._colours = {ground, INK}

    def fill(self, outline: Sequence[Point], colour: str) -> None:
        """Fill a shape, without a line around it."""
        self._colours.add(colour)
        self._pen.polygon(_enlarged(outline), fill=colour)

    def stroke(self, outline: Sequence[Point], colour: str = INK, width: float = LINE) -> None:
        """Draw a line with round ends and corners."""
        self._colours.add(colour)
        half = width / 2
        for spot in outline:
            self._pen.polygon(_enlarged(ellipse(spot, half)), fill=colour)
        for (ax, ay), (bx, by) in pairwise(outline):
            if (length := math.hypot(bx - ax, by - ay)) > 0:
                dx, dy = (by - ay) / length * half, (ax - bx) / length * half
                bar = [(ax + dx, ay + dy), (bx + dx, by + dy), (bx - dx, by - dy), (ax - dx, ay - dy)]
                self._pen.polygon(_enlarged(bar), fill=colour)

    def edge(self, outline: Sequence[Point], width: float = LINE) -> None:
        """Draw the ink line all round a shape."""
        self.stroke([*outline, outline[0]], INK, width)

    def shape(self, outline: Sequence[Point], colour: str, width: float = LINE) -> None:
        """Fill a shape and draw its ink line."""
        self.fill(outline, colour)
        self.edge(outline, width)

    def solid(self, outline: Sequence[Point], colour: str, shade: Point = (16, 10), width: float = LINE) -> None:
        """Draw a shape with a deeper tone along the side away from the light, `shade` pixels wide and high."""
        self.fill(outline, DEEPER[colour])
        with self.within(outline):
            self.fill(shifted(outline, -shade[0], -shade[1]), colour)
        self.edge(outline, width)

    def joined(self, outlines: Sequence[Sequence[Point]], colour: str, width: float = LINE) -> None:
        """Draw several shapes as one, with a single ink line around them all."""
        for outline in outlines:
            self.edge(outline, width * 2)
        for outline in outlines:
            self.fill(outline, colour)

    def tint(self, outlines: Sequence[Sequence[Point]], colour: str, share: float) -> None:
        """Lay a colour once over several shapes so that what is under it shows; `share` (0 to 1) says how strongly."""
        self._colours |= {mix(under, colour, share) for under in self._colours}
        mask = Image.new("L", self._image.size)
        for outline in outlines:
            ImageDraw.Draw(mask).polygon(_enlarged(outline), fill=round(255 * share))
        self._image.paste(colour, mask=mask)

    @contextmanager
    def within(self, outline: Sequence[Point]) -> Iterator[None]:
        """Keep what is drawn in the block inside a shape."""
        before = self._image.copy()
        yield
        mask = Image.new("1", self._image.size)
        ImageDraw.Draw(mask).polygon(_enlarged(outline), fill=1)
        before.paste(self._image, mask=mask)
        self._image = before
        self._pen = ImageDraw.Draw(before)

    def picture(self) -> Image.Image:
        """Return the finished picture in a palette of its flat colours and the steps between them."""
        smooth = self._image.resize(self.size, Image.Resampling.LANCZOS)
        palette = Image.new("P", (1, 1))
        palette.putpalette([channel for colour in self._tones() for channel in rgb(colour)])
        return smooth.quantize(palette=palette, dither=Image.Dither.NONE)

    def _tones(self) -> list[str]:
        """Return the flat colours and the in-between ones that smooth edges need, at most 256."""
        flat = sorted(self._colours)
        lined = [mix(INK, colour, step / 4) for colour in flat if colour != INK for step in (1, 2, 3)]
        met = [mix(first, second, 0.5) for first, second in combinations(flat, 2) if INK not in (first, second)]
        return [*flat, *lined, *met][:256]


def _enlarged(outline: Sequence[Point]) -> Outline:
    """Return the points on the large surface, rounded so that every machine draws the same pixels."""
    return [(round(x * _SCALE, 3), round(y * _SCALE, 3)) for x, y in outline]
