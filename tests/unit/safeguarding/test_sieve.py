"""One look tells which shapes are not in a line of a text, and never says so of one that is."""

from __future__ import annotations

import random
import re
import string

import pytest

from plugins.safeguarding import law, patterns
from plugins.safeguarding.shapes import SOUGHT, Shape
from plugins.safeguarding.sieve import Sieve, needed
from plugins.safeguarding.texts import Said, Text

_BITS = sorted({bit for shape in SOUGHT for bit in needed(shape)})
_JOINTS = (" ", "", ", ", "-", "’", ". ", "\u017f", "\u0130", "4", "a@b.org")


def _found(shape: Shape, text: Text) -> list[tuple[str, Said]]:
    """Search every piece, as it is done where nothing is known of the text."""
    if not any(shape.exact.search(piece.text.lower() if shape.ignoring else piece.text) for piece in text.pieces):
        return []
    return [(match[0], piece) for piece in text.pieces for match in shape.finditer(piece.text)]


@pytest.mark.parametrize("seed", range(4))
def test_shapes_are_found_where_a_search_of_every_piece_would_find_them(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets
    hits = 0
    for _ in range(150):
        words = [chance.choice(_BITS) + chance.choice(_JOINTS) for _ in range(8)]
        words = [word.title() if chance.random() < 0.2 else word for word in words]
        text = Text(tuple(Said("".join(words[at : at + 2]), at) for at in range(0, 8, 2)))
        for shape in SOUGHT:
            found = _found(shape, text)
            assert [(match[0], piece) for match, piece in text.all(shape)] == found, (shape.pattern, text.whole)
            hits += bool(found)
    assert hits > 300


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
    assert needed(Shape(r"\b(?:colou?r|gr[ae]y) (?:cat|dog)s?")) == {
        f"{colour} {animal}{more}"
        for colour in ("color", "colour", "gray", "grey")
        for animal in ("cat", "dog")
        for more in ("", "s")
    }
    assert needed(Shape(r"\w+ing(?= now)|(?:left) \d+")) == {"ing", "left "}
    assert needed(Shape(r"(?:home)?|away")) == frozenset()
    assert needed(Shape(r"\d{4}")) == frozenset()


def test_a_shape_that_needs_a_figure_is_looked_for_where_one_is() -> None:
    needing = [Shape(r"\b[A-Z]\d\b"), Shape(r"(?:a|b)\d+|\d{2}c"), Shape(r"(?:\d[ -]?){2,9}")]
    others = [Shape(pattern) for pattern in (r"a\d*", r"a|\d", r"[\d.]x", r"a(?:\d)?", r"a(?=\d)", r"\D")]
    assert Sieve([*needing, *others]).sifted(["no", "the \u0663 of us", "4"]) == {shape: [1, 2] for shape in needing}


def test_a_shape_that_nothing_is_known_of_is_never_called_absent() -> None:
    letters, instrument = Shape(r"\w\w"), Shape("xylophone")
    assert dict(Sieve([letters, instrument]).sifted(["no figures", "a xylophone"])) == {instrument: [1]}
    assert dict(Sieve([letters, instrument]).sifted(["no figures"])) == {instrument: ()}


def test_python_still_says_what_a_pattern_is_made_of() -> None:
    assert patterns.parts("a cat", 0), (
        "This Python has no re._parser or re._constants any more. Nothing is missed meanwhile, but every "
        "rule about words is searched for in every line, which takes several times as long. Look for where the "
        "parser of regular expressions is now, and put it into plugins/safeguarding/patterns.py."
    )


def test_where_python_does_not_say_it_nothing_is_called_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_parser", None)
    shapes = [Shape("xylophone"), Shape(r"\d{4}")]
    assert [needed(shape) for shape in shapes] == [frozenset(), frozenset()]
    assert Sieve(shapes).sifted(["a xylophone", "in 1999"]) == {}
