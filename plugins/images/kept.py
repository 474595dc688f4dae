"""What was drawn before, kept between builds: one file for each original, with all that was drawn of it.

A file is named for the digest of its original, so that nobody's name is in it, and holds how it was made.
It is read only if it is whole and was made as it would be made now; else its picture is drawn again.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.disk import write_whole
from plugins.model.picture import Original

FOLDER = Path(".cache", "pictures")
"""Where it lies: beside the content. ``make clean`` leaves it, ``make clean-all`` does not."""
_ENDING = ".zip"
_BROKEN = (OSError, ValueError, KeyError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What reading a file raises whose bytes are not as they were written, or that is not there."""


@dataclass(frozen=True, slots=True)
class Album:
    """All that was drawn of one original in one way."""

    path: Path
    recipe: str
    """Stands for everything that decides the bytes, beside the original."""

    @classmethod
    def of(cls, original: Original, speed: int, recipe: str) -> Album:
        """Give the album of an original; each speed has its own, so that publishing does not spoil editing."""
        return cls(_folder(original) / f"{original.digest}.{speed}{_ENDING}", recipe)

    def whole(self) -> bool:
        """Say whether it is there, made in this way, and every byte as it was written."""
        try:
            with zipfile.ZipFile(self.path) as opened:
                return opened.comment == self.recipe.encode() and opened.testzip() is None
        except _BROKEN:
            return False

    def read(self, name: str) -> bytes | None:
        """Give a file that was drawn, checked against its sum; None where it must be drawn again."""
        try:
            with zipfile.ZipFile(self.path) as opened:
                return opened.read(name) if opened.comment == self.recipe.encode() else None
        except _BROKEN:
            return None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Keep what was drawn, whole or not at all. Raises OSError where there is no room or no leave."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.comment = self.recipe.encode()
            for name, data in files.items():
                made.writestr(zipfile.ZipInfo(name), data)
        write_whole(self.path, out.getvalue())


def forget(folder: Path, but_for: Container[str]) -> None:
    """Delete the albums of originals that are no longer in the content, which ``but_for`` has the digests of."""
    for path in folder.glob(f"*{_ENDING}"):
        if path.name.partition(".")[0] not in but_for:
            with suppress(OSError):
                path.unlink()


def folders(originals: Mapping[str, Original]) -> set[Path]:
    """Give where the albums of originals lie."""
    return {_folder(original) for original in originals.values()}


def _folder(original: Original) -> Path:
    """Give the folder beside the one that holds ``images/``."""
    return original.path.parent.parent.parent / FOLDER
