"""The project the desk stands in: where its words, its theme and its output are."""

from __future__ import annotations

import runpy
from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.desk.commands import WrongUse

if TYPE_CHECKING:
    from plugins.model import Problem
    from plugins.view import Site


PELICANS = frozenset({"SITENAME", "SITEURL"})
"""Settings that Pelican has for whoever does not give them."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders that the settings name."""

    settings: Path
    content: Path
    output: Path
    theme: Path
    facts: dict[str, Any]
    """The settings themselves, by name."""


class WrongSettings(WrongUse):
    """Settings that hold what they cannot hold; the command was used as it is meant to be."""

    def __init__(self, *problems: Problem) -> None:
        """Take what is wrong with them."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def project(settings: str, content: str = "", output: str = "") -> Project:
    """Read a settings file as ``unjudged`` does. Raises WrongSettings, too, for any setting of a wrong type."""
    found = unjudged(settings, content, output)
    _judge(found.facts, settings)
    return found


def unjudged(settings: str, content: str = "", output: str = "") -> Project:
    """Read a settings file; folders given here come before the file's own. Raises WrongUse for what is not there.

    It takes no more than that: whoever finds nothing to do has not loaded what judges settings.
    """
    path = Path(settings)
    if not path.is_file():
        message = f"There is no {settings} here. Run this in the folder of your site, where pelicanconf.py is."
        raise WrongUse(message)
    try:
        facts = runpy.run_path(str(path))
    except (Exception, SystemExit) as error:
        message = f"{settings} cannot be read: {error}"
        raise WrongUse(message) from error
    if not all(isinstance(facts.get(name, ""), str) for name in ("PATH", "OUTPUT_PATH", "THEME")):
        _judge(facts, settings)
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


def judge(found: Project, may_lack: Container[str] = ()) -> None:
    """Raise WrongSettings where a setting is not what it must be, or not there, but for what they ``may_lack``."""
    _judge(found.facts, str(found.settings), may_lack)


def _judge(facts: dict[str, Any], settings: str, may_lack: Container[str] | None = None) -> None:
    """Raise WrongSettings as ``judge`` does; without ``may_lack``, only for what is there."""
    from plugins.press.settings import wrong_settings  # noqa: PLC0415 - see ``unjudged``

    wrong = wrong_settings(facts, settings)
    wrong = [one for one in wrong if one.field in facts or (may_lack is not None and one.field not in may_lack)]
    if wrong:
        raise WrongSettings(*wrong)


def site_of(found: Project) -> Site:
    """Give what the settings say of the site. Raises WrongSettings where that is not all there."""
    from plugins.view import Site  # noqa: PLC0415 - see ``unjudged``

    judge(found)
    return Site.of(found.facts)


def setting(found: Project, name: str) -> Any:
    """Give a setting that was judged, or what counts where the file does not give it."""
    from plugins.press.settings import Settings  # noqa: PLC0415 - see ``unjudged``

    return found.facts.get(name, Settings.model_fields[name].default)


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
