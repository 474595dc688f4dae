"""What a program is made of, byte for byte: what it made before is believed only while that is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOMS = Path(__file__).resolve().parent.parent
"""Where all our code lies."""


def made_of(files: Iterable[Path], *facts: object) -> str:
    """Stand for files of our own code, by resolved path, and for the versions and settings that they work with.

    Facts are told apart by their ``repr``, which must be the same in every process.
    """
    found = hashlib.sha256(repr(facts).encode())
    for path in sorted(files):
        found.update(path.relative_to(ROOMS).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
