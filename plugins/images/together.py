"""Does one thing to many, on every processor, and shows how far it is to whoever sits at a terminal and waits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from typing import TypeVar

from plugins.press.waiting import Bar

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
    if workers < 2:  # noqa: PLR2004 - one alone needs no process of its own
        yield from ((thing, do(thing)) for thing in things)
        return
    pool = stack.enter_context(ProcessPoolExecutor(workers))
    tasks = {pool.submit(do, thing): thing for thing in things}
    for task in as_completed(tasks):
        yield tasks[task], task.result()
