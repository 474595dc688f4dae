"""Every example of every component of a theme, drawn on every target that it has a face for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml

from plugins.desk.strain import strained
from plugins.render import Renderer, Target, tidy
from plugins.view import blocks
from plugins.view.blocks import BlockView
from plugins.view.cards import Card
from plugins.view.facts import AgendaRow, Row
from plugins.view.passages import Html
from plugins.view.pictures import PictureView

PARTS: Mapping[str, Any] = {
    "agenda": tuple[AgendaRow, ...],
    "card": Card,
    "picture": PictureView,
    "rows": tuple[Row, ...],
}
"""What the components take that are no blocks, but parts of others."""

TARGETS = (Target.WEB, Target.EMAIL, Target.TEXT)


class Faulty(Exception):  # noqa: N818 - it names what happened
    """An example that cannot be drawn; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One example of a component, as it looks on each target."""

    component: str
    title: str
    faces: Mapping[Target, str]
    language: str = ""
    direction: str = ""
    """How it is read where that is not as the page: ``rtl``."""


def exhibits(theme: Path) -> Iterator[Exhibit]:
    """Draw the examples of a theme, by component. Raises Faulty for one that cannot be drawn."""
    renderers = {target: Renderer(theme, target) for target in TARGETS}
    for path in sorted((theme / "templates/components").glob("*/examples.yaml")):
        there = [renderer for target, renderer in renderers.items() if (path.parent / target.value).is_file()]
        examples = _examples(path)
        for example in examples:
            yield _exhibit(there, path.parent.name, example)
        yield from _under_strain(there, path.parent.name, examples[:1])


def _exhibit(renderers: list[Renderer], component: str, example: dict[str, Any], **read: str) -> Exhibit:
    faces = {renderer.target: _drawn(renderer, component, example) for renderer in renderers}
    return Exhibit(component, example["title"], faces, **read)


def _under_strain(renderers: list[Renderer], component: str, examples: list[dict[str, Any]]) -> Iterator[Exhibit]:
    for example in examples:
        given = example["argument"] if "argument" in example else example["block"]
        for changed in strained(argument(component), given or {}):
            title = f"{example['title']}, {changed.how}"
            read = {"language": changed.language, "direction": changed.direction}
            yield _exhibit(renderers, component, {"title": title, "argument": changed.value}, **read)


def view(wanted: Any, value: Any) -> Any:
    """Make the view of a type from what YAML holds. Raises TypeError or KeyError for what does not fit it."""
    if get_origin(wanted) in {Union, UnionType}:
        others = [part for part in get_args(wanted) if part is not type(None)]
        return None if value is None else view(others[0], value)
    if get_origin(wanted) is tuple:
        return tuple(view(get_args(wanted)[0], part) for part in value)
    if is_dataclass(wanted) and isinstance(wanted, type):
        hints = get_type_hints(wanted)
        return wanted(**{name: view(hints[name], part) for name, part in value.items()})
    if wanted is Html:
        return Html(value)
    return value.isoformat() if isinstance(value, date) else value


def argument(component: str) -> Any:
    """Give the type of what a component's macro is given. Raises KeyError for a component that no view names."""
    classes = (found for found in vars(blocks).values() if isinstance(found, type) and issubclass(found, BlockView))
    named = {found.component: found for found in classes if found is not BlockView}
    return {**PARTS, **named}[component]


def _examples(path: Path) -> list[dict[str, Any]]:
    where = f"{path.parent.name}/{path.name}"
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise Faulty(f"{where} cannot be read: {error}") from error
    for number, example in enumerate(found or [], 1):
        if not isinstance(example, dict) or "title" not in example or not {"block", "argument"} & set(example):
            raise Faulty(f"{where}: example {number} needs a title, and a block or an argument.")
    return list(found or [])


def _drawn(renderer: Renderer, component: str, example: dict[str, Any]) -> str:
    try:
        shown = view(argument(component), example["argument"] if "argument" in example else example["block"])
        module = renderer.environment.get_template(renderer.component(component)).module
        drawn = str(getattr(module, component)(shown))
    except Exception as error:
        where = f"{renderer.component(component)} cannot draw “{example['title']}”"
        raise Faulty(f"{where}: {type(error).__name__}: {error}") from error
    return tidy(drawn) if renderer.target is Target.TEXT else drawn
