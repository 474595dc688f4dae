"""Bytes that are kept because they were dear to make: they are believed if whole, and made as they would be today."""

from __future__ import annotations

import hashlib
from pathlib import Path

from plugins.disk import write_whole

_DIGEST = 32


def read_sealed(path: Path, facts: bytes) -> bytes | None:
    """Give what was written for these facts, which stand for all that it was made of; None where nothing was."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data[_DIGEST:] if data[:_DIGEST] == _seal(facts, data[_DIGEST:]) else None


def write_sealed(path: Path, facts: bytes, data: bytes) -> None:
    """Keep what was made. Raises OSError where it cannot be."""
    write_whole(path, _seal(facts, data), data)


def _seal(facts: bytes, data: bytes) -> bytes:
    return hashlib.sha256(facts + data).digest()
