"""Where files lie that are made but not yet out: beside the output, so that all of them can go out at once."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from plugins.press.manifest import manifest_path


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder that is there for one build."""

    folder: Path

    @classmethod
    def of(cls, output: Path) -> Self:
        """Give the stage of an output folder: beside its manifest, and this process's alone."""
        return cls(manifest_path(output).with_name("stage") / str(os.getpid()))

    def begin(self) -> None:
        """Take away what a build that was cut off has left, and make room."""
        self.clear()
        self.folder.mkdir(parents=True)

    def clear(self) -> None:
        """Take away everything that any build has left."""
        if self.folder.parent.is_dir():
            shutil.rmtree(self.folder.parent)

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

    def _place(self, path: str) -> Path:
        return self.folder / hashlib.blake2b(path.encode(), digest_size=16).hexdigest()
