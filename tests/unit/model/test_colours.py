"""An area's colour carries words that everybody can read, or is refused with the nearest that does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.colours import BLACK, ENOUGH, WHITE, carries_words, contrast, nearest, words_on
from tests import samples


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_the_nearest_colour_always_carries_words(colour: str) -> None:
    found = nearest(colour)
    assert contrast(words_on(found), found) >= ENOUGH
    assert found == colour or not carries_words(colour)


@pytest.mark.parametrize(("colour", "words"), [("#7a3b69", WHITE), ("#ffc93c", BLACK), ("#000000", WHITE)])
def test_words_are_light_on_deep_colours_and_dark_on_pale_ones(colour: str, words: str) -> None:
    assert words_on(colour) == words


def test_contrast_is_as_the_standard_works_it_out() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_a_colour_without_contrast_is_refused_with_the_nearest_that_passes() -> None:
    (problem,) = samples.problems("area", colour='"#1f5f8b"')
    assert (problem.code, problem.field) == ("A09", "colour")
    assert 'colour: "#1d5983"' in problem.fix
    assert samples.problems("area", colour='"#1d5983"') == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"begins": "2027-04-01", "ends": "2027-03-31"}, "ends"),
        ({"successors": "[other]"}, "ends"),
        ({"successors": "[first-keys]", "ends": "2027-03-31"}, "successors"),
    ],
)
def test_a_council_ends_before_others_take_over(changed: dict[str, str], field: str) -> None:
    assert [problem.field for problem in samples.problems("area", **changed)] == [field]
