"""One picture in one format: as good as its budget allows, and smaller rather than worse than can be looked at."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from plugins.images.likeness import likeness
from plugins.view.pictures import Format

QUALITY = {Format.AVIF: 50, Format.JPEG: 75}
"""How well pictures are written where that fits: by ``likeness``, photos are as good as sharp's are by default."""
WORST = 10
"""No lower quality is tried."""
LIKE_ENOUGH = 0.88
"""A picture that would have to be less like its original is made smaller instead."""
SMALLER = 0.8
"""By so much at a time."""
SNUG = 0.85
"""What fills so much of its budget is good enough; a better one would hardly be told from it."""
ON_CARDS = 640
"""Pixels of the widest picture that cards ask for."""
BYTES_ON_CARDS, BYTES = 60_000, 120_000

_OPTIONS: dict[Format, dict[str, Any]] = {
    # One thread and no tiles: the bytes are the same on every machine.
    Format.AVIF: {"subsampling": "4:2:0", "codec": "aom", "max_threads": 1, "autotiling": False},
    Format.JPEG: {"optimize": True, "progressive": True},
}


def budget(width: int) -> int:
    """Give how many bytes a picture may have at a width in pixels."""
    return BYTES_ON_CARDS if width <= ON_CARDS else BYTES


def encoded(picture: Image.Image, kind: Format, speed: int) -> bytes:
    """Write a picture that holds nothing but RGB pixels. It fits its budget, and may be smaller than what came in.

    ``speed`` is AVIF's: from 0, which gives the fewest bytes, to 10.
    """
    most = budget(picture.width)
    while (data := _within(most, picture, kind, speed)) is None:
        smaller = (max(1, round(picture.width * SMALLER)), max(1, round(picture.height * SMALLER)))
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)
    return data


def _within(most: int, picture: Image.Image, kind: Format, speed: int) -> bytes | None:
    """Write a picture as well as a number of bytes allows; None where it would no longer look like itself."""
    best = written(picture, kind, QUALITY[kind], speed)
    if len(best) <= most:
        return best
    found, low, high = b"", WORST, QUALITY[kind]
    while low < high and len(found) < most * SNUG:
        middle = (low + high) // 2
        data = written(picture, kind, middle, speed)
        if len(data) <= most:
            found, low = data, middle + 1
        else:
            high = middle
    return found if found and likeness(picture, _read(found)) >= LIKE_ENOUGH else None


def written(picture: Image.Image, kind: Format, quality: int, speed: int) -> bytes:
    """Write a picture at a quality from 1 to 100 and at AVIF's speed, whatever becomes of its likeness."""
    out = io.BytesIO()
    own = {"speed": speed} if kind is Format.AVIF else {}
    picture.save(out, kind.name, quality=quality, **_OPTIONS[kind], **own)
    return out.getvalue()


def _read(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))
