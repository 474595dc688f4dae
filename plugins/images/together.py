"""Does one thing to many, on every processor, and shows how far it is to whoever sits at a terminal and waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from time import monotonic
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE = 1.0
"""Seconds that nobody needs to be told about."""

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def together(doing: str, do: Callable[[Thing], Made], things: Sequence[Thing]) -> Iterator[tuple[Thing, Made]]:
    """Give each thing with what ``do`` makes of it, in the order in which they are done.

    ``doing`` says so in words. ``do`` is a function of a module, for it may run in another process; not in a
    thread, because Pillow's AVIF encoder lets only one of them run.
    """
    with ExitStack() as stack:
        told = stack.enter_context(_Told(doing, len(things)))
        for thing, made in _done(do, things, stack):
            told.one_more()
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


class _Told:
    """A bar that appears once it is worth it, and goes away."""

    def __init__(self, doing: str, total: int) -> None:
        columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(doing, total=total)
        self._began = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar.live.is_started:
            self._bar.stop()

    def one_more(self) -> None:
        self._bar.advance(self._task)
        if not self._bar.live.is_started and sys.stderr.isatty() and monotonic() - self._began > PATIENCE:
            self._bar.start()
