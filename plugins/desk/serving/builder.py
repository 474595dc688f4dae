"""Builds beside everything else, one build at a time; what changes meanwhile is built after, once."""

from __future__ import annotations

import threading
from collections.abc import Callable

from plugins.desk.serving.news import Board


class Builder:
    """A thread of its own that builds when it is wanted."""

    def __init__(self, build: Callable[[], None], board: Board, retired: Callable[[], bool]) -> None:
        """Take what builds, who is told of it, and what says whether browsers must wait for what was built."""
        self._build, self._board, self._retired = build, board, retired
        self._wanted = threading.Event()
        threading.Thread(target=self._work, daemon=True).start()

    def want(self) -> None:
        """Let what lies there now be built as soon as may be."""
        self._wanted.set()

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            self._board.busy("building")
            self._build()
            if self._retired():
                self._board.shown(())
            self._board.busy("")
