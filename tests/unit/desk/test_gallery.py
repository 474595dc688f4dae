"""The gallery shows every component on every target, and asks nobody for anything."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from plugins.checks.markup import read
from plugins.desk.exhibits import Faulty, argument, exhibits, view
from plugins.render import Target
from plugins.view.cards import Card
from plugins.view.facts import Row
from plugins.view.passages import Html
from tests.unit.desk.conftest import ROOT, Ask

COMPONENTS = sorted(path.name for path in (ROOT / "theme/templates/components").iterdir() if path.is_dir())
MACRO = "{% macro quote(block) %}\n{{ block.said.html }}{{ block.by }}\n{% endmacro %}\n"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Give a theme with one component that has one face."""
    folder = tmp_path / "theme"
    (folder / "templates/components/quote").mkdir(parents=True)
    (folder / "static/css").mkdir(parents=True)
    (folder / "static/css/tokens.css").write_text(":root { --ink: #000 }", "utf-8")
    (folder / "templates/components/quote/web.html").write_text(MACRO, "utf-8")
    return folder


def test_every_component_is_shown_on_every_target_it_has_a_face_for(ask: Ask, project: Path) -> None:
    answer = ask("gallery")
    assert answer.code == 0, answer.err
    page = (project / "gallery/index.html").read_text("utf-8")
    assert re.findall(r'<li><a href="#([\w-]+)">\1</a></li>', page) == COMPONENTS
    for target in ("web", "email", "text"):
        assert page.count(f'class="as-{target}"') >= len(COMPONENTS)


def test_nothing_in_it_is_fetched_from_anybody(ask: Ask, project: Path) -> None:
    ask("gallery")
    page = (project / "gallery/index.html").read_text("utf-8")
    mails = (html.unescape(mail) for mail in re.findall(r'srcdoc="([^"]*)"', page))
    for shown in (page, *mails):
        fetched = [pointer.address for pointer in read(shown).pointers if pointer.loads]
        assert {address.partition(":")[0] for address in fetched} <= {"data", "static/css/site.css"}
    assert (project / "gallery/static/css/site.css").is_file()
    assert "default-src 'none'" in page


def test_it_is_made_anew_in_its_own_folder_and_in_no_other(ask: Ask, project: Path) -> None:
    assert ask("gallery").code == 0
    assert ask("gallery").code == 0
    (project / "photos").mkdir()
    assert ask("gallery", "--output", "photos").code == 2
    assert list((project / "photos").iterdir()) == []


def test_an_example_is_made_into_the_view_that_templates_see() -> None:
    given = {"title": "Warm", "kind": "story", "label": "Story", "href": "", "summary": "", "lines": ["One", "Two"]}
    shown = view(argument("card"), given)
    assert isinstance(shown, Card)
    assert shown.lines == ("One", "Two")
    assert shown.picture is None
    assert view(argument("rows"), [{"label": "When", "text": "Now"}]) == (Row("When", "Now"),)
    assert isinstance(view(argument("prose"), {"body": {"html": "<p>", "text": ""}}).body.html, Html)


def test_examples_are_drawn(theme: Path) -> None:
    examples = "- title: One\n  block: {said: {html: <p>Hi</p>, text: Hi}, by: Ana & Bo}\n"
    (theme / "templates/components/quote/examples.yaml").write_text(examples, "utf-8")
    shown, *strained = exhibits(theme)
    assert (shown.component, shown.title) == ("quote", "One")
    assert {target: drawn.strip() for target, drawn in shown.faces.items()} == {Target.WEB: "<p>Hi</p>Ana &amp; Bo"}
    assert [(found.title.partition(", ")[2], found.direction) for found in strained] == [
        ("with words that are too long", ""),
        ("from right to left", "rtl"),
        ("with nothing that can be missing", ""),
    ]
    assert strained[2].faces[Target.WEB].strip() == "<p>Hi</p>Ana &amp; Bo", "what it must have stays"


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        ("- title: One\n  block: {said: {html: x, text: x}, bye: Ana}\n", "quote/web.html cannot draw “One”"),
        ("- title: One\n", "quote/examples.yaml: example 1 needs a title, and a block or an argument."),
        ("- [", "quote/examples.yaml cannot be read"),
    ],
)
def test_an_example_that_cannot_be_drawn_is_named(theme: Path, examples: str, told: str) -> None:
    (theme / "templates/components/quote/examples.yaml").write_text(examples, "utf-8")
    with pytest.raises(Faulty, match=re.escape(told)):
        list(exhibits(theme))
