"""Does one thing to many, on every processor where the system can copy a process, else one after the other.

What is given back is the same either way, in the same order, and so is what goes wrong.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from plugins.press.waiting import Bar

FEWEST = 96
"""Of fewer things, copying the process costs more than it saves."""
AT_ONCE = 16
"""So many things are handed to a worker together; neighbours often share work."""
SELDOM = 20_000
"""So many more objects are made than went before a worker looks for circles among them: a tenth of its time else."""

_PR_SET_PDEATHSIG = 1

Thing = TypeVar("Thing")
Made = TypeVar("Made")

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the workers do, and to what: they have it because they are copies of this process."""


def each(
    doing: str, do: Callable[[Thing], Made], things: Sequence[Thing], ready: Callable[[], object] | None = None
) -> Iterator[Made]:
    """Give what ``do`` makes of each thing; ``doing`` says so in words. What is made must be picklable.

    What each worker would have to begin with is made ``ready`` once, for all of them. A worker that fails leaves its
    things to this process, so that the error is that of one process alone.
    """
    with Bar(doing, len(things)) as bar:
        workers = processors() if len(things) >= FEWEST else 1
        if ready and workers > 1:
            ready()
        for made in _shared(do, things, workers) if workers > 1 else map(do, things):
            yield made
            bar.more()


def processors() -> int:
    """Give how many processes may work at once: one where the system cannot copy this process safely.

    A copy has only the thread that made it, and would wait for ever for one that a library has begun beneath Python.
    """
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and not _threads_beneath() else 1


def alone() -> bool:
    """Say whether this process has no thread but the one that asks, so that a copy of it is whole."""
    return threading.active_count() == 1 and not _threads_beneath()


def _threads_beneath() -> bool:
    if sys.platform != "linux":
        return False
    return sum(1 for _ in Path("/proc/self/task").iterdir()) > threading.active_count()


def _shared(do: Callable[[Thing], Made], things: Sequence[Thing], workers: int) -> Iterator[Made]:
    global _work  # noqa: PLW0603 - see there
    _work = do, things
    gc.freeze()  # what the copies do not touch stays shared
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            starts = range(0, len(things), AT_ONCE)
            for start, made in zip(starts, pool.map(_some, starts), strict=True):
                yield from map(do, things[start : start + AT_ONCE]) if made is None else made
    finally:
        gc.unfreeze()
        _work = None


def _end_with(first: int) -> None:
    """See that a worker does not go on when the process it works for is killed (Linux, prctl(2))."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    gc.set_threshold(SELDOM)
    if os.getppid() != first:
        os._exit(1)


def _some(start: int) -> list[Any] | None:
    if _work is None:
        return None
    do, things = _work
    try:
        return [do(thing) for thing in things[start : start + AT_ONCE]]
    except Exception:  # noqa: BLE001 - told by the process that does it again
        return None
