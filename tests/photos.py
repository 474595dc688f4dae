"""Photos as phones and programs leave them: a scene of four colours, and secrets wherever a format can hold one.

The scene is 64 × 96 pixels when upright: red and green above, blue and yellow below. In the file it lies on its
side where the format can say so. Each secret begins with ``Secret-``; the position has figures of its own.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

from PIL import ExifTags, Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

WIDTH, HEIGHT = 64, 96
CORNERS = {(8, 8): (220, 30, 30), (56, 8): (30, 200, 30), (8, 88): (30, 30, 220), (56, 88): (230, 220, 40)}
"""Points of the upright scene, and the colours they have."""
ON_ITS_SIDE = 6
SECRET = b"Secret-"
LATITUDE = 5_330_713
"""The numerator of a degree; whoever finds these four bytes has found the position."""
TRACES = (
    SECRET,
    "Secret-".encode("utf-16-be"),
    "Secret-".encode("utf-16-le"),
    struct.pack(">I", LATITUDE),
    struct.pack("<I", LATITUDE),
    b"GPSLatitude",
    b"http://ns.adobe.com/xap/1.0/",
    b"Exif\0\0",
)
"""Bytes that no published file may hold."""
LEFT_BY_PILLOW = frozenset(
    {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "duration", "timestamp"}
)
"""What Pillow says of a bare JPEG or AVIF once it is open: how it is packed, and that it does not move."""
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="53,18.427N"'
    b' exif:ImageUniqueID="Secret-xmp"/></rdf:RDF></x:xmpmeta>'
)


def scene() -> Image.Image:
    """Draw the scene, upright."""
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(picture)
    for (x, y), colour in CORNERS.items():
        left, top = x // 32 * 32, y // 48 * 48
        draw.rectangle((left, top, left + 32, top + 48), fill=colour)
    return picture


def lying() -> Image.Image:
    """Give the scene as a phone held on its side stores it."""
    return scene().transpose(Image.Transpose.ROTATE_90)


def exif(way: int = ON_ITS_SIDE) -> bytes:
    """Write EXIF with a position, a comment, a maker note and a small picture."""
    made = Image.Exif()
    made[ExifTags.Base.ImageDescription] = "Secret-description"
    made[ExifTags.Base.Artist] = "Secret-artist"
    made[ExifTags.Base.Orientation] = way
    made.get_ifd(ExifTags.IFD.Exif).update({0x927C: b"Secret-maker-note", 0x9286: b"ASCII\0\0\0Secret-comment"})
    made.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (IFDRational(LATITUDE, 100_000), 0.0, 0.0), 29: "1977:05:23"})
    data = made.tobytes().removeprefix(b"Exif\0\0")
    small = io.BytesIO()
    scene().resize((8, 12)).save(small, "JPEG", comment=b"Secret-thumbnail")
    order = "<" if data[:2] == b"II" else ">"
    link = 8 + 2 + 12 * struct.unpack_from(f"{order}H", data, 8)[0]
    data += bytes(len(data) % 2)
    entries = ((0x0103, 3, 1, 6), (0x0201, 4, 1, len(data) + 42), (0x0202, 4, 1, len(small.getvalue())))
    ifd = struct.pack(f"{order}H", 3)
    for tag, kind, count, value in entries:
        worth = struct.pack(f"{order}HH", value, 0) if kind == 3 else struct.pack(f"{order}I", value)
        ifd += struct.pack(f"{order}HHI", tag, kind, count) + worth
    head = data[:link] + struct.pack(f"{order}I", len(data)) + data[link + 4 :]
    return b"Exif\0\0" + head + ifd + bytes(4) + small.getvalue()


def profile() -> bytes:
    """Give an sRGB profile that tells whose it is."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    mine = plain.replace("sRGB built-in".encode("utf-16-be"), "Secret-sRGB-1".encode("utf-16-be"))
    assert mine != plain
    return mine


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def jpeg() -> bytes:
    """Give a JPEG with EXIF, XMP, IPTC, a comment, a profile, and words after its end."""
    data = _saved(lying(), "JPEG", quality=95, exif=exif(), comment=b"Secret-jpeg", xmp=XMP, icc_profile=profile())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0bSecret-iptc"
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:] + b"Secret-after-the-end"


def png() -> bytes:
    """Give a PNG with eXIf, and text chunks of every sort, packed too."""
    told = PngInfo()
    told.add_text("Author", "Secret-text")
    told.add_text("Comment", "Secret-packed " * 90, zip=True)
    told.add_itxt("XML:com.adobe.xmp", XMP.decode())
    told.add(b"tIME", b"\x07\xb9\x05\x17\0\0\0")
    told.add(b"seCr", b"Secret-chunk")
    data = _saved(lying(), "PNG", exif=exif(), pnginfo=told, icc_profile=profile())
    return data + b"Secret-after-the-end"


def webp() -> bytes:
    """Give a WebP with EXIF, XMP and a profile."""
    return _saved(lying(), "WEBP", quality=95, exif=exif(), xmp=XMP, icc_profile=profile())


def avif() -> bytes:
    """Give an AVIF with EXIF, XMP and a profile."""
    return _saved(lying(), "AVIF", quality=95, speed=10, exif=exif(), xmp=XMP, icc_profile=profile())


def gif() -> bytes:
    """Give a GIF of two frames with a comment and XMP; the format cannot say which way is up."""
    frames = {"save_all": True, "append_images": [Image.new("RGB", (WIDTH, HEIGHT))], "loop": 0}
    data = _saved(scene(), "GIF", comment=b"Secret-gif", **frames)
    magic = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return data[:-1] + b"!\xff\x0bXMP DataXMP" + XMP + magic + b";"


def tiff() -> bytes:
    """Give a TIFF with EXIF, XMP, IPTC and a second page."""
    told = Image.Exif()
    told.load(exif())
    for tag, value in ((700, XMP), (33723, b"Secret-iptc"), (305, "Secret-software")):
        told[tag] = value
    frames = {"save_all": True, "append_images": [Image.new("RGB", (WIDTH, HEIGHT))]}
    return _saved(lying(), "TIFF", exif=told, icc_profile=profile(), **frames)


def mpo() -> bytes:
    """Give a JPEG with a second picture behind the first, each with EXIF, as phones with two lenses write it."""
    second = Image.new("RGB", lying().size)
    second.encoderinfo = {"exif": exif()}
    return _saved(lying(), "MPO", quality=95, save_all=True, append_images=[second], exif=exif(), icc_profile=profile())


FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "JPEG": ("jpg", jpeg),
    "PNG": ("png", png),
    "WebP": ("webp", webp),
    "AVIF": ("avif", avif),
    "GIF": ("gif", gif),
    "TIFF": ("tif", tiff),
    "MPO": ("jpg", mpo),
}
"""The ending and the maker of a photo in each format."""


def shows_the_scene(picture: Image.Image, tolerance: int = 40) -> bool:
    """Say whether a picture is the scene, upright, whatever its size."""
    colours = picture.convert("RGB")
    for (x, y), wanted in CORNERS.items():
        found = colours.getpixel((x * picture.width // WIDTH, y * picture.height // HEIGHT))
        assert isinstance(found, tuple)
        if any(abs(a - b) > tolerance for a, b in zip(found, wanted, strict=True)):
            return False
    return picture.width < picture.height


def traces(data: bytes) -> list[bytes]:
    """Give which traces of the secrets these bytes hold."""
    return [trace for trace in TRACES if trace in data]
