"""Shows how far a build is, to whoever sits at a terminal and waits."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that nobody needs to be told about."""

Thing = TypeVar("Thing")


class Bar:
    """A bar that appears once it is worth it, and goes away; nothing at all where nobody looks."""

    def __init__(self, doing: str, total: int) -> None:
        """Take what is done, in words, and to how many things."""
        self._doing = doing
        self._total = total
        self._done = 0
        self._began = monotonic()
        self._shown: Progress | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._shown:
            self._shown.stop()

    def more(self, number: int = 1) -> None:
        """Say that so many more are done."""
        self._done += number
        if self._shown is None and sys.stderr.isatty() and monotonic() - self._began > PATIENCE:
            self._shown = _progress(self._doing, self._total)
        if self._shown:
            self._shown.update(self._shown.task_ids[0], completed=self._done)


def counted(doing: str, things: Iterable[Thing]) -> Iterator[Thing]:
    """Give things one by one, and show how many are done."""
    every = tuple(things)
    with Bar(doing, len(every)) as bar:
        for thing in every:
            yield thing
            bar.more()


def _progress(doing: str, total: int) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - seldom needed, and dear
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True)
    shown.add_task(doing, total=total)
    shown.start()
    return shown
