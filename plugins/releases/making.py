"""A release is made of the staging folder: each file is a second name for the same bytes; nobody sees half of it."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from plugins.press.manifest import read_manifest
from plugins.releases.release import NAMED_BY_CONTENT, Printed, Release
from plugins.releases.shelves import OPEN, Releases, settle

READABLE = 0o644


class Harmed(Exception):  # noqa: N818 - it names what happened
    """A file is not what its record says."""


def mend(staging: Path) -> int:
    """Take out of a staging folder what is not as its manifest says, so that the next build makes it; count it.

    The folder is nobody's but ours: what no manifest knows is left over from something.
    """
    if not staging.is_dir():
        return 0
    known, harmed = read_manifest(staging).records, 0
    for path in sorted(staging.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        record = known.get(path.relative_to(staging).as_posix())
        if record is None or path.is_symlink() or _digest(path) != record.digest:
            path.unlink()
            harmed += record is not None
    return harmed


def carried(release: Release, before: Release | None) -> dict[str, Printed]:
    """Give what a release keeps of the one before it: files named after their content, which its open pages need."""
    known = before.files if before else {}
    return {
        path: file for path, file in known.items() if path.startswith(NAMED_BY_CONTENT) and path not in release.files
    }


def make(releases: Releases, release: Release, before: Release | None) -> None:
    """Lay a release's folder out, and record it. Raises Harmed or OSError, and leaves nothing."""
    making = releases.places.making
    making.mkdir(mode=OPEN)
    try:
        for path, file in release.files.items():
            _lay(releases.places.staging / path, making / path, file, before.files.get(path) if before else None)
        for path, file in release.carried.items():
            _lay(releases.path(before) / path if before else making, making / path, file, file)
        for folder in (making, *(path for path in making.rglob("*") if path.is_dir())):
            folder.chmod(OPEN)
            settle(folder)
        releases.record(release)
        making.rename(releases.path(release))
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    settle(releases.places.folder)


def whole(releases: Releases, release: Release) -> bool:
    """Say whether every file of a release is there and as its record says."""
    folder = releases.path(release)
    return all(_as_printed(folder / path, file) for path, file in release.everything.items())


def _lay(source: Path, target: Path, file: Printed, known: Printed | None) -> None:
    """Give a file its second name; ``known`` is the same file of the release before, which is on the disk already."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError as error:
        if isinstance(error, FileNotFoundError) or not source.is_file():
            raise Harmed(str(target)) from None
        shutil.copyfile(source, target)  # where a disk has no second names
    target.chmod(READABLE)
    if not _as_printed(target, file):
        raise Harmed(str(target))
    if known != file:
        settle(target)


def _as_printed(path: Path, file: Printed) -> bool:
    try:
        return path.lstat().st_size == file.size and _digest(path) == file.digest
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
