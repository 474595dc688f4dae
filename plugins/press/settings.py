"""What the settings must be, declared once, and what an editor is told of those that are not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from plugins.model import Problem
from plugins.view import Site
from plugins.view.site import frozen

CODE = "T03"
LONGEST = 60
"""So many characters are shown of what was found."""


PRESS = "plugins.press"
"""Without it Pelican makes nothing of ours."""


def _with_the_press(rooms: tuple[str, ...]) -> tuple[str, ...]:
    if PRESS not in rooms:
        raise ValueError(PRESS)
    return rooms


class _Host(BaseModel):
    """Where the site goes; what each kind needs, only that kind knows."""

    model_config = ConfigDict(extra="allow")

    kind: str = "folder"


class _Own(BaseModel):
    """What is asked of the settings beside what the site is; lists count as tuples."""

    model_config = ConfigDict(strict=True)

    PLUGINS: Annotated[tuple[str, ...], AfterValidator(_with_the_press)]
    PATH: str = ""
    OUTPUT_PATH: str = ""
    THEME: str = ""
    SITE_AREA: str = ""
    EXAMPLES_ALLOWED: bool = False
    COMPRESSED: bool = False
    LOOK_AFRESH: bool = False
    """Look into every file for what may not be seen, whatever was looked into before."""
    PICTURE_SPEED: int = Field(9, ge=0, le=10)
    HOST: _Host = Field(default_factory=_Host)
    KEPT_RELEASES: int = Field(3, ge=0)
    LARGEST_SITE: int = Field(1_000_000_000, ge=0)
    """In bytes; GitHub Pages takes a gigabyte."""
    LISTMONK_URL: str = ""
    LISTMONK_LISTS: dict[str, list[int | str] | tuple[int | str, ...]] = {}


_SITE: dict[str, Any] = {
    field.name.upper(): (get_type_hints(Site)[field.name], ... if field.default is MISSING else field.default)
    for field in fields(Site)
    if field.name.upper() not in _Own.model_fields
}
Settings = create_model("Settings", __base__=_Own, **_SITE)
_WANTED: dict[Any, tuple[str, str]] = {
    "PLUGINS": (f"a list of rooms with {PRESS} in it", 'Write their names in quotes: {} = ["plugins.press", "…"]'),
    "HOST": ("a kind of host and what it needs", 'Write pairs in braces: {} = {{"kind": "folder"}}'),
    "LISTMONK_LISTS": ("lists of numbers by the names of emails", 'Write pairs in braces: {} = {{"everybody": [3]}}'),
    "PICTURE_SPEED": ("a whole number from 0 to 10", "Write {} = 9, without quotes."),
    str: ("a text", 'Write it in quotes: {} = "…"'),
    bool: ("True or False", "Write {0} = True or {0} = False, without quotes."),
    int: ("a whole number, 0 or more", "Write figures without quotes: {} = 3"),
    tuple[str, ...]: ("a list of texts", 'Write each in quotes, between brackets: {} = ["…", "…"]'),
    tuple[tuple[str, str], ...]: ("a list of pairs of texts", 'Write each pair in brackets: {} = [("…", "…")]'),
}
"""What a setting must be, by its name or its type, and how that is written."""


def wrong_settings(facts: Mapping[str, Any], path: str) -> list[Problem]:
    """Give what is wrong with settings that stand in a file, by its path for people; what is missing, too."""
    given = {name: frozen(facts[name]) for name in Settings.model_fields if name in facts}
    try:
        Settings(**given)
    except ValidationError as error:
        errors = {str(one["loc"][0]): one for one in reversed(error.errors(include_url=False))}
        return sorted(_told(path, name, one, facts) for name, one in errors.items())
    return []


def _told(path: str, name: str, error: ErrorDetails, facts: Mapping[str, Any]) -> Problem:
    """Say what one setting is, and what it must be."""
    what, fix = _WANTED.get(name) or _WANTED[Settings.model_fields[name].annotation]
    found = f"This is {_short(facts[name])}" if name in facts else "This is not there"
    message = f"{found}, and must be {what}."
    if len(error["loc"]) > 1:
        message += f" What is wrong in it is {_short(error['input'])}."
    line = _line(path, name) if name in facts else 0
    return Problem(path=path, line=line, field=name, message=message, fix=fix.format(name), code=CODE)


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _line(path: str, name: str) -> int:
    """Give the last line of a settings file that gives a setting its value; 0 where it gets it in another way."""
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return 0
    return max((number for number, line in enumerate(lines, 1) if re.match(rf"{name}\s*[:=]", line)), default=0)
