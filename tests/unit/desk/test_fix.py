"""``clnm fix images`` takes out of the originals what is no picture, and nothing that is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from plugins import source
from plugins.desk.cleaning import Broken, cleaned
from tests import photos
from tests.unit.desk.conftest import ROOT, Ask

PROFILE = {"Secret-".encode("utf-16-be"), "Secret-".encode("utf-16-le")}
"""The words inside the colour profile, which stays in the original: without it the colours would change."""


def pixels(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as opened:
        return ImageOps.exif_transpose(opened).convert("RGB")


def put(project: Path, name: str, data: bytes) -> Path:
    path = project / "content/images" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", photos.FORMATS)
def test_every_format_loses_its_secrets_and_keeps_its_pixels(kind: str) -> None:
    data = photos.FORMATS[kind][1]()
    clean = cleaned(data)
    left = set(photos.traces(clean)) - PROFILE - {b"Exif\0\0"}
    assert left == set()
    assert photos.shows_the_scene(pixels(clean))
    assert kind == "AVIF" or pixels(clean).tobytes() == pixels(data).tobytes()
    assert cleaned(clean) == clean


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF"])
def test_a_file_with_nothing_in_it_keeps_every_byte(kind: str) -> None:
    out = io.BytesIO()
    photos.scene().save(out, kind)
    assert cleaned(out.getvalue()) == out.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_what_moves_goes_on_moving(kind: str) -> None:
    out = io.BytesIO()
    photos.scene().save(out, kind, save_all=True, append_images=[Image.new("RGB", (64, 96))], exif=photos.exif(1))
    with Image.open(io.BytesIO(cleaned(out.getvalue()))) as found:
        assert getattr(found, "n_frames", 1) == 2


@pytest.mark.parametrize("kind", photos.FORMATS)
def test_a_file_that_is_cut_off_is_left_alone(kind: str) -> None:
    data = photos.FORMATS[kind][1]()
    for part in range(9):
        with pytest.raises(Broken):
            cleaned(data[: len(data) * part // 20])


def test_it_says_what_it_did_and_how_to_go_back(ask: Ask, project: Path) -> None:
    kept = {name: put(project, name, make()) for name, make in (("a-1.jpg", photos.jpeg), ("b-1.avif", photos.avif))}
    plain = put(project, "c-1.png", (ROOT / "content/images/2026-11-1.png").read_bytes())
    before = plain.stat().st_mtime_ns
    assert sum(problem.code == "P03" for problem in source.read(project / "content").problems) == 2
    answer = ask("fix", "images")
    assert (answer.code, answer.err) == (0, "")
    assert "content/images/a-1.jpg: took out all that was not the picture; the pixels are the same." in answer.out
    assert "content/images/b-1.avif: took out all that was not the picture; written again" in answer.out
    assert "c-1.png" not in answer.out
    assert "2 files cleaned." in answer.out
    assert "git restore -- content/images" in answer.out
    assert plain.stat().st_mtime_ns == before
    assert source.read(project / "content").problems == ()
    assert [photos.SECRET in path.read_bytes() for path in kept.values()] == [False, False]
    assert sorted(path.name for path in plain.parent.iterdir()) == ["a-1.jpg", "b-1.avif", "c-1.png"]


def test_with_nothing_to_do_it_says_so(ask: Ask, project: Path) -> None:  # noqa: ARG001 - the desk stands in it
    assert ask("fix", "images").out == "No picture carries anything beside its pixels.\n"


def test_a_file_that_is_no_picture_is_named_and_stays(ask: Ask, project: Path) -> None:
    path = put(project, "a-1.jpg", b"Dear editor")
    answer = ask("fix", "images")
    assert answer.code == 1
    assert "content/images/a-1.jpg: this is not a picture we can read, so it stays as it is." in answer.out
    assert path.read_bytes() == b"Dear editor"


def test_only_pictures_can_be_fixed(ask: Ask) -> None:
    answer = ask("fix", "words")
    assert answer.code == 2
    assert "We cannot fix “words” by ourselves. To clean the pictures: clnm fix images" in answer.err


def test_the_sample_pictures_carry_nothing() -> None:
    for path in sorted((ROOT / "content/images").glob("*.png"))[:3]:
        assert cleaned(path.read_bytes()) == path.read_bytes()
