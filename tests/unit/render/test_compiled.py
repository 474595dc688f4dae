"""A template's code is kept between builds, and is used only while it is what the template compiles to."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import jinja2
import pytest

from plugins.render import Renderer, Target
from plugins.render.compiled import FOLDER

PAGE = "page.html"
compile_template = jinja2.Environment.compile


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a theme with one template, in a project of its own."""
    monkeypatch.chdir(tmp_path)
    theme = tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "words").mkdir()
    (theme / "static/css").mkdir(parents=True)
    (theme / "static/css/tokens.css").write_text(":root {}\n", "utf-8")
    write(theme, "<p>{{ name }}</p>")
    return theme


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name each template that is compiled from now on."""
    names: list[str] = []

    def noting(self: jinja2.Environment, source: Any, name: str, *more: Any, **others: Any) -> Any:
        names.append(name)
        return compile_template(self, source, name, *more, **others)

    monkeypatch.setattr(jinja2.Environment, "compile", noting)
    return names


def write(theme: Path, text: str) -> None:
    (theme / "templates" / PAGE).write_text(text, "utf-8")


def drawn(theme: Path, target: Target = Target.WEB) -> str:
    """Draw the template as a new build would."""
    return Renderer(theme, target).render(PAGE, name="<Ari>")


def files() -> list[Path]:
    return [path for path in FOLDER.rglob("*") if path.is_file()]


def test_a_template_is_compiled_once_for_each_target(theme: Path, compiled: list[str]) -> None:
    assert drawn(theme) == drawn(theme) == "<p>&lt;Ari&gt;</p>"
    assert drawn(theme, Target.TEXT) == drawn(theme, Target.TEXT) == "<p><Ari></p>"
    assert compiled == [PAGE, PAGE]
    assert all(len(path.name) == 40 for path in files()), "nothing half written is left"


def test_a_copy_of_a_project_with_its_cache_compiles_nothing(
    theme: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = drawn(theme)
    copy = theme.parent / "copy"
    for name in ("theme", FOLDER):
        shutil.copytree(theme.parent / name, copy / name)
    monkeypatch.chdir(copy)
    assert drawn(copy / "theme") == expected
    assert compiled == [PAGE]


def test_a_template_that_changed_is_compiled_again(theme: Path, compiled: list[str]) -> None:
    drawn(theme)
    write(theme, "<b>{{ name }}</b>")
    assert drawn(theme) == "<b>&lt;Ari&gt;</b>"
    assert compiled == [PAGE, PAGE]


@pytest.mark.parametrize("harm", [lambda data: data[:40], lambda data: data[:-1] + b"x", lambda _: b""])
def test_what_is_not_whole_is_not_used(theme: Path, compiled: list[str], harm: Any) -> None:
    expected = drawn(theme)
    (kept,) = files()
    kept.write_bytes(harm(kept.read_bytes()))
    assert drawn(theme) == expected
    assert drawn(theme) == expected
    assert compiled == [PAGE, PAGE]


def test_another_compiler_starts_anew(theme: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(theme)
    monkeypatch.setattr("plugins.render.compiled._compiler", lambda: "another")
    drawn(theme)
    assert compiled == [PAGE, PAGE]


def test_where_nothing_can_be_kept_pages_are_drawn_all_the_same(theme: Path) -> None:
    FOLDER.parent.mkdir(exist_ok=True)
    FOLDER.write_text("A file where the folder would be.", "utf-8")
    assert drawn(theme) == drawn(theme) == "<p>&lt;Ari&gt;</p>"
