"""A picture drawn anew: right, upright and bare, whatever it was kept in; or a problem, and never an exception."""

from __future__ import annotations

import io
import runpy
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from plugins.images import artefacts
from plugins.images.drawing import drawn as drawn_anew
from plugins.images.encoding import encoded
from plugins.model import Problem
from plugins.press import CannotMake
from plugins.source import pictures
from plugins.view import Site
from plugins.view.pictures import Format
from tests import photos, samples

ROOT = Path(__file__).resolve().parents[3]
SPEED = 9


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def redrawn(data: bytes, width: int, into: Format) -> bytes:
    (picture,) = drawn_anew(data, [width])
    return encoded(picture, into, SPEED)


def drawn(data: bytes, width: int = photos.WIDTH, into: Format = Format.JPEG) -> Image.Image:
    picture = Image.open(io.BytesIO(redrawn(data, width, into)))
    picture.load()
    return picture


@pytest.mark.parametrize("into", Format)
@pytest.mark.parametrize("kind", photos.FORMATS)
def test_nothing_but_pixels_passes_and_they_stand_upright(kind: str, into: Format) -> None:
    data = photos.FORMATS[kind][1]()
    assert photos.SECRET in data
    assert photos.traces(redrawn(data, photos.WIDTH, into)) == []
    picture = drawn(data, into=into)
    assert (picture.format, picture.mode, picture.size) == (into.name, "RGB", (photos.WIDTH, photos.HEIGHT))
    assert photos.shows_the_scene(picture)
    assert set(picture.info) <= photos.LEFT_BY_PILLOW


def test_the_narrower_pictures_are_the_widest_made_smaller() -> None:
    tall = photos.scene().resize((640, 961))
    sizes = [picture.size for picture in drawn_anew(saved(tall, "PNG"), [320, 640, 480])]
    assert sizes == [(640, 961), (480, 721), (320, 480)]


@pytest.mark.parametrize("way", range(1, 9))
def test_every_way_to_lie_is_turned_upright(way: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = way
    lies = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    picture = photos.scene()
    stored = picture.transpose(Image.Transpose(lies[way])) if way in lies else picture
    for kind in ("JPEG", "TIFF", "PNG", "WEBP", "AVIF"):
        assert photos.shows_the_scene(drawn(saved(stored, kind, exif=exif))), kind


@pytest.mark.parametrize("exif", [b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0nonsense", b"Exif\0\0"])
def test_a_picture_is_whole_though_its_exif_is_not(exif: bytes) -> None:
    for kind in ("JPEG", "WEBP", "PNG"):
        data = saved(photos.scene(), kind, exif=exif)
        assert pictures.head(data).width == photos.WIDTH
        assert photos.shows_the_scene(drawn(data))


def test_a_large_photo_on_its_side_is_made_smaller_and_never_larger_on_the_way() -> None:
    large = photos.scene().resize((1600, 2400)).transpose(Image.Transpose.ROTATE_90)
    large.paste((255, 255, 255), (0, 0, 1, 1600))
    picture = drawn(saved(large, "JPEG", quality=95, exif=photos.exif()), 1200)
    assert picture.size == (1200, 1800)
    assert photos.shows_the_scene(picture)


def scene(mode: str) -> Image.Image:
    return photos.scene().convert(mode)


def with_clear_corner(mode: str) -> Image.Image:
    picture = photos.scene().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 32, 48))
    return picture.quantize() if mode == "P" else picture.convert(mode)


COLOURFUL: dict[str, Callable[[], bytes]] = {
    "CMYK JPEG": lambda: saved(scene("CMYK"), "JPEG", quality=95),
    "CMYK TIFF": lambda: saved(scene("CMYK"), "TIFF"),
    "YCbCr TIFF": lambda: saved(scene("YCbCr"), "TIFF"),
    "palette PNG": lambda: saved(photos.scene().quantize(), "PNG"),
    "palette TIFF": lambda: saved(photos.scene().quantize(), "TIFF"),
    "palette GIF": lambda: saved(photos.scene(), "GIF"),
    "a profile that is none": lambda: saved(photos.scene(), "PNG", icc_profile=b"no profile at all"),
    "a profile for another sort of picture": lambda: saved(scene("CMYK"), "JPEG", icc_profile=photos.profile()),
    "palette and profile": lambda: saved(photos.scene().quantize(), "PNG", icc_profile=photos.profile()),
    "two frames": lambda: saved(photos.scene(), "WEBP", save_all=True, append_images=[Image.new("RGB", (64, 96))]),
    "moving PNG": lambda: saved(photos.scene(), "PNG", save_all=True, append_images=[Image.new("RGB", (64, 96))]),
}


@pytest.mark.parametrize("name", COLOURFUL)
def test_colours_are_right_in_every_way_to_keep_them(name: str) -> None:
    data = COLOURFUL[name]()
    assert (pictures.head(data).width, pictures.head(data).height) == (64, 96)
    assert photos.shows_the_scene(drawn(data), tolerance=70)


def test_colours_of_another_profile_are_turned_into_srgb() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red_is_green = srgb.replace(b"rXYZ", b"xXYZ").replace(b"gXYZ", b"rXYZ").replace(b"xXYZ", b"gXYZ")
    for mode, kind in (("RGB", "PNG"), ("RGBA", "PNG"), ("RGB", "TIFF"), ("RGB", "WEBP")):
        corner = drawn(saved(scene(mode), kind, icc_profile=red_is_green)).getpixel((8, 8))
        assert isinstance(corner, tuple)
        red, green, _ = corner
        assert green > red + 50


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("RGBA", "GIF"), ("RGBA", "WEBP"), ("LA", "PNG")]
)
def test_paper_shows_through_where_a_picture_is_clear(mode: str, kind: str) -> None:
    picture = drawn(saved(with_clear_corner(mode), kind))
    corner = picture.getpixel((8, 8))
    assert isinstance(corner, tuple)
    assert all(abs(a - b) < 12 for a, b in zip(corner, (255, 249, 240), strict=True))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16", "RGB"])
