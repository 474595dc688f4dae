"""A photo of 12 megapixels that nobody took: soft light, shapes with edges, texture and grain, the same each time."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (4032, 3024)
"""What phones take."""
QUALITY = 70
_OCTAVES = ((8, 0.42), (16, 0.34), (32, 0.26), (64, 0.2), (128, 0.15), (256, 0.14), (512, 0.07), (1024, 0.02))
"""Texture from coarse to fine, as points across the photo and how much of it there is: less the finer, as in nature."""
_GRAIN = ((512, 0.03),)
_SHAPES = 40


def jpeg(seed: int = 7) -> bytes:
    """Give the photo as a file of about 577 kB, as a phone's messenger sends it on."""
    out = io.BytesIO()
    photograph(seed).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def photograph(seed: int = 7) -> Image.Image:
    """Draw the photo."""
    chance = random.Random(seed)  # noqa: S311 - the same photo each time, no secret
    photo = _texture(chance, 4)
    for points, share in _OCTAVES:
        photo = Image.blend(photo, _texture(chance, points), share)
    draw = ImageDraw.Draw(photo)
    for number in range(_SHAPES):
        _shape(draw, chance, round_one=bool(number % 2))
    photo = photo.filter(ImageFilter.BoxBlur(1.5))
    for points, share in _GRAIN:
        photo = Image.blend(photo, _texture(chance, points), share)
    return photo


def _texture(chance: random.Random, points: int) -> Image.Image:
    size = (points, points * 3 // 4)
    small = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
    return small.resize(SIZE, Image.Resampling.BICUBIC)


def _shape(draw: ImageDraw.ImageDraw, chance: random.Random, *, round_one: bool) -> None:
    x, y, half = chance.randrange(SIZE[0]), chance.randrange(SIZE[1]), chance.randrange(40, 400)
    colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
    box = (x - half, y - half, x + half, y + half)
    if round_one:
        draw.ellipse(box, fill=colour)
    else:
        draw.rectangle(box, fill=colour)
