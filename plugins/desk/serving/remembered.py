"""A memory of what was read that lasts as long as the process, and does not grow with every save."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path

from plugins.press.code import code_digest
from plugins.press.memory import everything, memory_path

SPARE = 4096
"""So many texts beyond twice those that were needed are kept; then all that nothing can ask for go."""
_BY_ITSELF = "judged"
"""The room whose names stand for more than a file: what was asked of it since everything was looked at is needed."""


class Remembered:
    """Keeps texts by room and name; nothing of it is written anywhere."""

    def __init__(self, output: Path | None = None) -> None:
        """Begin with what the last build of an output folder left, if this code made it; else with nothing."""
        self.since, self._kept = everything(memory_path(output), code_digest()) if output else (0, {})
        self._needed = len(self._kept)
        self._asked: set[str] = set()

    @property
    def many(self) -> int:
        """Say how many texts are kept."""
        return len(self._kept)

    def get(self, room: str, name: str) -> str | None:
        """Give what is kept in a room under a name."""
        if room == _BY_ITSELF:
            self._asked.add(name)
        return self._kept.get((room, name))

    def put(self, room: str, name: str, value: str) -> None:
        """Keep a text in a room under a name."""
        self._kept[room, name] = value

    def looked(self) -> None:
        """Note that everything was looked at now, so that files of before then are known by their looks."""
        self.since = time.time_ns()
        self._asked = set()

    def tidy(self, living: Callable[[], Collection[str]]) -> None:
        """Forget earlier versions once there are many; ``living`` gives the names of what lies there now."""
        if len(self._kept) <= 2 * self._needed + SPARE:
            return
        names = living()
        kept = list(self._kept.items())
        self._kept = {key: text for key, text in kept if key[1] in (self._asked if key[0] == _BY_ITSELF else names)}
        self._needed = len(self._kept)
