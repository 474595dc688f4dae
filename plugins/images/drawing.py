"""Draws a picture anew: from its pixels, upright, in sRGB, on paper, in each of its widths."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence

from PIL import Image, ImageCms

from plugins.source.pictures import ON_THEIR_SIDE, OPENED, turn

PAPER = (255, 249, 240)
"""What shows through where an original is clear."""

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by how EXIF says it lies."""


def drawn(data: bytes, widths: Sequence[int]) -> Iterator[Image.Image]:
    """Draw a picture (its first frame) at widths in pixels, the widest first; it is read once for all of them.

    Only pixels pass: what is drawn holds no metadata, no profile and no second picture. Raises whatever a
    broken file makes Pillow raise.
    """
    widest, *narrower = sorted(widths, reverse=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        flat = _upright(data, widest)
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    yield clean
    wide, high = clean.size
    for width in narrower:
        clean = clean.resize((width, max(1, round(high * width / wide))), Image.Resampling.LANCZOS)
        yield clean


def _upright(data: bytes, width: int) -> Image.Image:
    """Give a picture's pixels upright, in sRGB and at a width."""
    with Image.open(io.BytesIO(data), formats=OPENED) as opened:
        way = turn(opened)
        wide, high = opened.size[::-1] if way in ON_THEIR_SIDE else opened.size
        height = max(1, round(high * width / wide))
        opened.draft("RGB", (height, width) if way in ON_THEIR_SIDE else (width, height))
        flat = _on_paper(_in_srgb(_in_eight_bits(opened)))
    flat = flat.transpose(_UPRIGHT[way]) if way in _UPRIGHT else flat
    if flat.size != (width, height):
        flat = flat.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return flat


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Turn what few programs write into grey, colour, or colour with clear places."""
    if picture.mode.startswith("I;16"):
        return picture.convert("F").point(lambda value: value / 257).convert("L")
    if picture.mode in {"La", "RGBa"}:
        return picture.convert("LA" if picture.mode == "La" else "RGBA").convert("RGBA")
    if "transparency" in picture.info or picture.mode in {"LA", "PA"}:
        return (picture.convert("L") if picture.mode == "1" else picture).convert("RGBA")
    return picture if picture.mode in {"L", "RGB", "RGBA", "CMYK"} else picture.convert("RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Turn the colours of a picture that brings its own profile into sRGB; a profile that does not fit says nothing."""
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture


def _on_paper(picture: Image.Image) -> Image.Image:
    """Flatten a picture that is clear in places."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, (*PAPER, 255))
    return Image.alpha_composite(paper, picture).convert("RGB")
