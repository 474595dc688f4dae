"""Which files of an output folder were looked into for what may not be seen, and found to be clean."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from plugins.press.floor import write_whole
from plugins.press.manifest import manifest_path, read_manifest


def unscanned(output: Path, mark: str) -> tuple[Path, ...]:
    """Give the files that must be looked into: those that are new or not ours, or all if ``mark`` is another.

    The mark stands for everything that is sought.
    """
    clean, known = _read(output, mark), _known(output)
    names = sorted(_names(str(output), ""))
    return tuple(output / name for name in names if clean.get(name, "-") != known.get(name))


def _names(folder: str, before: str) -> Iterator[str]:
    """Name every file below a folder, with slashes."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _names(one.path, f"{before}{one.name}/")
            elif one.is_file():
                yield f"{before}{one.name}"


def scanned(output: Path, mark: str) -> None:
    """Write down that every file of ours is clean, as far as the mark goes."""
    known = _known(output)
    if known != _read(output, mark):
        write_whole(_path(output), json.dumps({"mark": mark, "clean": known}).encode())


def _known(output: Path) -> dict[str, str]:
    return {path: record.digest for path, record in read_manifest(output).records.items()}


def _path(output: Path) -> Path:
    return manifest_path(output).with_name("scanned.json")


def _read(output: Path, mark: str) -> dict[str, str]:
    try:
        kept = json.loads(_path(output).read_text("utf-8"))
        return dict(kept["clean"]) if kept["mark"] == mark else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
