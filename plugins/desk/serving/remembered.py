"""A memory of what was read that lasts as long as the process."""

from __future__ import annotations

import time
from pathlib import Path

from plugins.press.digests import code_digest
from plugins.press.memory import everything, memory_path


class Remembered:
    """Keeps texts by room and name; nothing of it is written anywhere."""

    def __init__(self, output: Path | None = None) -> None:
        """Begin with what the last build of an output folder left, if this code made it; else with nothing."""
        self.since, self._kept = everything(memory_path(output), code_digest()) if output else (0, {})

    def get(self, room: str, name: str) -> str | None:
        """Give what is kept in a room under a name."""
        return self._kept.get((room, name))

    def put(self, room: str, name: str, value: str) -> None:
        """Keep a text in a room under a name."""
        self._kept[room, name] = value

    def looked(self) -> None:
        """Note that everything was looked at now, so that files of before then are known by their looks."""
        self.since = time.time_ns()
