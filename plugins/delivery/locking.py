"""One command at a time sends or settles what is in a data folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from plugins.subscribers.folder import private_file

_LOCK = "send.lock"


class Busy(Exception):  # noqa: N818 - it names what the ledger is
    """Another command is sending or settling."""


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder against every other command that sends or settles, until the end of the process at the latest.

    Raises Busy where another has it.
    """
    import fcntl  # noqa: PLC0415 - there is none on Windows, where the rest of the desk works

    with private_file(folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("Something is being sent or settled already. Wait for its end, or stop it.") from None
        yield
