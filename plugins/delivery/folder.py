"""The folder of everything that names people: outside every repository, for its owner's eyes only."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

DATA = "CLNM_DATA"
"""The environment's name for the folder."""
_LOCK = "send.lock"


class Unsafe(Exception):  # noqa: N818 - it names what the folder is
    """Addresses must not lie there; the message says why, and what to do."""


class Busy(Exception):  # noqa: N818 - it names what the ledger is
    """Another command is sending or settling."""


def data_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder that ``CLNM_DATA`` names, or the user's own, made if it is missing (mode 0700).

    Raises Unsafe for a folder inside a repository, or one that others may look into.
    """
    given = environment.get(DATA, "").strip()
    folder = Path(given).expanduser().resolve() if given else _usual(environment)
    inside = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if inside:
        raise Unsafe(f"{DATA} is {folder}, inside the repository {inside}. Addresses never enter git: move it out.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unsafe(f"{DATA} is {folder}, which cannot be used: {error.strerror}.") from None
    if folder.stat().st_mode & 0o077:
        raise Unsafe(f"Others on this machine can look into {folder}. Close it: chmod 700 {folder}")
    return folder


def private(path: Path) -> Path:
    """Make a file that is there, and for its owner only (mode 0600)."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    path.chmod(0o600)
    return path


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder against every other command that sends or settles, until the end of the process at the latest.

    Raises Busy where another has it.
    """
    import fcntl  # noqa: PLC0415 - there is none on Windows, where the rest of the desk works

    with private(folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("Something is being sent or settled already. Wait for its end, or stop it.") from None
        yield


def _usual(environment: Mapping[str, str]) -> Path:
    share = environment.get("XDG_DATA_HOME", "").strip()
    return (Path(share) if share else Path.home() / ".local/share") / "clnm-press"
