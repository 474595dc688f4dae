"""A picture's head says how big it is, what it is, and whether it tells where it was taken."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from plugins.model import Level
from plugins.source import pictures
from tests import photos, samples


def put(folder: Path, name: str, data: bytes) -> tuple[str, Path]:
    (folder / name).write_bytes(data)
    return f"images/{name}", folder / name


@pytest.mark.parametrize("kind", photos.FORMATS)
def test_a_photo_that_says_where_it_was_taken_is_read_with_a_warning(kind: str, tmp_path: Path) -> None:
    ending, make = photos.FORMATS[kind]
    original, (problem,) = pictures.read(*put(tmp_path, f"door-1.{ending}", make()))
    assert original is not None
    assert (original.width, original.height) == (photos.WIDTH, photos.HEIGHT)
    assert (problem.path, problem.code, problem.level) == (f"images/door-1.{ending}", "P03", Level.WARNING)
    assert "clnm fix images" in problem.fix


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpeg"), ("TIFF", "tiff"), ("AVIF", "avif"), ("GIF", "gif")])
def test_a_photo_that_says_nothing_is_read_without_a_word(kind: str, ending: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    photos.scene().save(out, kind)
    original, problems = pictures.read(*put(tmp_path, f"door-1.{ending}", out.getvalue()))
    assert original is not None
    assert problems == []


def test_a_position_in_packed_xmp_is_found(tmp_path: Path) -> None:
    told = PngInfo()
    told.add_itxt("XML:com.adobe.xmp", photos.XMP.decode(), zip=True)
    out = io.BytesIO()
    photos.scene().save(out, "PNG", pnginfo=told)
    assert b"GPSLatitude" not in out.getvalue()
    assert pictures.read(*put(tmp_path, "door-1.png", out.getvalue()))[1][0].code == "P03"


def test_a_png_is_not_drawn_to_read_its_head() -> None:
    out = io.BytesIO()
    Image.new("RGB", (400, 400)).save(out, "PNG")
    data = out.getvalue()
    assert pictures.head(data[: data.index(b"IDAT") + 8]).width == 400


@pytest.mark.parametrize("name", ["https://elsewhere.example.org/a.jpg", "//elsewhere.example.org/a.jpg", "../a.jpg"])
def test_no_picture_is_shown_from_anywhere_but_our_own_folder(name: str) -> None:
    figure = f"/// figure | {name}\n    alt: A door\n    image_consent: stock\n///"
    assert [problem.code for problem in samples.problems("page", figure)] == ["F09"]
    found = samples.problems("page", image=f'"{name}"', image_alt="A door", image_consent="stock")
    assert [problem.code for problem in found] == ["F09"]
