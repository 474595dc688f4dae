"""A run of the press, whoever begins it: alone with its output, from before it reads to the end of the last look."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from plugins.disk.locking import alone
from plugins.press.manifest import manifest_path
from plugins.press.porch import Press, pressed

STOPPED = 130
"""The exit code after Ctrl and C; Pelican itself would say that all went well."""


class Pelican(Protocol):
    """What must be known of Pelican to be the last in what it does."""

    output_path: str
    run: Callable[[], None]


def last_of_all(pelican: Pelican) -> None:
    """Let whatever Pelican does be one run of the press.

    Its own generators run after ours, and what listens for its end is called in no order; all may leave files.
    """
    run = pelican.run

    def whole() -> None:
        with whole_run(Path(pelican.output_path)):
            run()

    pelican.run = whole


@contextmanager
def whole_run(output: Path) -> Iterator[None]:
    """Hold an output while the press prints inside, then look into all of it. Raises SystemExit as ``Press.look`` does.

    A second run waits for the first: it would take away what that writes, or leave what that takes away.
    """
    begun: list[Press] = []
    with ExitStack() as held:
        with suppress(OSError):  # where no lock can be made, nothing can be written either, and the build says so
            held.enter_context(alone(manifest_path(output).with_name("lock"), _waits))
        try:
            with pressed.connected_to(begun.append):
                yield
            for press in begun:
                press.look()
        except KeyboardInterrupt:
            sys.stderr.write("\nStopped.\n")
            raise SystemExit(STOPPED) from None


def _waits() -> None:
    """Say so past whoever keeps what a build says."""
    print("Another build of this site is going on. This one waits for its end.", file=sys.__stderr__, flush=True)
