"""The widths that a picture is published in."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.picture import Original
from plugins.view.pictures import APART, WIDTHS, Format, height, published, widths


def original(width: int, high: int = 100) -> Original:
    return Original("door-1.png", width, high, "0" * 64, Path("door-1.png"))


@given(st.integers(1, 65_500))
def test_no_picture_is_made_wider_and_none_loses_what_could_be_shown(width: int) -> None:
    found = widths(original(width))
    assert found[-1] == min(width, WIDTHS[-1])
    assert all(after >= before * APART for before, after in pairwise(found))
    assert set(found[:-1]) <= set(WIDTHS)


@pytest.mark.parametrize(("width", "found"), [(64, (64,)), (330, (330,)), (600, (320, 480, 600)), (4032, WIDTHS)])
def test_each_width_saves_something(width: int, found: tuple[int, ...]) -> None:
    assert widths(original(width)) == found


def test_a_picture_keeps_its_shape_and_is_never_without_height() -> None:
    assert height(original(4032, 3024), 1200) == 900
    assert height(original(60_000, 1), 1200) == 1


def test_its_address_says_which_it_is() -> None:
    assert published(original(600), 320, Format.AVIF) == "/images/door-1-320.avif"
    assert published(original(600), 320) == "/images/door-1-320.jpg"
