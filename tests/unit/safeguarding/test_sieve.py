"""One look tells which shapes are not in a text, and never says so of one that is."""

from __future__ import annotations

import random
import re
import string

import pytest

from plugins.safeguarding import law, texts
from plugins.safeguarding.sieve import Sieve, needed
from plugins.safeguarding.texts import Said, Text

_BITS = sorted({bit for shape in texts._SOUGHT for bit in needed(shape)})
_JOINTS = (" ", "", ", ", "-", "’", ". ", "\u017f", "\u0130", "4", "a@b.org")


def _finds(shape: re.Pattern[str], text: Text) -> bool:
    """Search as it is done where nothing is known of the text."""
    if shape.flags & re.IGNORECASE:
        return re.search(shape.pattern, text.small, shape.flags & ~re.IGNORECASE) is not None
    return shape.search(text.whole) is not None


@pytest.mark.parametrize("seed", range(4))
def test_no_shape_is_called_absent_that_a_search_would_find(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets
    found = 0
    for _ in range(150):
        words = [chance.choice(_BITS) + chance.choice(_JOINTS) for _ in range(8)]
        words = [word.title() if chance.random() < 0.2 else word for word in words]
        text = Text(tuple(Said("".join(words[at : at + 4]), at) for at in (0, 4)))
        for shape in text._absent:
            assert not _finds(shape, text), (shape.pattern, text.whole)
        found += sum(_finds(shape, text) for shape in texts._SOUGHT)
    assert found > 300


@pytest.mark.parametrize("letter", ["\u212a", "\u017f", "\u0130", "\u0131"])
def test_letters_that_count_as_others_where_capitals_are_ignored_hide_nothing(letter: str) -> None:
    stands_for = next(one for one in string.ascii_lowercase if re.fullmatch(f"(?i:{one})", letter))
    words = {"k": "ris\u212a", "s": "court ca\u017fe", "i": f"pleaded gu{letter}lty"}[stands_for]
    text = Text((Said(f"It was a {words} for all of us.", 1),))
    assert (text.first(law.COURT) is not None) == (law.COURT.search(text.whole) is not None)


def test_every_letter_that_counts_as_one_of_ours_is_known() -> None:
    for code in range(128, 0x11000):
        letter = chr(code)
        if re.fullmatch("(?i)[a-z]", letter):
            assert re.search("[\u0131\u017f\u0307]", letter.lower()) or letter.lower() in string.ascii_lowercase


def test_what_a_shape_cannot_do_without_is_read_off_its_pattern() -> None:
    assert needed(re.compile(r"\b(?:colou?r|gr[ae]y) (?:cat|dog)s?")) == {
        f"{colour} {animal}{more}"
        for colour in ("color", "colour", "gray", "grey")
        for animal in ("cat", "dog")
        for more in ("", "s")
    }
    assert needed(re.compile(r"\w+ing(?= now)|(?:left) \d+")) == {"ing", "left "}
    assert needed(re.compile(r"(?:home)?|away")) == frozenset()
    assert needed(re.compile(r"\d{4}")) == frozenset()


def test_a_shape_that_nothing_is_known_of_is_never_called_absent() -> None:
    assert Sieve([re.compile(r"\d\d"), re.compile("xylophone")]).stopped("no figures") == {re.compile("xylophone")}
