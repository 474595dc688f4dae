"""Mends what can be mended without asking: takes out of the originals what cameras wrote beside the pixels."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from plugins.desk.cleaning import Broken, cleaned
from plugins.desk.project import project
from plugins.disk import write_whole
from plugins.press.porch import shown
from plugins.source.pictures import ENDINGS, LARGEST

_SECOND_LOSS = frozenset({".avif"})
"""Formats that cannot be cleaned without writing their pixels again."""


def run(asked: Namespace) -> int:
    """Clean every picture of ``content/images`` that needs it; give 1 where one could not be read."""
    folder = project(asked.settings, asked.content).content / "images"
    changed, failed = 0, 0
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() not in ENDINGS or path.is_symlink() or not path.is_file():
            continue
        done = _clean(path)
        changed += done is True
        failed += done is None
    if changed:
        _way_back(shown(str(folder)), changed)
    elif not failed:
        print("No picture carries anything beside its pixels.")
    return int(bool(failed))


def _clean(path: Path) -> bool | None:
    """Clean one file and say so; give whether it changed, None where it could not be read."""
    name = shown(str(path))
    try:
        before = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        after = cleaned(before)
    except (Broken, OSError):
        print(f"{name}: this is not a picture we can read, so it stays as it is.")
        return None
    if after == before:
        return False
    write_whole(path, after)
    pixels = "written again, as near as can be" if path.suffix.lower() in _SECOND_LOSS else "the pixels are the same"
    print(f"{name}: took out all that was not the picture; {pixels}. {_size(before)}, now {_size(after)}.")
    return True


def _size(data: bytes) -> str:
    return f"{max(1, round(len(data) / 1000)):,} KB"


def _way_back(folder: str, changed: int) -> None:
    files = "1 file" if changed == 1 else f"{changed} files"
    print(f"\n{files} cleaned. Look at them, then commit them.")
    print(f"To go back to what git last kept: git restore -- {folder}")
    print(
        "What git kept before still says what it said. If it was pushed, ask a developer to take it out of there too."
    )
