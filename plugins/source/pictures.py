"""A picture file becomes an original whose size is known, or a problem."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from plugins.model import Level, Problem
from plugins.model.addresses import SLUG_PATTERN
from plugins.model.picture import Original
from plugins.source.bounds import SECONDS_TO_SEE, TooSlow, bounded
from plugins.source.text import plain_name
from plugins.source.tones import tone

LARGEST = 100_000_000
"""Bytes of a picture file."""
MOST_PIXELS = 60_000_000
MOST_FRAMES = 300
MOST_DRAWN = 10 * MOST_PIXELS
"""Pixels times scans of a JPEG: each scan draws all of it anew, and takes but a few bytes to ask for."""
LONGEST = 65_500
"""Pixels of a side: a JPEG holds no more."""
ON_THEIR_SIDE = frozenset({5, 6, 7, 8})
"""The ways to lie (see ``turn``) in which a picture's width is the height it has upright."""
FORMATS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".mpo"),
    "MPO": (".jpg", ".jpeg", ".mpo"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
}
"""What Pillow calls each format that an original may have, and the endings it may have then."""
OPENED = tuple(name for name in FORMATS if name != "MPO")
"""The readers that Pillow may use; an MPO is a JPEG until it is open."""
ENDINGS = frozenset(ending for endings in FORMATS.values() for ending in endings)

_SCAN = b"\xff\xda"
"""Begins a scan (ITU-T T.81, B.1.1.3); between the bytes of a picture no 255 stands but before a nought."""
_MODES = frozenset({"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr"})
_PHONE_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"heif"})
_EXPORT = "Open it and export it as JPEG or PNG."
_SMALLER = "Save it no wider than 4,000 pixels."
_HEIC = "This is a HEIC photo, which most browsers cannot show."
_EXPORT_HEIC = (
    "Export it as JPEG. On an iPhone: Share, Options, Most Compatible. On a Mac: open it in Preview, File, Export."
)
NOT_READ = {
    ".heic": (_HEIC, _EXPORT_HEIC),
    ".heif": (_HEIC, _EXPORT_HEIC),
    ".svg": ("SVG drawings can hold programs, so they are not read.", "Export it as PNG, 1200 pixels wide."),
}
"""The endings of pictures that are known and not read: why not, and what to do."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a picture file says of itself: its format, its size once upright, and whether it says where it was taken."""

    format: str
    width: int
    height: int
    placed: bool


def read(path: str, file: Path) -> tuple[Original | None, list[Problem]]:
    """Look at a picture's head and tone, in no more time than ``bounds`` says."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    name = f"{plain_name(stem)}.{ending.lower()}"
    if not re.fullmatch(SLUG_PATTERN, stem) or ending != ending.lower():
        message = "File names use small letters, figures and hyphens."
        return None, [_problem(path, "F09", message, f"Rename it to “{name}”.")]
    if file.stat().st_size > LARGEST:
        return None, [_problem(path, "I02", "This picture file is too big.", _SMALLER)]
    try:
        return bounded(lambda: _read(path, file, name), SECONDS_TO_SEE)
    except (TooSlow, MemoryError):
        return None, [_problem(path, "I02", "This picture takes too long to read.", _SMALLER)]


def _read(path: str, file: Path, name: str) -> tuple[Original | None, list[Problem]]:
    data, ending = file.read_bytes(), file.suffix
    try:
        found = head(data)
    except Image.DecompressionBombError:
        return None, [_problem(path, "I02", "This picture is too big.", _SMALLER)]
    except Exception:  # noqa: BLE001 - Pillow's readers raise whatever a broken file makes them raise
        return None, [_unreadable(path, data)]
    if ending not in FORMATS.get(found.format, ()):
        return None, [_problem(path, "I01", f"This file is called {ending}, but is a {found.format} inside.", _EXPORT)]
    try:
        seen = tone(data, OPENED)
    except Exception:  # noqa: BLE001 - see above
        return None, [broken(path)]
    digest = hashlib.sha256(data).hexdigest()
    original = Original(name, found.width, found.height, digest, file, seen)
    return original, [_placed(path)] if found.placed else []


def broken(path: str) -> Problem:
    """Say of a picture that its head can be read, but not all of it."""
    return _problem(
        path, "I01", "This picture is broken inside, or cut off.", "Open it and export it again as JPEG or PNG."
    )


def not_read(ending: str) -> tuple[str, str]:
    """Say why a file of the pictures' folder with this ending is not read, and what to do about it."""
    return NOT_READ.get(ending.lower(), ("Only pictures are read here: .jpg, .png, .webp, .avif, .gif, .tif.", _EXPORT))


