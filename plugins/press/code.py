"""What stands for all the code that decides what is made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plugins.disk.code import ROOMS, made_of

_DISTRIBUTIONS = (".dist-info", ".egg-info")
"""How the folders end in which each library says its name and its version."""


@cache
def code_digest() -> str:
    """Stand for the press's own code and all that it stands on, so that a new version makes everything again.

    That is Python, every library there is, because most of them decide some bytes, and our lists of words.
    """
    ours = (path for path in ROOMS.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return made_of(ours, sys.version, sorted(_libraries()))


def _libraries() -> Iterator[str]:
    """Give each library that can be imported, with its version."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (found.name for found in folder.iterdir() if found.name.endswith(_DISTRIBUTIONS))
