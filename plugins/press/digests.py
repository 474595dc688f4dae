"""Short names for long texts: equal texts, and only those, have an equal digest."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version

from plugins.disk.code import ROOMS, made_of

READERS = ("markdown", "pydantic", "pymdown-extensions", "pyyaml")
"""The libraries that decide what reading a file gives."""


def digest(text: str) -> str:
    """Stand for a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def code_digest() -> str:
    """Stand for the press's own code and what reads with it, so that a new version makes everything again."""
    return made_of(ROOMS.rglob("*.py"), sys.version, [(name, version(name)) for name in READERS])
