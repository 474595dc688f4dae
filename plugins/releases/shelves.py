"""The releases of one site: which there are, which one is the site, and how another becomes it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from plugins.releases import release as records
from plugins.releases.places import Places
from plugins.releases.release import Release

OPEN, PRIVATE = 0o755, 0o700


class InTheWay(Exception):  # noqa: N818 - it names what happened
    """Where the link must be, there is something else; the message says what to do."""


class Releases:
    """All releases of one site."""

    def __init__(self, link: Path) -> None:
        """Take the link, ``public``; nothing is looked at or made yet."""
        self.places = Places(link)

    def prepare(self) -> None:
        """Make the folders, and take away what a publish that died left. Raises InTheWay, or OSError."""
        places = self.places
        if _in_the_way(places.link):
            raise InTheWay(
                f"{places.link} is there already and is no link of ours. Publishing puts a link in its place, so that "
                f"the site changes in one step.\nMove it away once, then publish again: "
                f"mv {places.link} {places.link}-before"
            )
        for folder, mode in ((places.private, PRIVATE), (places.folder, OPEN)):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(mode)
        places.beside.unlink(missing_ok=True)
        for path in places.folder.iterdir():
            if records.read(places.record(path.name)) is None and path.name != places.current():
                _take_away(path)
        for path in places.record("x").parent.glob("*"):
            if path.suffix != ".json" or not (places.folder / path.stem).is_dir():
                path.unlink()

    def all(self) -> list[Release]:
        """Give every release that is there, the newest first."""
        found = (records.read(path) for path in self.places.record("x").parent.glob("*.json"))
        return sorted((one for one in found if one and self.path(one).is_dir()), key=lambda one: -one.number)

    def current(self) -> Release | None:
        """Give the release that is the site now."""
        name = self.places.current()
        return records.read(self.places.record(name)) if name and (self.places.folder / name).is_dir() else None

    def path(self, release: Release) -> Path:
        """Give the folder of a release."""
        return self.places.folder / release.name

    def record(self, release: Release) -> None:
        """Write down what is in a release; it is a release from then on, if its folder is there."""
        records.write(self.places.record(release.name), release)

    def switch(self, release: Release) -> None:
        """Make a release the site: one rename, before which visitors see the old one, and after which the new."""
        link, beside = self.places.link, self.places.beside
        beside.unlink(missing_ok=True)
        beside.symlink_to(f"{self.places.folder.name}/{release.name}")
        if link.is_dir() and not link.is_symlink():
            link.rmdir()  # an empty folder, or it raises
        beside.replace(link)
        settle(link.parent)

    def drop(self, releases: Collection[Release]) -> None:
        """Take releases away, but for the one that is the site: first the record, so that half of one is none."""
        for release in releases:
            if release.name != self.places.current():
                self.places.record(release.name).unlink(missing_ok=True)
                _take_away(self.path(release))


def settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk, so that a power cut cannot take them back."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _in_the_way(link: Path) -> bool:
    if link.is_symlink():
        return False
    return link.exists() and (not link.is_dir() or any(link.iterdir()))


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
