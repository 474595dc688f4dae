"""Photos of people: what their consent lets a picture show, and what its file may be called."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.model import Level
from tests import samples

HANDS = {"images": "hands-or-back-only"}
PHOTO = {"image": "first-keys-1.jpg", "image_alt": "Ari at a door", "image_consent": "CR-2026-031"}
FIGURE = "/// figure | keys.jpg\n    alt: {}\n    image_consent: CR-2026-031\n///"
FILM = """\
/// film | Ours
    link: https://video.example.org/ours
    poster: a.png
    poster_alt: {}
    image_consent: CR-2026-031
///"""
KINDS = ["story", "person"]


def codes(kind: str, body: str | None = None, **changed: Any) -> list[tuple[str, str, Level]]:
    return [(p.field, p.code, p.level) for p in samples.problems(kind, body, **changed)]


@pytest.mark.parametrize("kind", KINDS)
def test_hands_or_back_only_lets_no_photo_through_that_does_not_say_so(kind: str) -> None:
    assert codes(kind, consent=HANDS, **PHOTO) == [("image", "C05", Level.ERROR)]
    assert codes(kind, consent=HANDS, **{**PHOTO, "image_alt": "Ari’s hands on a door"}) == []
    assert codes(kind, consent=HANDS, **{**PHOTO, "image_alt": "Somebody from behind, at a door"}) == []
    assert codes(kind, **PHOTO) == []


@pytest.mark.parametrize("body", [FIGURE, FILM])
@pytest.mark.parametrize("kind", KINDS)
def test_nor_by_way_of_the_body(kind: str, body: str) -> None:
    assert codes(kind, body.format("Ari at a door"), consent=HANDS) == [("", "C05", Level.ERROR)]
    assert codes(kind, body.format("Two hands and a key"), consent=HANDS) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("right", ["illustration", "stock"])
def test_what_shows_none_of_them_needs_no_such_words(kind: str, right: str) -> None:
    assert codes(kind, consent=HANDS, **{**PHOTO, "image_consent": right}) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["ari-smith.jpg", "ari-1.jpg", "first-keys.jpg", "first-keys-ari.jpg", "first-keys-1a.jpg"]
)
def test_no_name_of_a_person_gets_into_the_name_of_a_picture(kind: str, name: str) -> None:
    (problem,) = samples.problems(kind, **{**PHOTO, "image": name})
    assert (problem.field, problem.code, problem.level) == ("image", "F09", Level.ERROR)
    assert "first-keys-1.jpg" in problem.fix


@pytest.mark.parametrize("kind", ["page", "event", "newsletter"])
def test_pictures_of_things_may_be_called_anything(kind: str) -> None:
    assert codes(kind, image="keys-on-a-ribbon.jpg", image_alt="Two keys", image_consent="stock") == []
