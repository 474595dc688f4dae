"""Pictures fit their budgets, and what is lost for that is measured."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageFilter

from plugins.images import encoding
from plugins.images.encoding import LIKE_ENOUGH, SNUG, budget, encoded
from plugins.images.likeness import likeness
from plugins.view.pictures import Format

SPEED = 10


def noise(width: int, height: int, seed: int = 1) -> Image.Image:
    """Give what no encoder can pack."""
    return Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(width * height * 3))  # noqa: S311


def scene(width: int, height: int) -> Image.Image:
    """Give what looks a little like a photo: soft shapes."""
    return noise(12, 8).resize((width, height), Image.Resampling.BICUBIC)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("width", [640, 1200])
def test_what_fits_is_written_well_and_what_does_not_is_made_to_fit(kind: Format, width: int) -> None:
    for picture in (scene(width, 500), Image.blend(scene(width, 500), noise(width, 500), 0.4), noise(width, 500)):
        data = encoded(picture, kind, SPEED)
        found = opened(data)
        assert len(data) <= budget(width)
        assert found.width <= width
        assert abs(found.width / found.height - width / 500) < 0.02


@pytest.mark.parametrize("kind", Format)
def test_quality_is_lowered_as_far_as_a_picture_still_looks_like_itself_and_then_it_is_made_smaller(
    kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Image.blend(scene(900, 600), noise(900, 600).filter(ImageFilter.GaussianBlur(2)), 0.5)
    well = len(encoded(picture, kind, SPEED))
    monkeypatch.setattr(encoding, "BYTES", well * 8 // 10)
    lower = encoded(picture, kind, SPEED)
    assert well * 8 * SNUG // 10 <= len(lower) <= well * 8 // 10
    assert opened(lower).size == (900, 600)
    assert likeness(picture, opened(lower)) >= LIKE_ENOUGH
    monkeypatch.setattr(encoding, "BYTES", well // 8)
    smaller = opened(encoded(picture, kind, SPEED))
    assert smaller.width < 900
    assert likeness(picture.resize(smaller.size, Image.Resampling.LANCZOS), smaller) >= LIKE_ENOUGH - 0.02


@pytest.mark.parametrize("kind", Format)
def test_the_same_picture_gives_the_same_bytes(kind: Format) -> None:
    picture = Image.blend(scene(700, 500), noise(700, 500), 0.3)
    assert encoded(picture, kind, 9) == encoded(picture.copy(), kind, 9)


def test_a_picture_of_one_point_or_one_line_can_be_written() -> None:
    for size in ((1, 1), (1200, 1), (1, 900)):
        for kind in Format:
            assert opened(encoded(Image.new("RGB", size, "red"), kind, SPEED)).size == size


def test_likeness_is_one_for_the_same_and_falls_with_what_is_lost() -> None:
    picture = Image.blend(scene(320, 240), noise(320, 240), 0.2)
    blurred = [picture.filter(ImageFilter.GaussianBlur(radius)) for radius in (0.5, 1, 3)]
    found = [likeness(picture, other) for other in (picture, *blurred)]
    assert found[0] == pytest.approx(1)
    assert found == sorted(found, reverse=True)
    assert found[-1] < 0.9
    assert likeness(picture, noise(320, 240, seed=2)) < 0.1
