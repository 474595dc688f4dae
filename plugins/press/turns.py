"""One build of an output at a time: another would take away what this one writes, or leave what it takes away."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from plugins.disk.locking import alone
from plugins.press.manifest import manifest_path


@contextmanager
def one_at_a_time(output: Path) -> Iterator[None]:
    """Wait, and say so, while another process builds the same output; from then on it waits for this one."""
    with ExitStack() as held:
        with suppress(OSError):  # where no lock can be made, nothing can be written either, and the build says so
            held.enter_context(alone(manifest_path(output).with_name("lock"), _waits))
        yield


def _waits() -> None:
    """Say so past whoever keeps what a build says."""
    print("Another build of this site is going on. This one waits for its end.", file=sys.__stderr__, flush=True)
