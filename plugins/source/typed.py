"""Texts become values by a class's schema; what does not fit becomes a problem in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from plugins.model.problem import Finding, Problem
from plugins.source.plainly import choice, nearest, plainly, said_back
from plugins.source.text import plain_name

M = TypeVar("M", bound=BaseModel)

CONSENT_EXAMPLE = """\
consent:
  ref: CR-2026-014
  given: 2026-10-01
  scope: [web, feed]
  images: none
  review_by: 2027-09-30
  expires: 2028-09-30
  under_18_when_given: false
  status: active"""

_FROM_THE_FILE = "The file says this itself: its folder is the kind, its name the address. Take the line out."
_BY_CONSENT = "Names stand only where people agreed to them: storyteller, signed_by, authors. Take the line out."
_NOT_EDITORS = {
    **dict.fromkeys(("slug", "path", "url", "save_as", "kind", "type", "permalink", "digest"), _FROM_THE_FILE),
    **dict.fromkeys(("body", "lines"), "The text stands below the second ---. Take the line out."),
    **dict.fromkeys(("template", "layout", "css", "class"), "The theme decides how it looks. Take the line out."),
    **dict.fromkeys(("author", "email", "phone"), _BY_CONSENT),
    **dict.fromkeys(("tags", "tag", "keywords", "category", "categories"), "Use themes: for what it is about."),
    **dict.fromkeys(("draft", "published"), "Use status: draft or status: ready."),
}
"""Fields that other programs have and this one does not, with what to do instead."""


_MEANT = {
    **dict.fromkeys(("description", "excerpt", "subtitle", "intro", "about"), ("summary",)),
    **dict.fromkeys(("name", "heading", "headline"), ("display_name", "title")),
    **dict.fromkeys(("photo", "picture", "pic", "img", "cover"), ("image",)),
    **dict.fromkeys(("alt", "alt_text", "image_description"), ("image_alt",)),
    **dict.fromkeys(("location", "where", "building"), ("venue", "location_shown")),
    **dict.fromkeys(("when", "time", "begins", "from"), ("start",)),
    **dict.fromkeys(("until", "finish", "finishes"), ("end", "valid_until")),
    **dict.fromkeys(("website", "web", "address"), ("link", "site")),
    **dict.fromkeys(("topic", "topics", "subject"), ("themes",)),
    **dict.fromkeys(("price", "fee"), ("cost",)),
    **dict.fromkeys(("quote",), ("pull_quote",)),
}
"""Other words for fields, where no letter gives the meaning away."""


def misplaced(kind: type[BaseModel], word: str) -> str:
    """Name the field of a kind that has a word among its own lines; nothing where none, or the kind itself, has it."""
    editor_fields = getattr(kind, "editor_fields", lambda: kind.model_fields)
    for name, field in editor_fields().items():
        if any(word in inner.model_fields for inner in _models(field.annotation)):
            return name
    return ""


def build(kind: type[M], values: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[M | None, list[Finding]]:
    """Make a model of an editor's texts and of what is given by the file; or say what does not fit."""
    try:
        return kind.model_validate({**values, **given}), []
    except ValidationError as error:
        found = [_finding(kind, detail) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


def located(findings: Iterable[Finding], path: str, lines: Mapping[str, int], fallback: int) -> Iterator[Problem]:
    """Give each finding its line: that of its field, of what the field stands in, or a fallback."""
    for finding in findings:
        line, name = fallback, finding.field
        while name:
            if name in lines:
                line = lines[name]
                break
            name = name.rpartition(".")[0]
        yield Problem(
            path=path,
            line=line,
            field=_spoken(finding.field),
            message=finding.message,
            fix=finding.fix,
            code=finding.code,
            level=finding.level,
        )


def unknown(word: str, words: Iterable[str], what: str, within: str = "") -> Finding:
    """Say that a field does not exist, and which one was likely meant; ``within`` is a field that it is a line of."""
    words = list(words)
    near = nearest(word, words) or next((name for name in _MEANT.get(word, ()) if name in words), "")
    fix = f"Did you mean “{near}”?" if near else "Take the line out; docs/fields.md lists what there is."
    if what == "field":
        fix = _NOT_EDITORS.get(word, fix)
        fix = f"It belongs under {within}:, so put two spaces before it." if within else fix
    return Finding(field=word, message=f"There is no {what} called {said_back(word)}.", fix=fix, code="F05")


def _spoken(name: str) -> str:
    return re.sub(r"\.(\d+)", lambda m: f" {int(m[1]) + 1}", name)


def _finding(kind: type[BaseModel], detail: Any) -> Finding:
    place = [part for part in detail["loc"] if isinstance(part, int) or "[" not in part]
    name = ".".join(str(part) for part in place)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "wrong" if context["code"] == "A06" and _points_to_area(kind, place):
            fix = f"Areas are named by their files. Is it {plain_name(str(detail['input']))}?"
            message = f"There is no area called {said_back(detail['input'])}."
            return Finding(field=name, message=message, fix=fix, code="O04")
        case "wrong":
            return Finding(field=name, message=context["message"], fix=context["fix"], code=context["code"])
        case code if code == "missing" or name == "consent":
            return _missing(kind, place, name)
        case "extra_forbidden":
            finding = unknown(str(place[-1]), _siblings(kind, place), "field")
            return Finding(field=name, message=finding.message, fix=finding.fix, code="F05")
        case "enum":
            message, fix = choice(detail["input"], context["expected"])
            return Finding(field=name, message=message, fix=fix, code="F17")
    message, fix = plainly(detail["type"], detail["input"], context)
    if detail["type"] == "string_pattern_mismatch" and (about := _about(kind, place)):
        fix = f"What belongs here: {about}"
    return Finding(field=name, message=message, fix=fix, code="F11")


def _points_to_area(kind: type[BaseModel], place: list[Any]) -> bool:
    return bool(place) and getattr(kind, "points_to", {}).get(place[0]) == "area"


_ASKED_FOR = {
    "subject": (
        "N01",
        "The email has no subject.",
        "Add subject: with what is in it, like: New reps, warm homes and a winter meet-up",
    ),
    "travel_paid": (
        "E03",
        "Say if travel is paid, and if it is paid before or after.",
        "Add travel_paid: paid-up-front, paid-back, not-paid or not-needed.",
    ),
    "where_rule": (
        "O01",
        "Who can get this: people the council looked after, people who live there now, or both?",
        "Add where_rule: responsible-only, residence-only or one of the others in docs/fields.md.",
    ),
}
"""What is asked for in words of its own where it is missing."""


def _missing(kind: type[BaseModel], place: list[Any], name: str) -> Finding:
    if place == ["consent"]:
        fix = f"Add the consent lines, or ask the participation worker:\n{CONSENT_EXAMPLE}"
        return Finding(field=name, message="Every story needs a yes from the person.", fix=fix, code="C01")
    if name in _ASKED_FOR:
        code, message, fix = _ASKED_FOR[name]
        return Finding(field=name, message=message, fix=fix, code=code)
    fix = f"Add {place[-1]}: {_about(kind, place)}".strip()
    return Finding(field=name, message="This field is missing.", fix=fix, code="F13")


def _about(kind: type[BaseModel], place: list[Any]) -> str:
    field = _owner(kind, place).model_fields.get(str(place[-1]))
    return (field.description or "") if field else ""


def _owner(kind: type[BaseModel], place: list[Any]) -> type[BaseModel]:
    """Give the class that the last part of a place belongs to."""
    for part in place[:-1]:
        field = None if isinstance(part, int) else kind.model_fields.get(part)
        if field:
            kind = next(_models(field.annotation), kind)
    return kind


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)


def _siblings(kind: type[BaseModel], place: list[Any]) -> list[str]:
    owner = _owner(kind, place)
    editor_fields = getattr(owner, "editor_fields", None)
    return list(editor_fields() if editor_fields else owner.model_fields)