def test_black_stays_black_and_white_stays_white(mode: str) -> None:
    picture = Image.new("L", (64, 96), 0)
    picture.paste(255, (32, 0, 64, 96))
    deep = picture.convert("I;16").point(lambda value: value * 257) if mode == "I;16" else picture.convert(mode)
    for kind in ("PNG", "TIFF"):
        found = drawn(saved(deep, kind))
        dark, light = found.getpixel((4, 48)), found.getpixel((60, 48))
        assert isinstance(dark, tuple)
        assert isinstance(light, tuple)
        assert max(dark) < 16
        assert min(light) > 239


@pytest.mark.parametrize(("mode", "clear"), [("1", 0), ("L", 0), ("I;16", 0), ("RGB", (220, 30, 30))])
def test_one_colour_that_counts_as_clear_harms_nothing(mode: str, clear: object) -> None:
    picture = Image.new(mode, (64, 96)) if mode == "I;16" else photos.scene().convert(mode)
    assert drawn(saved(picture, "PNG", transparency=clear)).size == (64, 96)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, pixels: bytes = b"", *before: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(before) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def many_frames(kind: str, number: int) -> bytes:
    frames = [Image.new("L", (4, 4), 255 * (frame % 2)) for frame in range(number)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def circling_tiff() -> bytes:
    """Give a TIFF whose second page is its first, for ever."""
    data = saved(Image.new("L", (4, 4)), "TIFF")
    start = struct.unpack_from("<I", data, 4)[0]
    link = start + 2 + 12 * struct.unpack_from("<H", data, start)[0]
    return data[:link] + struct.pack("<I", start) + data[link + 4 :]


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("png", lambda: b""),
    "words": ("jpg", lambda: b"Dear editor"),
    "a page": ("jpg", lambda: b"<html><script>alert(1)</script></html>"),
    "a drawing with a program": ("png", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    "a HEIC photo by another name": ("jpg", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)),
    "an EPS": ("png", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n"),
    "a PNG by another name": ("jpg", photos.png),
    "a bomb": ("png", lambda: png_of(50_000, 50_000, zlib.compress(bytes(10_000)))),
    "a bomb of one line": ("png", lambda: png_of(50_000_000, 1)),
    "a packed text that swells": (
        "png",
        lambda: png_of(4, 4, b"", chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(10**7)))),
    ),
    "no pixels": ("png", lambda: png_of(4, 4)),
    "half the pixels": ("png", lambda: png_of(4, 4, zlib.compress(bytes(20)))),
    "no width": ("png", lambda: png_of(0, 4)),
    "no size": ("gif", lambda: b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\x02\0;"),
    "a GIF that ends at once": ("gif", lambda: b"GIF89a\x04\0\x04\0\0\0\0"),
    "too many frames in a GIF": ("gif", lambda: many_frames("GIF", 301)),
    "too many frames in a WebP": ("webp", lambda: many_frames("WEBP", 301)),
    "too many pages": ("tif", lambda: many_frames("TIFF", 301)),
    "pages in a circle": ("tif", circling_tiff),
    "numbers that are no colours": ("tif", lambda: saved(Image.new("F", (4, 4), 0.5), "TIFF")),
}
HOSTILE |= {
    f"{kind}, cut off at {part} in 10": (ending, lambda make=make, part=part: make()[: len(make()) * part // 10])  # type: ignore[misc]
    for kind, (ending, make) in photos.FORMATS.items()
    for part in (1, 3)
}


def published(folder: Path, name: str, data: bytes) -> list[Problem]:
    """Do with a picture what a build does: read it, shelve it beside a page that shows it, make what is asked for."""
    path = folder / "content/images" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    original, problems = pictures.read(f"images/{name}", path)
    if original is None:
        return problems
    page = samples.document("page", image=name, image_alt="A scene", image_consent="stock")
    site = Site.of(runpy.run_path(str(ROOT / "pelicanconf.py")))
    for artefact in artefacts(samples.library(page, pictures=[original]), site, folder):
        try:
            assert Image.open(io.BytesIO(artefact.make())).format in {"AVIF", "JPEG"}
        except CannotMake as fault:
            problems.append(fault.problem)
    return list(dict.fromkeys(problems))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_broken_or_hostile_gives_a_problem_with_a_way_out(name: str, tmp_path: Path) -> None:
    ending, make = HOSTILE[name]
    problems = [problem for problem in published(tmp_path, f"door-1.{ending}", make()) if problem.stops]
    if name == "pages in a circle":  # Pillow walks it once
        assert problems == []
        return
    assert [problem.path for problem in problems] == [f"images/door-1.{ending}"]
    assert problems[0].code in {"I01", "I02"}
    assert problems[0].fix


def test_who_sends_a_heic_photo_learns_how_to_export_it(tmp_path: Path) -> None:
    (problem,) = published(tmp_path, "door-1.jpg", HOSTILE["a HEIC photo by another name"][1]())
    assert "HEIC" in problem.message
    assert "On an iPhone" in problem.fix
