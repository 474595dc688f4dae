"""Pictures: whether each is whole, and holds nothing beside its pixels and how to draw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.checks.metadata import AVIF, segments_of_jpeg, segments_of_png
from plugins.model import Problem

_JPEG_DRAWS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The segments for programs that say how to draw, by what they begin with (ITU T.81, B.2.4.6)."""
_PNG_DRAWS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"IEND"})
_AVIF_SAYS = (b"Exif", b"application/rdf+xml", b"uuid")
"""The items of a HEIF file that say more than the picture (ISO 23008-12, annex A)."""
_JFIF, _APP0 = 14, 0xE0
"""Bytes of the segment that begins a JPEG file, where it holds no small copy of the picture (ITU T.871, 10.1)."""
_PROFILES = (b"colrprof", b"colrrICC")
"""Begin a profile of colours in a HEIF file (ISO 14496-12, 12.1.5)."""


def bare(name: str, data: bytes) -> bool:
    """Say whether a picture holds nothing but pixels, as one that was drawn anew does; of JPEG and AVIF only."""
    if any(picture_problems(name, data)):
        return False
    if name.endswith(".jpg"):
        return all(not held or (kind == _APP0 and len(held) == _JFIF) for kind, held in segments_of_jpeg(data))
    return name.endswith(".avif") and not any(mark in data for mark in _PROFILES)


def picture_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Give what is wrong with a picture, by its ending; nothing for endings that nobody here makes."""
    judge = next((judge for ending, judge in _JUDGES.items() if name.endswith(ending)), None)
    for what in dict.fromkeys(judge(data)) if judge else ():
        message = f"This picture {what}."
        fix = "Pictures are drawn again from their pixels; a file that came here in another way must not be online."
        yield Problem(path=name, line=0, field="", message=message, fix=fix, code="K05")


def _of_jpeg(data: bytes) -> Iterator[str]:
    if not data.startswith(b"\xff\xd8") or b"\xff\xd9" not in data[-2:]:
        yield "is cut, or something follows it"
    for kind, held in segments_of_jpeg(data):
        if held and not (kind in _JPEG_DRAWS and held.startswith(_JPEG_DRAWS[kind])):
            yield "says more than it shows (metadata)"


def _of_png(data: bytes) -> Iterator[str]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or not data.endswith(b"IEND\xaeB`\x82"):
        yield "is cut, or something follows it"
    for kind, held in segments_of_png(data):
        if kind not in _PNG_DRAWS and (kind or held):
            yield "says more than it shows (metadata)"


def _of_avif(data: bytes) -> Iterator[str]:
    if data[4:12] not in AVIF:
        yield "is none, or is cut"
    head = data[: max(0, data.find(b"mdat"))] or data
    if any(mark in head for mark in _AVIF_SAYS):
        yield "says more than it shows (metadata)"


_JUDGES: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".jpg": _of_jpeg,
    ".jpeg": _of_jpeg,
    ".png": _of_png,
    ".avif": _of_avif,
}
