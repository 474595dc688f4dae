"""The project the desk stands in: where its words, its theme and its output are."""

from __future__ import annotations

import runpy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.desk.commands import WrongUse


@dataclass(frozen=True, slots=True)
class Project:
    """The folders that the settings name."""

    settings: Path
    content: Path
    output: Path
    theme: Path
    facts: dict[str, Any]
    """The settings themselves, by name."""


def project(settings: str, content: str = "", output: str = "") -> Project:
    """Read a settings file; folders given here come before the file's own. Raises WrongUse for what is not there."""
    path = Path(settings)
    if not path.is_file():
        message = f"There is no {settings} here. Run this in the folder of your site, where pelicanconf.py is."
        raise WrongUse(message)
    try:
        facts = runpy.run_path(str(path))
    except (Exception, SystemExit) as error:
        message = f"{settings} cannot be read: {error}"
        raise WrongUse(message) from error
    for name in ("PATH", "OUTPUT_PATH", "THEME"):
        if not isinstance(facts.get(name, ""), str):
            message = f'{name} in {settings} is no name of a folder. Put it in quotes: {name} = "{name.lower()}"'
            raise WrongUse(message)
    found = Project(
        settings=path,
        content=Path(content) if content else path.parent / facts.get("PATH", "content"),
        output=Path(output) if output else path.parent / facts.get("OUTPUT_PATH", "output"),
        theme=path.parent / facts.get("THEME", "theme"),
        facts=facts,
    )
    if not found.content.is_dir():
        message = f"There is no folder {found.content} to read from."
        raise WrongUse(message)
    return found


def theme(found: Project) -> Path:
    """Give the folder of a project's theme. Raises WrongUse where there is none."""
    if not (found.theme / "templates").is_dir():
        message = f"There is no theme in {found.theme}. THEME in {found.settings} says where it is."
        raise WrongUse(message)
    return found.theme


def moment() -> datetime:
    """Give the instant that everything is looked at from. Raises WrongUse where AS_OF is no time."""
    from plugins.press.clock import NoSuchTime, as_of  # noqa: PLC0415 - loads the press; a preflight must not

    try:
        return as_of()
    except NoSuchTime as error:
        raise WrongUse(str(error)) from None
