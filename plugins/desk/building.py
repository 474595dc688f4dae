"""Pelican, told what it must be told, in this process, and what came of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.desk import preflight
from plugins.desk.hosting import by_ourselves, by_pelican, settle, settled
from plugins.desk.project import PELICANS, Project, judge, moment, theme
from plugins.library import Library
from plugins.press import Artefact, printed, printing
from plugins.press.floor import Printed
from plugins.press.scanned import not_ours
from plugins.view import Site


class Built(NamedTuple):
    """What a build had on its shelves, and what it did."""

    library: Library
    printed: Printed


def build(found: Project, *settings: str, afresh: bool = False) -> Library:
    """Build a project as ``built`` does, always by Pelican; give what was on the shelves."""
    return built(found, *settings, *(["LOOK_AFRESH=true"] if afresh else [])).library


def built(found: Project, *settings: str, before: preflight.Look | None = None) -> Built:
    """Build a project.

    ``settings`` are changes to its own: ``NAME=value``, the value in JSON. With a look from ``before``, Pelican is left
    out where it has nothing to do. Raises SystemExit with code 1, after its problems were printed, where it may not be
    published, and KeyboardInterrupt where somebody has stopped Pelican.
    """
    moment()
    theme(found)
    judge(found, PELICANS)
    libraries: list[Library] = []

    def listen(library: Library, site: Site, **_: object) -> tuple[Artefact, ...]:
        libraries.append(library)
        if before and not by_itself:
            settle(found, before, site)
        return ()

    done: list[Printed] = []
    by_itself = before is not None and settled(found, before)
    with printing.connected_to(listen), printed.connected_to(done.append):
        by_ourselves(found) if by_itself else by_pelican(found, settings)
    if not done:  # Pelican ends as if all were well
        raise KeyboardInterrupt
    return Built(libraries[-1], done[-1])


def made(output: Path, printed: Printed) -> dict[str, preflight.Made]:
    """Say how everything in an output folder looked as a run left it: its files, its folders, and what is not ours."""
    manifest, strangers = printed.manifest, not_ours(output)
    looks = {path: (record.modified, record.size) for path, record in manifest.records.items()}
    looks |= {folder: (at, preflight.FOLDER) for folder, at in manifest.folders.items()}
    around = {str(folder) for path in strangers for folder in PurePosixPath(path).parents}
    for path in {*strangers, *around, *printed.disturbed}:
        with suppress(FileNotFoundError):
            looks[path] = next(preflight.looks([f"{output}/{path}"]))
    return {f"{output}/{path}": look for path, look in sorted(looks.items())}
