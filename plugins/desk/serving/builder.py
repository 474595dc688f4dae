"""Builds beside everything else, one build at a time; what changes meanwhile is built after, once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from plugins.desk.project import Project
from plugins.desk.serving.news import Board

BEHIND = 5
"""How much a build stands back for whoever looks at a page meanwhile (``setpriority(2)``)."""
CALM = 0.4
"""Seconds without another save before a build begins: first the browser has the processors, for the page again."""
GRACE = 5
"""Seconds in which a build that is to stop may end by itself."""


class Builder:
    """Builds in a process of its own, so that changed code counts and nothing of the last build stays."""

    def __init__(self, found: Project, board: Board, retired: Callable[[], bool]) -> None:
        """Take a project, who is told of builds, and what says whether browsers must wait for what was built."""
        self._board, self._retired = board, retired
        self._words = [sys.executable, "-m", "plugins.desk", "build", "--settings", str(found.settings)]
        self._words += ["--content", str(found.content), "--output", str(found.output)]
        self._wanted = threading.Event()
        self._running: subprocess.Popen[str] | None = None
        self._stopped = False
        self._beginning = threading.Lock()

    def begin(self) -> None:
        """Build from now on, in a thread of its own, whenever it is wanted."""
        threading.Thread(target=self._work, daemon=True).start()

    def want(self) -> None:
        """Let what lies there be built as soon as nothing was saved for a moment."""
        self._wanted.set()

    def build(self) -> None:
        """Build what lies there now, unless it is to stop, and say in a line what was done."""
        with self._beginning:
            if self._stopped:
                return
            self._running = running = subprocess.Popen(self._words, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
        with running:
            said, _ = running.communicate()
        if running.returncode == 0:
            print(said.splitlines()[0] if said else "Built.", flush=True)

    def stop(self) -> None:
        """End the build that goes on, if one does; none begins any more."""
        with self._beginning:
            self._stopped, running = True, self._running
        if running and running.poll() is None:
            running.terminate()
            with suppress(subprocess.TimeoutExpired):
                running.wait(GRACE)

    def _work(self) -> None:
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)  # of this thread, and what it begins
        while not self._stopped:
            self._wanted.wait()
            while self._wanted.is_set():
                self._wanted.clear()
                time.sleep(CALM)
            self._board.busy("building")
            self.build()
            if self._retired():
                self._board.shown(())
            self._board.busy("")
