"""Pictures: files that are none, that are more than they say, or that say more than they show."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from tests.hostile.case import Case, Outcome, Promise, Stuff, header

UNSEEN = "UnmistakableWords"
"""Stands in every sort of metadata, and may stand in no file of the site."""


def drawn(mode: str = "RGB", size: tuple[int, int] = (60, 40), kind: str = "PNG", **more: Any) -> bytes:
    """Draw a small picture and write it."""
    out = io.BytesIO()
    picture = Image.new(mode, size, 90 if len(mode) == 1 or mode.startswith("I") else None)
    picture.save(out, kind, **more)
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """Write a chunk of a PNG, with its sum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *more: bytes, data: bytes = b"\0", depth: int = 8, colour: int = 2) -> bytes:
    """Write a PNG that says of itself what it is told to."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = (chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def exif(**gps: object) -> bytes:
    """Write EXIF with everything in it that may name somebody, and a position."""
    found = Image.Exif()
    tags = ExifTags.Base
    for tag in (tags.Artist, tags.Copyright, tags.ImageDescription, tags.Make, tags.Model, tags.HostComputer):
        found[tag] = UNSEEN
    found[tags.Orientation] = gps.pop("orientation", 1)
    found.get_ifd(ExifTags.IFD.Exif)[tags.UserComment] = UNSEEN.encode()
    found.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (53.0, 24.0, 0.0), 3: "W", 4: (2.0, 58.0, 0.0), 27: UNSEEN.encode()}
    )
    return found.tobytes()


def frames(kind: str, number: int, **more: Any) -> bytes:
    """Write a film of a number of pictures."""
    pictures = [Image.new("RGB", (8, 8), (n * 37 % 256, n * 91 % 256, 9)) for n in range(number)]
    out = io.BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], **more)
    return out.getvalue()


def text_in_png() -> PngImagePlugin.PngInfo:
    """Write every sort of text that a PNG may hold."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", UNSEEN)
    info.add_text("Comment", UNSEEN * 50, zip=True)
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta><GPSLatitude>53,24N</GPSLatitude>{UNSEEN}</x:xmpmeta>")
    return info


def scans(number: int) -> bytes:
    """Write a JPEG that draws itself anew, again and again."""
    data = drawn(size=(4000, 4000), kind="JPEG", progressive=True, quality=10)
    last = data.rindex(b"\xff\xda")
    end = data.rindex(b"\xff\xd9")
    return data[:end] + data[last:end] * number + data[end:]


def _sized_jpeg(width: int, height: int) -> bytes:
    data = bytearray(drawn(kind="JPEG"))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def _text_bomb() -> bytes:
    return png(4, 4, *[chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(10**6))) for _ in range(100)], data=bytes(52))


def _profile_bomb() -> bytes:
    return png(4, 4, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(10**8))), data=bytes(52))


def _lab_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def _lying(way: int) -> bytes:
    return drawn(kind="JPEG", exif=exif(orientation=way))