def head(data: bytes) -> Head:
    """Read what a picture says of itself. Raises what Pillow raises, and DecompressionBombError for too much of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = Image.open(io.BytesIO(data), formats=OPENED)
        pixels = picture.width * picture.height
        scans = data.count(_SCAN) if picture.format in {"JPEG", "MPO"} else 1
        if pixels > MOST_PIXELS or max(picture.size) > LONGEST or pixels * scans > MOST_DRAWN:
            raise Image.DecompressionBombError
        if not min(picture.size) or not (picture.mode in _MODES or picture.mode.startswith("I;16")):
            raise ValueError(picture.mode)
        exif = _exif(picture, data)
        width, height = picture.size[::-1] if _turn(picture, exif) in ON_THEIR_SIDE else picture.size
        found = Head(picture.format or "", width, height, _says_where(picture, exif, data))
        if _frames(picture) > MOST_FRAMES:
            raise Image.DecompressionBombError
        return found


def turn(picture: Image.Image) -> int:
    """Give how a picture lies, as EXIF counts it (CIPA DC-008, Orientation): 1 is upright, and so is nonsense."""
    try:
        return _turn(picture, picture.getexif())
    except Exception:  # noqa: BLE001 - a picture may be whole though its EXIF is not
        return 1


def _turn(picture: Image.Image, exif: Image.Exif) -> int:
    found = exif.get(ExifTags.Base.Orientation, 1)
    known = isinstance(found, int) and 1 <= found <= 8  # noqa: PLR2004 - there are eight ways
    return found if known and picture.format != "TIFF" else 1  # Pillow turns a TIFF by itself


def _exif(picture: Image.Image, data: bytes) -> Image.Exif:
    """Give what EXIF a picture has; a PNG is drawn for it only where some stands after its pixels."""
    try:
        if picture.format == "PNG" and b"eXIf" not in data and b"tiff:Orientation" not in data:
            return Image.Image.getexif(picture)
        return picture.getexif()
    except Exception:  # noqa: BLE001 - see turn
        return Image.Exif()


def _says_where(picture: Image.Image, exif: Image.Exif, data: bytes) -> bool:
    """Say whether a position stands in EXIF, or in XMP, packed or not."""
    try:
        placed = bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 - see turn
        placed = ExifTags.IFD.GPSInfo in exif
    packed = str(picture.info.get("XML:com.adobe.xmp", ""))
    return placed or b"GPSLatitude" in data or "GPSLatitude" in packed


def _frames(picture: Image.Image) -> int:
    """Count frames, but no further than tells that there are too many."""
    if picture.format != "TIFF":
        return int(getattr(picture, "n_frames", 1))
    try:
        picture.seek(MOST_FRAMES)
    except EOFError:
        return 1
    return MOST_FRAMES + 1


def _unreadable(path: str, data: bytes) -> Problem:
    if data[4:8] == b"ftyp" and data[8:12] in _PHONE_BRANDS:
        return _problem(path, "I01", _HEIC, _EXPORT_HEIC)
    return _problem(path, "I01", "This is not a picture we can read.", _EXPORT)


def _placed(path: str) -> Problem:
    return Problem(
        path=path,
        line=0,
        field="",
        message="This photo says where it was taken. The copy on the site does not, but the file in this folder does.",
        fix="To take it out of the file: clnm fix images",
        code="P03",
        level=Level.WARNING,
    )


def _problem(path: str, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=0, field="", message=message, fix=fix, code=code)
