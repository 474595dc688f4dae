"""Files that are there whole or not at all, whatever becomes of the program that writes them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

__all__ = ["write_whole"]

_ANYBODY, _OWNER_ONLY = 0o666, 0o600


def write_whole(path: Path, *data: bytes, private: bool = False) -> None:
    """Write a file, piece by piece, so that whoever reads it meanwhile sees all of the old or all of the new.

    A ``private`` one is readable by its owner alone (mode 0600), and on the disk when this returns, for nobody
    can make it again; what others lose in a power cut, the next build makes. Raises OSError where it cannot be.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    if private:
        beside.unlink(missing_ok=True)  # one that somebody else put there may be open to them
    way, mode = ("xb", _OWNER_ONLY) if private else ("wb", _ANYBODY)
    with open(beside, way, opener=partial(os.open, mode=mode)) as file:
        file.writelines(data)
        if private:
            file.flush()
            os.fsync(file.fileno())
    beside.replace(path)