_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200)
_REFUSED: Mapping[str, tuple[str, str, Callable[[], bytes]]] = {
    "empty": ("no byte", "png", lambda: b""),
    "one-byte": ("one byte", "jpg", lambda: b"\xff"),
    "head-only": ("the first eight bytes", "png", lambda: b"\x89PNG\r\n\x1a\n"),
    "text": ("a text by the name of a picture", "png", lambda: b"It was cold."),
    "html": ("a web page by the name of a picture", "jpg", lambda: b"<script>alert(1)</script>"),
    "svg": ("a drawing that is a program", "svg", lambda: _SVG),
    "svg-renamed": ("a drawing by the name of a picture", "png", lambda: _SVG),
    "svg-packed": ("a packed drawing", "svgz", lambda: b"\x1f\x8b" + bytes(20)),
    "svg-foreign": ("a drawing that holds a page", "svg", lambda: _SVG.replace(b"script", b"foreignObject")),
    "svg-elsewhere": ("a drawing that fetches", "svg", lambda: b'<svg><image href="https://example.org/a.png"/></svg>'),
    "heic": ("a photo of a telephone", "heic", lambda: _HEIC),
    "heif": ("another photo of a telephone", "heif", lambda: _HEIC),
    "heic-renamed": ("a photo of a telephone by another name", "jpg", lambda: _HEIC),
    "pdf-renamed": ("a PDF by the name of a picture", "png", lambda: b"%PDF-1.7\n"),
    "pdf": ("a PDF", "pdf", lambda: b"%PDF-1.7\n"),
    "postscript": ("a program for printers", "png", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    "eps": ("a program for printers by its name", "eps", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n"),
    "zip": ("a zip by the name of a picture", "png", lambda: b"PK\x03\x04" + bytes(99)),
    "bmp": ("a bitmap", "bmp", lambda: drawn(kind="BMP")),
    "bmp-renamed": ("a bitmap by another name", "png", lambda: drawn(kind="BMP")),
    "ico": ("an icon", "ico", lambda: drawn(size=(32, 32), kind="ICO")),
    "psd": ("a file of Photoshop", "psd", lambda: b"8BPS\0\x01" + bytes(99)),
    "tga-renamed": ("a TGA by another name", "png", lambda: drawn(kind="TGA")),
    "jpeg-2000": ("a JPEG 2000 by another name", "jpg", lambda: b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(99)),
    "jxl": ("a JPEG XL", "jxl", lambda: b"\xff\x0a" + bytes(99)),
    "raw": ("a raw photo", "dng", lambda: b"II*\0" + bytes(99)),
    "png-as-jpg": ("a PNG called .jpg", "jpg", drawn),
    "jpg-as-png": ("a JPEG called .png", "png", lambda: drawn(kind="JPEG")),
    "gif-as-png": ("a GIF called .png", "png", lambda: drawn(kind="GIF")),
    "webp-as-jpg": ("a WebP called .jpg", "jpg", lambda: drawn(kind="WEBP")),
    "avif-as-jpg": ("an AVIF called .jpg", "jpg", lambda: drawn(kind="AVIF")),
    "tiff-as-jpg": ("a TIFF called .jpg", "jpg", lambda: drawn(kind="TIFF")),
    "cut-png": ("a PNG that is cut off", "png", lambda: drawn("L", (300, 300))[:60]),
    "cut-jpeg": ("a JPEG that is cut off", "jpg", lambda: drawn(size=(900, 900), kind="JPEG")[:2000]),
    "cut-gif": ("a GIF that is cut off", "gif", lambda: drawn(kind="GIF")[:40]),
    "cut-webp": ("a WebP that is cut off", "webp", lambda: drawn(size=(300, 300), kind="WEBP")[:40]),
    "cut-avif": ("an AVIF that is cut off", "avif", lambda: drawn(kind="AVIF")[:-30]),
    "cut-tiff": ("a TIFF that is cut off", "tiff", lambda: drawn(kind="TIFF")[:300]),
    "pixels-61": ("61 megapixels", "png", lambda: drawn("1", (10_000, 6_100))),
    "pixels-said": ("a head that says four thousand million pixels", "png", lambda: png(65_000, 65_000)),
    "pixels-said-most": ("a head that says all that a head can", "png", lambda: png(2**31 - 1, 2**31 - 1)),
    "pixels-said-jpeg": ("a JPEG that says it is enormous", "jpg", lambda: _sized_jpeg(65_500, 65_500)),
    "pixels-bomb": (
        "a small file of two thousand million pixels",
        "png",
        lambda: png(50_000, 40_000, data=bytes(10**7)),
    ),
    "size-nothing": ("no pixel", "png", lambda: png(0, 0)),
    "size-no-height": ("no height", "png", lambda: png(10, 0)),
    "size-negative": ("a negative width", "png", lambda: png(2**32 - 1, 1)),
    "size-thin": ("seventy thousand pixels of one row", "png", lambda: drawn("1", (70_000, 1))),
    "png-depth": ("a depth that there is not", "png", lambda: png(4, 4, depth=3)),
    "png-colour": ("a sort of colour that there is not", "png", lambda: png(4, 4, colour=9)),
    "png-no-pixels": ("a PNG without its pixels", "png", lambda: png(40, 40, data=b"")),
    "png-sum": ("a PNG whose sum is wrong", "png", lambda: drawn()[:-20] + bytes(20)),
    "png-text-bomb": ("a packed text of a hundred megabytes", "png", _text_bomb),
    "png-profile-bomb": ("a packed profile of a hundred megabytes", "png", _profile_bomb),
    "gif-frames": ("301 pictures in a GIF", "gif", lambda: frames("GIF", 301)),
    "webp-frames": ("301 pictures in a WebP", "webp", lambda: frames("WEBP", 301, lossless=True)),
    "apng-frames": ("301 pictures in a PNG", "png", lambda: frames("PNG", 301)),
    "tiff-frames": ("301 pictures in a TIFF", "tiff", lambda: frames("TIFF", 301)),
    "jpeg-scans": ("a JPEG that draws itself a thousand times", "jpg", lambda: scans(1000)),
    "mode-float": ("a picture of fractions", "tiff", lambda: drawn("F", kind="TIFF")),
    "mode-deep": ("a picture of 32 bits a pixel", "tiff", lambda: drawn("I", kind="TIFF")),
    "mode-lab": ("a picture in L*a*b*", "tiff", lambda: drawn("LAB", kind="TIFF")),
}
_ACCEPTED: Mapping[str, tuple[str, str, Callable[[], bytes]]] = {
    **{
        f"lies-{way}": (
            f"a photo that lies as EXIF says ({way})",
            "jpg",
            partial(_lying, way),
        )
        for way in (*range(1, 9), 0, 9)
    },
    "says-where-jpeg": (
        "a JPEG that says where it was taken",
        "jpg",
        lambda: drawn(kind="JPEG", exif=exif(), comment=UNSEEN.encode()),
    ),
    "says-where-png": ("a PNG that says where it was drawn", "png", lambda: drawn(exif=exif(), pnginfo=text_in_png())),
    "says-where-webp": (
        "a WebP that says where it was taken",
        "webp",
        lambda: drawn(kind="WEBP", exif=exif(), xmp=UNSEEN.encode()),
    ),
    "says-where-avif": ("an AVIF that says where it was taken", "avif", lambda: drawn(kind="AVIF", exif=exif())),
    "says-where-tiff": ("a TIFF that says where it was taken", "tiff", lambda: drawn(kind="TIFF", exif=exif())),
    "exif-broken": ("EXIF that is nonsense", "jpg", lambda: drawn(kind="JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")),
    "polyglot-html": (
        "a picture with a page behind it",
        "png",
        lambda: drawn() + f"<script>{UNSEEN}</script>".encode(),
    ),
    "polyglot-zip": (
        "a picture with a zip behind it",
        "jpg",
        lambda: drawn(kind="JPEG") + b"PK\x03\x04" + UNSEEN.encode(),
    ),
    "polyglot-gif": (
        "a GIF that is a script as well",
        "gif",
        lambda: drawn(kind="GIF") + f"=1;alert('{UNSEEN}')".encode(),
    ),
    "second-picture": ("a picture with a second one behind it", "jpg", lambda: drawn(kind="JPEG") * 2),
    "mode-1": ("black and white", "png", lambda: drawn("1")),
    "mode-palette": ("a palette", "png", lambda: drawn("P")),
    "mode-palette-clear": ("a palette with a clear colour", "gif", lambda: drawn("P", kind="GIF", transparency=0)),
    "mode-grey-clear": ("grey with clear places", "png", lambda: drawn("LA")),
    "mode-clear": ("all of it clear", "png", lambda: drawn("RGBA")),
    "mode-deep-grey": ("grey of 16 bits", "png", lambda: drawn("I;16")),
    "mode-cmyk": ("colours for print", "jpg", lambda: drawn("CMYK", kind="JPEG")),
    "mode-cmyk-tiff": ("colours for print in a TIFF", "tiff", lambda: drawn("CMYK", kind="TIFF")),
    "mode-ycbcr": ("colours of television", "tiff", lambda: drawn("YCbCr", kind="TIFF")),
    "profile-wrong": ("a profile that is nonsense", "png", lambda: drawn(icc_profile=UNSEEN.encode() * 20)),
    "profile-other": ("a profile for other colours", "jpg", lambda: drawn(kind="JPEG", icc_profile=_lab_profile())),
    "film-gif": ("a film of 300 pictures", "gif", lambda: frames("GIF", 300)),
    "film-webp": ("a film in a WebP", "webp", lambda: frames("WEBP", 9)),
    "film-apng": ("a film in a PNG", "png", lambda: frames("PNG", 9)),
    "one-pixel": ("one pixel", "png", lambda: drawn(size=(1, 1))),
    "thin": ("a thousand pixels of one row", "png", lambda: drawn(size=(1000, 1))),
    "tall": ("a column of one pixel's width", "png", lambda: drawn(size=(1, 1000))),
    "chunks": (
        "ten thousand chunks that nobody knows",
        "png",
        lambda: png(4, 4, *[chunk(b"ruBb", b"")] * 10_000, data=bytes(52)),
    ),
    "interlaced": ("a picture that comes in seven passes", "gif", lambda: drawn(kind="GIF", interlace=True)),
    "progressive": ("a picture that becomes clear by and by", "jpg", lambda: drawn(kind="JPEG", progressive=True)),
}


def _cases() -> Iterator[Case]:
    for name, (what, ending, make) in _REFUSED.items():
        file = f"picture-{name}-1.{ending}"
        text = header(f"image: {file}", "image_alt: A door in the rain", "image_consent: illustration")
        shown: dict[str, Stuff] = {f"images/{file}": make, f"pages/picture-{name}.md": text.encode()}
        yield Case(f"picture-{name}", what, Promise.PICTURES, Outcome.REFUSED, shown)
    for name, (what, ending, make) in _ACCEPTED.items():
        file = f"picture-{name}-1.{ending}"
        text = header(f"image: {file}", "image_alt: A door in the rain", "image_consent: illustration")
        shown = {f"images/{file}": make, f"pages/picture-{name}.md": text.encode()}
        outcome = Outcome.CORRECTED if "says-where" in name or "lies" in name else Outcome.HARMLESS
        yield Case(f"picture-{name}", what, Promise.PICTURES, outcome, shown, hides=UNSEEN)
    for name in ("Capital-1.png", "two words-1.png", "upper-1.PNG", "under_score-1.png", "a.b-1.png", "zoë-1.png"):
        case = f"picture-name-{''.join(c if c.isascii() and c.isalnum() else '-' for c in name).lower()}"
        yield Case(case, f"a picture's name: {name}", Promise.PICTURES, Outcome.REFUSED, {f"images/{name}": drawn})
    twins: dict[str, Stuff] = {"images/twin-1.png": drawn, "images/twin-1.jpg": lambda: drawn(kind="JPEG")}
    yield Case(
        "picture-twins", "two pictures of one name", Promise.PICTURES, Outcome.REFUSED, twins, blamed="images/twin-1"
    )


CASES = tuple(_cases())
