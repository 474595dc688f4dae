"""The theme's own words in other languages, and English that says it is English where there are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.render.words import Words
from plugins.view.passages import Html
from tests.site.press import ROOT

SAID = re.compile(r"\b(?:say|named)\(\"([^\"]+)\"")


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "cy.yml").write_text('Pass it on: Rhannwch\n"{} minute read": "{} munud <i>"\n', "utf-8")
    return Words(tmp_path)


def test_a_page_in_english_says_what_the_template_says(words: Words) -> None:
    assert words.say("Pass it on", "en-GB") == "Pass it on"
    assert words.named("Pass it on", "en") == "Pass it on"


@pytest.mark.parametrize("language", ["cy", "cy-GB", "CY"])
def test_a_page_in_another_language_says_what_its_catalogue_has(words: Words, language: str) -> None:
    assert words.say("Pass it on", language) == "Rhannwch"
    assert words.say("{} minute read", language, 3) == "3 munud &lt;i&gt;"


def test_what_no_catalogue_has_says_that_it_is_english(words: Words) -> None:
    assert words.say("A & B", "cy") == '<span lang="en" dir="ltr">A &amp; B</span>'
    assert words.say("Pass it on", "ar") == '<span lang="en" dir="ltr">Pass it on</span>'
    assert words.named("Other versions", "ar") == "Other versions"


def test_parts_are_escaped_unless_they_are_markup(words: Words) -> None:
    assert words.say("See {} and {}", "en", "<b>", Html("<b>c</b>")) == "See &lt;b&gt; and <b>c</b>"


def test_what_editors_write_is_never_taken_for_a_place(words: Words) -> None:
    assert words.say("{0} {} {x", "en") == "{0} {} {x"


@pytest.mark.parametrize("catalogue", sorted((ROOT / "theme/words").glob("*.yml")), ids=lambda path: path.stem)
def test_a_catalogue_has_every_word_that_the_templates_say(catalogue: Path) -> None:
    found = Words(catalogue.parent).catalogues[catalogue.stem]
    said = {
        word for path in (ROOT / "theme/templates").rglob("*.html") for word in SAID.findall(path.read_text("utf-8"))
    }
    assert said <= set(found)
    assert [word for word, other in found.items() if word.count("{}") != other.count("{}")] == []
