"""A picture file becomes an original whose size is known, or a problem."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from pathlib import Path

from PIL import ExifTags, Image

from plugins.model import Problem
from plugins.model.addresses import SLUG_PATTERN
from plugins.model.picture import Original
from plugins.source.text import plain_name

LARGEST = 100_000_000
"""Bytes of a picture file."""
MOST_PIXELS = 60_000_000
MOST_FRAMES = 300
FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "MPO": (".jpg", ".jpeg"), "WEBP": (".webp",)}
_EXPORT = "Open it and export it as JPEG or PNG."
_SMALLER = "Save it no wider than 4,000 pixels."


def read(path: str, file: Path) -> tuple[Original | None, list[Problem]]:
    """Look at a picture's head without drawing it; what it shows is looked at when it is published."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    name = f"{plain_name(stem)}.{ending.lower()}"
    if not re.fullmatch(SLUG_PATTERN, stem) or ending != ending.lower():
        message = "File names use small letters, figures and hyphens."
        return None, [_problem(path, "F09", message, f"Rename it to “{name}”.")]
    if file.stat().st_size > LARGEST:
        return None, [_problem(path, "I02", "This picture file is too big.", _SMALLER)]
    data = file.read_bytes()
    try:
        width, height, found = _head(data)
    except Image.DecompressionBombError:
        return None, [_problem(path, "I02", "This picture is too big.", _SMALLER)]
    except Exception:  # noqa: BLE001 - Pillow's readers raise whatever a broken file makes them raise
        return None, [_problem(path, "I01", "This is not a picture we can read.", _EXPORT)]
    if f".{ending}" not in FORMATS.get(found, ()):
        return None, [_problem(path, "I01", f"This file is called .{ending}, but is a {found} inside.", _EXPORT)]
    return Original(name, width, height, hashlib.sha256(data).hexdigest(), file), []


def _head(data: bytes) -> tuple[int, int, str]:
    """Give the width and height of a picture once it is turned upright, and its format."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        picture = Image.open(io.BytesIO(data), formats=list(FORMATS))
        if picture.width * picture.height > MOST_PIXELS or getattr(picture, "n_frames", 1) > MOST_FRAMES:
            raise Image.DecompressionBombError
        width, height = picture.size[::-1] if _turned(picture) else picture.size
        return width, height, picture.format or ""


def _turned(picture: Image.Image) -> bool:
    return picture.getexif().get(ExifTags.Base.Orientation, 1) in {5, 6, 7, 8}


def _problem(path: str, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=0, field="", message=message, fix=fix, code=code)
