"""A memory of what was read that lasts as long as the process."""

from __future__ import annotations

import time


class Remembered:
    """Keeps texts by room and name; nothing of it is written anywhere."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.since = 0
        self._kept: dict[tuple[str, str], str] = {}

    def get(self, room: str, name: str) -> str | None:
        """Give what is kept in a room under a name."""
        return self._kept.get((room, name))

    def put(self, room: str, name: str, value: str) -> None:
        """Keep a text in a room under a name."""
        self._kept[room, name] = value

    def looked(self) -> None:
        """Note that everything was looked at now, so that files of before then are known by their looks."""
        self.since = time.time_ns()
