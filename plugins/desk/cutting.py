"""Cuts out of a picture file what is no part of the picture, and leaves every byte of the picture as it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from PIL import ExifTags

_JPEG_END = 0xD9
_JPEG_SCAN = 0xDA
_JPEG_JFIF = 0xE0
_JPEG_COLOURS = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_JPEG_NOISE = frozenset({*range(0xE1, 0xF0), 0xFE})
_JPEG_IN_SCAN = frozenset({0, *range(0xD0, 0xD8)})
_FILL = 0xFF
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD"}
    | {b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_WEBP_EXIF = 0x08
_WEBP_XMP = 0x04
_GIF_END = 0x3B
_GIF_PIXELS = 0x2C
_GIF_EXTENSION = 0x21
_GIF_TIMING = 0xF9
_GIF_PROGRAM = 0xFF
_GIF_KEPT = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})


class Broken(Exception):  # noqa: N818 - it names what happened
    """The file does not hold together, so nothing can be taken out of it safely."""


def upright_note(way: int) -> bytes:
    """Write EXIF that says one thing: how the picture lies (CIPA DC-008, Orientation)."""
    return b"MM\0*\0\0\0\x08\0\1" + struct.pack(">HHIHH", ExifTags.Base.Orientation, 3, 1, way, 0) + bytes(4)


def jpeg(data: bytes, way: int) -> bytes:
    """Leave out every segment that is no part of the drawing, and what follows the picture (ITU T.81, B)."""
    kept = [b"\xff\xd8"]
    if way != 1:
        note = b"Exif\0\0" + upright_note(way)
        kept.append(b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note)
    place = 2
    while (marker := data[place + 1]) != _JPEG_END:
        if data[place] != _FILL:
            raise Broken
        if marker == _FILL:
            place += 1
            continue
        end = place + 2 + struct.unpack_from(">H", data, place + 2)[0]
        if marker == _JPEG_SCAN:
            end = _scan_end(data, end)
        kept.append(_segment(marker, data[place:end]))
        place = end
    return b"".join((*kept, b"\xff\xd9"))


def _segment(marker: int, segment: bytes) -> bytes:
    """Give a segment of a JPEG as it is kept, which may be nothing."""
    held = segment[4:]
    if marker == _JPEG_JFIF:  # it says how big a dot is; a small picture may follow in it, and is left out
        return b"\xff\xe0\0\x10" + held[:12] + b"\0\0" if held.startswith(b"JFIF\0") else b""
    colours = any(marker == known and held.startswith(name) for known, name in _JPEG_COLOURS)
    return segment if colours or marker not in _JPEG_NOISE else b""


def _scan_end(data: bytes, place: int) -> int:
    """Find the next marker after pixels: in pixels, FF is followed by 0 or by a restart marker."""
    while (place := data.find(b"\xff", place)) >= 0:
        if data[place + 1] not in _JPEG_IN_SCAN:
            return place
        place += 2
    raise Broken


def png(data: bytes, way: int) -> bytes:
    """Keep the chunks that make the picture (PNG, third edition, 11), and nothing after its end."""
    kept = [data[:8]]
    for kind, chunk in _chunks(data):
        if kind in _PNG_KEPT:
            kept.append(chunk)
        if kind == b"IHDR" and way != 1:
            note = b"eXIf" + upright_note(way)
            kept.append(struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note)))
    return b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, kind = 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        yield kind, data[place : place + length + 12]
        place += length + 12


def webp(data: bytes, way: int) -> bytes:
    """Keep the chunks that make the picture (RFC 9649, 2.7)."""
    kept = []
    for kind, body in _riff(data):
        if kind == b"VP8X":
            flags = body[0] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if way != 1 else 0)
            kept.append((kind, bytes([flags]) + body[1:]))
        elif kind in _WEBP_KEPT:
            kept.append((kind, body))
    if way != 1:
        kept.append((b"EXIF", upright_note(way)))
    chunks = b"".join(kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for kind, body in kept)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while place + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, place)
        yield kind, data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def gif(data: bytes, _: int) -> bytes:
    """Leave out comments, words and what programs add (GIF89a, 24 to 26)."""
    place = 13 + _palette(data[10])
    kept = [data[:place]]
    while (mark := data[place]) != _GIF_END:
        wanted = True
        if mark == _GIF_PIXELS:
            end = _blocks_end(data, place + 10 + _palette(data[place + 9]) + 1)
        elif mark == _GIF_EXTENSION:
            label, end = data[place + 1], _blocks_end(data, place + 2)
            wanted = label == _GIF_TIMING or (label == _GIF_PROGRAM and data[place + 3 : place + 14] in _GIF_KEPT)
        else:
            raise Broken
        kept += [data[place:end]] if wanted else []
        place = end
    return b"".join((*kept, b";"))


def _palette(flags: int) -> int:
    """Give the bytes of a table of colours (GIF89a, 18 to 21)."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks_end(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1
