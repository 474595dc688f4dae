"""A few flat drawings for the pictures of a corpus."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from tests.bench.corpus.item import Item
from tests.bench.corpus.setting import PICTURES

SIZE = (1200, 800)


def draw(content: Path, items: list[Item]) -> None:
    """Draw what the documents show: shared pictures once each, and a story's own under its name."""
    folder = content / "images"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {*PICTURES, *(item.fields["image"] for item in items if "image" in item.fields)}
    for number, name in enumerate(sorted(wanted)):
        drawing(number).save(folder / name)


def drawing(number: int) -> Image.Image:
    """Draw a picture that differs from that of any other number."""
    picture = Image.new("RGB", SIZE, (255, 40 + number * 17 % 200, 90))
    pen = ImageDraw.Draw(picture)
    for step in range(8):
        left, top = step * 150, (step * 137 + number * 61) % 600
        pen.rectangle((left, top, left + 120, top + 180), fill=(step * 30, 120, number * 23 % 256))
    return picture
