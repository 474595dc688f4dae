"""An editor's picture without what cameras and programs write beside the pixels; the pixels stay as they are."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from PIL import ExifTags, Image

from plugins.desk.cutting import Broken, gif, jpeg, png, upright_note, webp
from plugins.source.pictures import head, turn

__all__ = ["Broken", "cleaned"]

_TIFF_KEPT = frozenset(
    {254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 296, 317, 320, 322, 323, 324, 325}
    | {332, 338, 339, 347, 529, 530, 531, 532, 34675}
)
"""The tags of TIFF 6.0 that say how the pixels lie and what their colours are."""


def cleaned(data: bytes) -> bytes:
    """Give a picture's bytes without metadata: the same bytes where there is none. Raises Broken.

    What stays beside the pixels is the colour profile, and one number that says which way is up. JPEG, PNG,
    WebP and GIF keep their pixels bit for bit; so does the first page of a TIFF; AVIF is written again.
    """
    try:
        head(data)  # it refuses what is too big to be drawn
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
                clean = _without(data, picture)
                if clean != data:
                    _compare(picture, clean)
    except Exception as error:
        raise Broken from error
    return clean


def _without(data: bytes, picture: Image.Image) -> bytes:
    if picture.format in _CUTTERS:
        return _CUTTERS[picture.format](data, turn(picture))
    return _tiff(data, picture) if picture.format == "TIFF" else _avif(data, picture)


def _compare(before: Image.Image, clean: bytes) -> None:
    """Look at what was made before anybody loses what it was made from."""
    with Image.open(io.BytesIO(clean)) as after:
        after.load()
        alike = before.size == after.size and turn(after) == turn(before)
        if not alike or (before.format != "AVIF" and before.tobytes() != after.tobytes()):
            raise Broken


def _tiff(data: bytes, picture: Image.Image) -> bytes:
    """Write the first page again, without loss, where any tag says more than how to draw it (TIFF 6.0)."""
    tags = set(picture.tag_v2)  # type: ignore[attr-defined]  # only pictures of this format have tags
    if tags <= _TIFF_KEPT and getattr(picture, "n_frames", 1) == 1:
        return data
    out = io.BytesIO()
    _bare(picture).save(out, "TIFF", compression="tiff_adobe_deflate", **_profile(picture))
    return out.getvalue()


def _avif(data: bytes, picture: Image.Image) -> bytes:
    """Write the picture again, as well as the format can: nothing can be cut out of such a file."""
    way, told = turn(picture), set(picture.getexif()) - {ExifTags.Base.Orientation}
    if not told and not picture.info.get("xmp"):
        return data
    note = {"exif": upright_note(way)} if way != 1 else {}
    out = io.BytesIO()
    _bare(picture).save(out, "AVIF", quality=95, subsampling="4:4:4", **note, **_profile(picture))
    return out.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    """Give an image of the same pixels that knows nothing else."""
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    if picture.palette:
        bare.putpalette(picture.palette)
    return bare


def _profile(picture: Image.Image) -> dict[str, bytes]:
    profile = picture.info.get("icc_profile")
    return {"icc_profile": profile} if profile else {}


_CUTTERS: dict[str | None, Callable[[bytes, int], bytes]] = {
    "JPEG": jpeg,
    "MPO": jpeg,
    "PNG": png,
    "WEBP": webp,
    "GIF": gif,
}
