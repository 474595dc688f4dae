"""Values that are kept in a file between builds, as ``marshal`` writes them: it is quick, and holds no code.

What stands in such a file is believed only if the first line is ours and the digest is that of the rest. So neither
a file of another Python nor a damaged one is ever loaded.
"""

from __future__ import annotations

import marshal
import sys
from pathlib import Path
from typing import Any

from plugins.disk import write_whole
from plugins.disk.digests import digest_of_bytes

_FORMAT = f"clnm {marshal.version} {sys.implementation.cache_tag}"


def read(path: Path, sort: str) -> tuple[Any, str] | None:
    """Give what is kept in a file as values of one sort, and their digest; None where nothing can be believed."""
    try:
        first, digest, data = path.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    found = digest_of_bytes(data)
    if first != _first(sort) or digest.decode("ascii", "replace") != found:
        return None
    return marshal.loads(data), found  # noqa: S302 - our own bytes, by their digest


def write(path: Path, sort: str, values: Any) -> str:
    """Keep texts, numbers, tuples, lists and dictionaries in a file, whole or not at all; give their digest."""
    data = marshal.dumps(values)
    digest = digest_of_bytes(data)
    write_whole(path, _first(sort), b"\n", digest.encode(), b"\n", data)
    return digest


def _first(sort: str) -> bytes:
    return f"{_FORMAT} {sort}".encode()
