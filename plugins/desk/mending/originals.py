"""Pictures without what cameras wrote beside the pixels, and no larger than any page can show."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from plugins.desk.cleaning import Broken, cleaned
from plugins.desk.mending.undo import Kept
from plugins.disk import write_whole
from plugins.source.pictures import ENDINGS, LARGEST, OPENED

LONG_SIDE = 2400
"""Dots: twice the widest that a page shows."""
_MOST = 400_000_000
"""Dots: more would not fit into the memory of a small computer."""
_WRITTEN = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def mend(content: Path, kept: Kept) -> Iterator[str]:
    """Clean and shrink the originals that need it; say each. What cannot be read stays as it is."""
    for path in sorted((content / "images").glob("*")):
        if path.suffix.lower() not in ENDINGS or path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(content).as_posix()
        try:
            data = path.read_bytes()
            small = _smaller(data, path) if _too_big(data) else data
            after = cleaned(small)
        except (Broken, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
        if small != data:
            yield f"{name}: made smaller, the long side has {LONG_SIDE} dots now"
        elif after != data:
            yield f"{name}: took out where and when it was taken; the pixels are the same"
        if after != data:
            kept.keep(path)
            write_whole(path, after)


def _too_big(data: bytes) -> bool:
    if len(data) > LARGEST:
        return True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=OPENED) as picture:
            return max(picture.size) > 2 * LONG_SIDE


def _smaller(data: bytes, path: Path) -> bytes:
    """Draw a picture smaller, in its own format. Raises ValueError for a format that would lose by it."""
    form = _WRITTEN.get(path.suffix.lower())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=OPENED) as picture:
            if form is None or picture.width * picture.height > _MOST:
                raise ValueError(path.suffix)
            picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            profile = {"icc_profile": picture.info["icc_profile"]} if picture.info.get("icc_profile") else {}
            upright.save(out, form, quality=92, **profile)
    return out.getvalue()
