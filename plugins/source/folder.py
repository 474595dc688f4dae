"""What lies in a content folder and below, file by file, and how each file's name is printed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from plugins.source import pictures

_LIKE_FILES = (".md", ".yml", *pictures.ENDINGS)


def files(folder: str, shut: Callable[[str, OSError], None]) -> Iterator[str]:
    """Give everything in a folder and below that is no folder itself, or is called like a file; by path from the first.

    Folders that cannot be opened are given to ``shut`` instead.
    """
    waiting = [""]
    while waiting:
        before = waiting.pop()
        try:
            found = list(os.scandir(f"{folder}/{before}"))
        except OSError as error:
            shut(before, error)
            continue
        for one in found:
            deeper = one.is_dir(follow_symlinks=False)
            if deeper:
                waiting.append(f"{before}{one.name}/")
            if not deeper or one.name.endswith(_LIKE_FILES):
                yield before + one.name


def shown(name: str) -> str:
    """Give a file's name so that it can be printed, whatever bytes it is made of."""
    if name.isascii() and name.isprintable():
        return name
    written = name.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in written)
