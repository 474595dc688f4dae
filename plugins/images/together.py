"""Does one thing to many, on every processor, and shows how far it is to whoever sits at a terminal and waits."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from multiprocessing.context import BaseContext
from typing import TypeVar

from plugins.press.waiting import Bar
from plugins.press.workers import alone

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def together(doing: str, do: Callable[[Thing], Made], things: Sequence[Thing]) -> Iterator[tuple[Thing, Made]]:
    """Give each thing with what ``do`` makes of it, in the order in which they are done.

    ``doing`` says so in words. ``do`` is a function of a module, for it may run in another process; not in a
    thread, because Pillow's AVIF encoder lets only one of them run.
    """
    with ExitStack() as stack:
        bar = stack.enter_context(Bar(doing, len(things)))
        for thing, made in _done(do, things, stack):
            bar.more()
            yield thing, made


def _done(do: Callable[[Thing], Made], things: Sequence[Thing], stack: ExitStack) -> Iterator[tuple[Thing, Made]]:
    workers = min(os.cpu_count() or 1, len(things))
    if workers < (2 if alone() else 1):  # one needs no process of its own, unless other threads would stand still
        yield from ((thing, do(thing)) for thing in things)
        return
    pool = stack.enter_context(ProcessPoolExecutor(workers, _way()))
    tasks = {pool.submit(do, thing): thing for thing in things}
    for task in as_completed(tasks):
        yield tasks[task], task.result()


def _way() -> BaseContext:
    """Give how a process is begun: as a copy of this one only if it has no other threads.

    A copy holds whatever locks other threads hold at that moment, and nobody in it would ever let go of them.
    """
    return multiprocessing.get_context(None if alone() else "spawn")
