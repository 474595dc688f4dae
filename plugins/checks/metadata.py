"""What a picture, or any other file of bytes, says beside what it shows: comments, EXIF, XMP, text chunks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_RUN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){3,}"
)
_WIDE = re.compile(
    rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x10-\x3a]\x20){3,}|(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|\x20[\x10-\x3a]){3,}"
)
"""Letters of two bytes each, the smaller or the greater first."""
_LONG = 6
"""In bytes that may be pixels, fewer letters than these beside one another are chance."""
_LONG_RUN = re.compile(rb"[\t\n\r\x20-\x7e]{%d,}" % _LONG)
_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_MARK, _PIXELS, _END = 0xFF, 0xDA, 0xD9
_SAYING = frozenset({*range(0xE0, 0xF0), 0xFE})
"""The segments of JPEG for applications (EXIF, XMP, IPTC, profiles, thumbnails), and the comment."""
_PACKED = {b"zTXt", b"iTXt", b"iCCP"}
_HEAD = 8
"""Bytes with which a box of a HEIF file begins: its size and its kind."""
AVIF = frozenset({b"ftypavif", b"ftypavis"})
"""What stands in a picture, or in a row of them, from its fifth byte on (AVIF, section 6)."""
_ITEMS = (b"Exif", b"mime", b"uri ")
"""The kinds of items in a HEIF file that are no pictures (ISO 14496-12, 8.11.6; ISO 23008-12, annex A)."""


def metadata(data: bytes) -> Iterator[str]:
    """Give every piece of text in a file of bytes; of pictures, without what chance spells in their pixels."""
    if data.startswith(_JPEG):
        for _, segment in segments_of_jpeg(data):
            yield from _runs(segment)
    elif data.startswith(_PNG):
        for kind, chunk in segments_of_png(data):
            yield from _runs(chunk)
            for held in _inflated(chunk) if kind in _PACKED else ():
                yield from _runs(held)
    elif data[4:12] in AVIF:
        yield from _of_avif(tuple(boxes_of_avif(data)))
    else:
        yield from (text for text in _runs(data) if len(text) >= _LONG)


def _of_avif(boxes: tuple[tuple[bytes, bytes], ...]) -> Iterator[str]:
    """Give what the boxes say; what is for programs lies between the pixels, where there is any."""
    says_more = any(item in held for kind, held in boxes if kind != b"mdat" for item in _ITEMS)
    for kind, held in boxes:
        if kind != b"mdat" or says_more:
            yield from _runs(held)
        else:
            yield "\n".join(run.decode("ascii") for run in _LONG_RUN.findall(held))


def _runs(data: bytes) -> Iterator[str]:
    yield "\n".join(run.decode("utf-8", "replace") for run in _RUN.findall(data))
    if b"\0" in data:
        for run in _WIDE.findall(data):
            yield run.decode("utf-16-be" if run[:1] in {b"\0", b" "} else "utf-16-le", "replace")


def segments_of_jpeg(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the segments that are no tables and no pixels by kind, and as 0 what follows the end (ITU T.81, annex B)."""
    at = len(_JPEG)
    while at + 2 <= len(data) and data[at] == _MARK:
        kind, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if kind == _END:
            at += 2
            break
        if kind in _SAYING:
            yield kind, data[at + 4 : at + 2 + size]
        at += 2 + size
        if kind == _PIXELS:
            found = _SCAN.search(data, at)
            at = found.start() if found else len(data)
    yield 0, data[at:]


def segments_of_png(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks that are no pixels by kind, and as nothing what follows the end (PNG 3, section 5)."""
    at = len(_PNG)
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        held = data[at + 8 : at + 8 + size]
        at += size + 12
        if kind not in {b"IDAT", b"PLTE", b"IHDR"}:
            yield kind, held
        if kind == b"IEND":
            break
    yield b"", data[at:]


def boxes_of_avif(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the boxes by kind, and as nothing what is none or is cut (ISO 14496-12, 4.2)."""
    at = 0
    while at + _HEAD <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + _HEAD]
        size = {0: len(data) - at, 1: int.from_bytes(data[at + _HEAD : at + 2 * _HEAD])}.get(size, size)
        if not _HEAD <= size <= len(data) - at:
            break
        yield kind, data[at + _HEAD : at + size]
        at += size
    yield b"", data[at:]


def _inflated(held: bytes) -> Iterator[bytes]:
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", held):
        try:
            yield zlib.decompressobj().decompress(held[start.start() :])
        except zlib.error:
            continue
