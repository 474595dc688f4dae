"""The rooms that answer when a file of the site is asked for: their code on the disk, and those the settings name."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from blinker import ANY

from plugins.desk.project import Project
from plugins.press import Wanted
from plugins.press.porch import printing

Room = Callable[..., Iterable[Wanted]]

ROOMS = Path(__file__).resolve().parents[2]
PAGES = "plugins.pages"


def code_mark() -> int:
    """Stand for the code as it lies on the disk: the youngest of its files."""
    return max((path.stat().st_mtime_ns for path in ROOMS.rglob("*.py")), default=0)


def register(found: Project) -> None:
    """Tell the rooms that the settings name to answer the press; to be told again changes nothing."""
    for room in found.facts.get("PLUGINS", []):
        if room != "plugins.press":
            importlib.import_module(room).register()


def rooms(found: Project) -> list[Room]:
    """Give the rooms that the settings name now, that of the pages first."""
    return sorted(_named(found), key=lambda room: _module(room) != PAGES)


def _named(found: Project) -> Iterator[Room]:
    named = found.facts.get("PLUGINS")
    for room in printing.receivers_for(ANY):
        if not named or _module(room) in named:
            yield room


def _module(room: Room) -> str:
    return getattr(room, "__module__", "")
