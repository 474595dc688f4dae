"""Where files lie that are made but not yet out: beside the output, so that all of them can go out at once."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from plugins.disk.digests import digest
from plugins.press.manifest import manifest_path

_HERE, _EXCHANGE = -100, 2
"""``AT_FDCWD`` and ``RENAME_EXCHANGE`` of ``linux/fcntl.h`` and ``linux/fs.h``."""


@dataclass(frozen=True, slots=True)
class StagingArea:
    """A folder that is there for one build."""

    folder: Path

    @classmethod
    def of(cls, output: Path) -> Self:
        """Give the staging area of an output folder: beside its manifest, and this process's alone."""
        return cls(manifest_path(output).with_name("stage") / str(os.getpid()))

    def begin(self) -> None:
        """Take away what builds that were cut off have left, and make room."""
        self.clear()
        self.folder.mkdir(parents=True)

    def clear(self) -> None:
        """Take away what this build, and any that has ended, has left; not what another is working with."""
        for left in self.folder.parent.glob("*"):
            if left == self.folder or not _runs(left.name):
                shutil.rmtree(left, ignore_errors=True)

    def put(self, path: str, data: bytes) -> None:
        """Keep the bytes of a file of the output until it goes out."""
        self._place(path).write_bytes(data)

    def out(self, path: str, output: Path) -> None:
        """Put a file where it is seen, so that whoever reads it meanwhile has all of the old or all of the new."""
        target = output / path
        try:
            self._place(path).replace(target)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._place(path).replace(target)

    def exchange(self, path: str, output: Path) -> None:
        """Put a file in the place of one that is there, as ``out`` does, but without waiting for the disk.

        A rename over a file waits until the new one is on the disk (ext4's ``auto_da_alloc``); an exchange of two
        names does not. So it is for what is made again after a power cut.
        """
        if _exchanged(self._place(path), output / path):
            self._place(path).unlink(missing_ok=True)
        else:
            self.out(path, output)

    def _place(self, path: str) -> Path:
        return self.folder / digest(path)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two files' names; say whether that was done."""
    swap = _swap()
    return swap is not None and swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


@cache
def _swap() -> Callable[..., int] | None:
    """Find the system's call that exchanges two names (``renameat2``, Linux 3.15)."""
    found: Callable[..., int] | None = (
        getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    )
    return found


def _runs(process: str) -> bool:
    """Say whether a process may still be there; where the system cannot be asked safely, it may."""
    if sys.platform == "win32" or not process.isdecimal():
        return process.isdecimal()
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
