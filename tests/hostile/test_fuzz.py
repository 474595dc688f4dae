"""Whatever is changed in a story or a picture: it is refused with a problem, or nothing in it runs or tells more."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.desk.check import problems
from plugins.images import encoding
from plugins.images.drawing import drawn
from plugins.source import pictures
from plugins.view.pictures import Format
from tests import samples
from tests.hostile import mutating
from tests.hostile.judging import page_harms, picture_harms
from tests.hostile.pictures import UNSEEN
from tests.hostile.site import AS_OF, good_site

ANY = st.integers(0, 2**32)
quick = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
quicker = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def try_story(seed: int) -> bool:
    """Read a changed story; say whether it was taken."""
    found, said = samples.read("story", mutating.story(seed).encode("utf-8", "surrogatepass"))
    assert (found is None) == any(problem.stops for problem in said)
    assert not [problem for problem in said if problem.code == "F22" or not (problem.message and problem.fix)], said
    if found:
        for prose in found.prose():
            assert list(page_harms(prose.html.replace("\ue000url:", "/").replace("\ue001", ""))) == []
        for words in (found.title, found.summary):
            assert words.isprintable()
    return found is not None


def try_picture(seed: int, folder: Path) -> bool:
    """Read and draw a changed picture; say whether it could be drawn."""
    ending, data = mutating.picture(seed)
    path = folder / f"door-1.{ending}"
    path.write_bytes(data)
    original, said = pictures.read(f"images/{path.name}", path)
    assert original or said
    if original is None:
        assert all(problem.fix and problem.code in {"I01", "I02"} for problem in said)
        return False
    try:
        (flat,) = drawn(data, [min(original.width, 60)])
    except Exception:  # noqa: BLE001 - the room of pictures makes a problem of whatever Pillow raises here
        return False
    for kind in Format:
        made = encoding.encoded(flat, kind, 9)
        assert list(picture_harms(made)) == []
        assert UNSEEN.encode() not in made
        assert Image.open(io.BytesIO(made)).size == flat.size
    return True


@quick
@given(seed=ANY)
def test_a_changed_story_is_refused_or_does_no_harm(seed: int) -> None:
    try_story(seed)


@quicker
@given(seed=ANY)
def test_a_changed_picture_is_refused_or_shows_pixels_alone(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try_picture(seed, tmp_path_factory.getbasetemp())


@pytest.mark.slow
def test_ten_thousand_changed_stories_are_refused_or_do_no_harm() -> None:
    taken = sum(try_story(seed) for seed in range(10_000))
    assert 100 < taken < 9_900, "the changes are too small or too large to try anything"


@pytest.mark.slow
def test_five_hundred_changed_pictures_are_refused_or_show_pixels_alone(tmp_path: Path) -> None:
    taken = sum(try_picture(seed, tmp_path) for seed in range(500))
    assert 20 < taken < 480, "the changes are too small or too large to try anything"


@pytest.mark.slow
def test_changed_stories_are_judged_by_every_rule_without_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AS_OF", AS_OF)
    good_site(tmp_path)
    for seed in range(500):
        text = mutating.story(seed).encode("utf-8", "surrogatepass")
        (tmp_path / f"stories/changed-{seed}.md").write_bytes(text)
    assert not [problem for problem in problems(tmp_path) if problem.code == "F22"]
