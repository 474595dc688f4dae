"""One at a time: the second waits, and says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock at a path; call ``waiting`` once where somebody else has it. It goes with the process that has it.

    Windows has no such locks: there nobody waits. Raises OSError where the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform != "win32":
            _hold(opened, waiting)
        yield
    finally:
        os.close(opened)


def _hold(opened: int, waiting: Callable[[], None]) -> None:
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(opened, fcntl.LOCK_EX)
