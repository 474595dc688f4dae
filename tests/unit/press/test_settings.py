"""A setting of a wrong type is told by its name, with what was found and what is wanted."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from plugins.press.settings import Settings, wrong_settings

ROOT = Path(__file__).resolve().parents[3]
GOOD = {name: value for name, value in runpy.run_path(str(ROOT / "pelicanconf.py")).items() if name.isupper()}


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_our_own_settings_are_as_they_must_be(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    assert wrong_settings(runpy.run_path(str(ROOT / name)), name) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("LANGUAGE", 5, "This is 5, and must be a text."),
        ("SITE_AREA", ["x"], "This is ['x'], and must be a text."),
        ("SITEURL", None, "This is None, and must be a text."),
        ("SITEURL", b"https://clnm.example.org", "must be a text."),
        ("THEME", Path("theme"), "must be a text."),
        ("NAVIGATION", "Home", "This is 'Home', and must be a list of pairs of texts."),
        ("NAVIGATION", [("Home", "/"), ("News",)], "What is wrong in it is ('News',)."),
        ("NAVIGATION", [("Home", "/", "more")], "must be a list of pairs of texts."),
        ("FOLLOW", {"Us": "https://example.org"}, "must be a list of pairs of texts."),
        ("SENDERS", "listmonk", "This is 'listmonk', and must be a list of texts."),
        ("SENDERS", ["listmonk", 3], "What is wrong in it is 3."),
        ("EXAMPLES_ALLOWED", "no", "This is 'no', and must be True or False."),
        ("COMPRESSED", 1, "This is 1, and must be True or False."),
        ("PICTURE_SPEED", "fast", "must be a whole number from 0 to 10."),
        ("PICTURE_SPEED", 11, "This is 11, and must be a whole number from 0 to 10."),
        ("PICTURE_SPEED", True, "must be a whole number from 0 to 10."),
        ("PLUGINS", "plugins.press", "must be a list of rooms with plugins.press in it."),
        ("PLUGINS", ["plugins.pages"], "must be a list of rooms with plugins.press in it."),
        ("HOST", "folder", "This is 'folder', and must be a kind of host and what it needs."),
        ("HOST", {"kind": ["rsync"]}, "What is wrong in it is ['rsync']."),
        ("KEPT_RELEASES", "three", "This is 'three', and must be a whole number, 0 or more."),
        ("LARGEST_SITE", -1, "This is -1, and must be a whole number, 0 or more."),
        ("LISTMONK_LISTS", {"everybody": 3}, "must be lists of numbers by the names of emails."),
        ("TAGLINE", ["x" * 1000], "x…, and must be a text."),
    ],
)
def test_each_is_told_by_its_name_with_what_was_found_and_what_is_wanted(name: str, value: Any, told: str) -> None:
    (problem,) = wrong_settings(GOOD | {name: value}, "pelicanconf.py")
    assert (problem.path, problem.field, problem.code) == ("pelicanconf.py", name, "T03")
    assert told in problem.message
    assert name in problem.fix
    assert len(str(problem)) < 400
    assert problem.stops


def test_one_that_is_missing_is_told_too() -> None:
    (problem,) = wrong_settings({name: value for name, value in GOOD.items() if name != "TAGLINE"}, "pelicanconf.py")
    assert str(problem).startswith("pelicanconf.py: TAGLINE: This is not there, and must be a text.")


def test_the_last_line_that_sets_it_is_named(tmp_path: Path) -> None:
    settings = tmp_path / "pelicanconf.py"
    settings.write_text('LANGUAGE = "en"\n# LANGUAGE is odd\nLANGUAGE: int = 5\n', "utf-8")
    (problem,) = wrong_settings(GOOD | {"LANGUAGE": 5}, str(settings))
    assert problem.line == 3


@pytest.mark.parametrize("name", Settings.model_fields)
def test_whatever_stands_in_any_of_them_it_is_told_in_words(name: str) -> None:
    for value in (object(), {1: "a"}, [[[]]], float("nan"), lambda: None):
        (problem,) = wrong_settings(GOOD | {name: value}, "pelicanconf.py")
        assert problem.field == name
