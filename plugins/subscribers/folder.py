"""The folder for what must be in no repository: who people are, and the secret that their links are signed with."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from plugins.disk import write_whole

VARIABLE = "CLNM_DATA"
"""The environment's name for the folder."""
SETTINGS = "pelicanconf.py"
SECRET = "secret"  # noqa: S105 - a file's name
_OWNER_ONLY = 0o600


class NoFolder(Exception):  # noqa: N818 - it names what happened
    """There is no folder that addresses may be kept in; the message says what would do."""


def data_folder() -> Path:
    """Give the folder that the environment names, or the user's own, made if it is missing (mode 0700).

    Raises NoFolder for one in a repository or a site's folder, or one that others may look into.
    """
    given = os.environ.get(VARIABLE, "").strip()
    share = os.environ.get("XDG_DATA_HOME", "").strip() or "~/.local/share"
    folder = Path(given or f"{share}/clnm-press").expanduser().resolve()
    outside_repositories(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolder(f"{VARIABLE} is {folder}, which cannot be used: {error.strerror}.") from None
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        raise NoFolder(f"Others on this machine can look into {folder}. Close it: chmod 700 {folder}")
    return folder


def outside_repositories(path: Path) -> Path:
    """Give a path back if nothing there can be committed or published. Raises NoFolder where it can."""
    found = path.expanduser().resolve()
    for folder in (found, *found.parents):
        if (folder / ".git").exists() or (folder / SETTINGS).is_file():
            raise NoFolder(f"{found} is inside {folder}, where it could be committed or published. Use another.")
    return found


def private_file(path: Path) -> Path:
    """Make a file that only its owner can read, or make it so; give it back."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), _OWNER_ONLY))
    if path.stat().st_mode & 0o077:
        path.chmod(_OWNER_ONLY)
    return path


def secret(folder: Path, *, first: bool) -> tuple[bytes, ...]:
    """Give the secrets of a data folder, the oldest first: each line is one, and the last one signs.

    ``first`` makes one where there is none. Raises NoFolder where it is missing though there are people:
    with another, nobody could leave by the links that they have, and nobody who left would be known.
    """
    path = folder / SECRET
    if first and not path.exists():
        _begin(path)
    try:
        lines = tuple(filter(None, map(bytes.strip, path.read_bytes().splitlines())))
        path.chmod(_OWNER_ONLY)
    except FileNotFoundError:
        lines = ()
    except OSError as error:
        raise NoFolder(f"{path} cannot be read: {error.strerror}.") from None
    if not lines:
        raise NoFolder(f"{path} is missing. It belongs to the addresses beside it: put it back from your copy.")
    return lines


def _begin(path: Path) -> None:
    """Make a secret; where somebody else makes one at the same time, the first counts."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    write_whole(beside, f"{secrets.token_urlsafe(32)}\n".encode(), private=True)
    with contextlib.suppress(FileExistsError):
        os.link(beside, path)
    beside.unlink()
