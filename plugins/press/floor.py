"""The printing floor: writes artefacts whole or not at all, skips what is there, removes what is no longer made."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from sys import intern

from plugins.disk import write_whole
from plugins.library import Library
from plugins.press.artefact import Artefact, Beside, Wanted, nothing_beside
from plugins.press.making import Made, Maker
from plugins.press.manifest import UNSURE, Manifest, Record, read_manifest, unsure_path, write_manifest
from plugins.press.plan import Plan, plan
from plugins.press.staging import StagingArea
from plugins.press.workers import each


@dataclass(slots=True)
class Printed:
    """What one run did, by path, and what is known of the output since."""

    manifest: Manifest = field(default_factory=Manifest)
    before: Manifest = field(default_factory=Manifest)
    """What was known before."""
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    disturbed: tuple[str, ...] = ()
    """The folders in which somebody else has put something, or taken something out."""
    drawn: int = 0
    """How many files were made, whether they came out as they were or not."""


def publish(
    wanted: Iterable[Wanted],
    library: Library,
    output: Path,
    beside: Beside = nothing_beside,
) -> Printed:
    """Make an output folder hold exactly what is wanted, and what ``beside`` adds, beside what it never made itself.

    Raises Clash where two rooms want the same file.
    """
    return carry_out(plan(wanted, read_manifest(output)), library, output, beside)


def carry_out(
    planned: Plan,
    library: Library,
    output: Path,
    beside: Beside = nothing_beside,
) -> Printed:
    """Carry a plan out. Everything is made before anything is written, so a fault in making leaves the folder alone."""
    before = planned.manifest
    done = Printed(Manifest(answers=before.answers, batches=planned.batches, folders=before.folders), before)
    done.disturbed = tuple(folder for folder, at in before.folders.items() if _changed(output, folder) != at)
    staging = StagingArea.of(output)
    try:
        made = _make(planned, Maker(planned, library, output, staging, beside), done.manifest)
        _set_aside(output, made, before)
        for one in made:
            done.manifest.records[one.path] = _print(one, output, staging, done)
    finally:
        staging.clear()
    for path in sorted(before.records.keys() - done.manifest.records.keys()):
        _remove(output, path)
        done.deleted.append(path)
    done.manifest.states = library.states
    _finish(output, done)
    return done


def _make(planned: Plan, maker: Maker, after: Manifest) -> list[Made]:
    """Make what is not there as it must be, in the order of the paths; what is there is written down at once."""
    missing = []
    for path in sorted(planned.files):
        known = maker.known(path)
        if known is None:
            missing.append(planned.one(path))
        else:
            after.records |= known
    if missing:
        maker.staging.begin()
    apart = [one for one in missing if not (isinstance(one, Artefact) and one.at_once)]
    found: dict[str, list[Made]] = {}
    for one, made in zip(apart, each("Making files", maker.made, apart, planned.get_ready), strict=True):
        found[one.path] = _noted(made, after)  # at once, for it is large before
    return [made for one in missing for made in found.get(one.path) or _noted(maker.made(one), after)]


def _noted(made: Iterable[Made], after: Manifest) -> list[Made]:
    """Write down what the views of files asked, once for all files; of equal texts that workers sent, keep one."""
    found = []
    for one in made:
        numbers, sources = after.numbered(one.asked), tuple(map(intern, one.record.sources))
        record = one.record._replace(asked=numbers, sources=sources, stamp=intern(one.record.stamp))
        found.append(replace(one, path=intern(one.path), record=record, asked={}))
    return found


def strangers(planned: Plan, output: Path, beside: Beside = nothing_beside) -> tuple[str, ...]:
    """Give the files of an output folder that nobody knows: no manifest has them and no room makes them.

    With a manifest, files it does not name are somebody else's and stay. Without one that can be believed, they may
    be what an earlier build left behind, so whoever asks must not publish over them.
    """
    if planned.manifest.read or not output.is_dir():
        return ()
    wanted = (Artefact(path=path, make=lambda: b"", fingerprint="") for path in planned.files)
    known = {*planned.manifest.records, *(one.path for one in beside(wanted))}
    found = (path.relative_to(output).as_posix() for path in sorted(output.rglob("*")) if path.is_file())
    return tuple(path for path in found if path not in known)


def _set_aside(output: Path, made: list[Made], before: Manifest) -> None:
    """Before the first write, name every file that may be there afterwards, so that a crash loses none of them.

    What an earlier one was writing when it was cut off may be there, too, and no manifest names it.
    """
    if made:
        left = (path for path, record in before.records.items() if record is UNSURE)
        write_whole(unsure_path(output), json.dumps([*left, *(one.path for one in made)]).encode())


def _print(one: Made, output: Path, staging: StagingArea, done: Printed) -> Record:
    (done.written if one.staged else done.kept).append(one.path)
    if one.known:
        return one.record
    done.drawn += 1
    if one.staged:
        staging.out(one.path, output)
    found = (output / one.path).lstat()
    return one.record._replace(size=found.st_size, modified=found.st_mtime_ns)


def _remove(output: Path, path: str) -> None:
    (output / path).unlink(missing_ok=True)
    for parent in (output / path).parents:
        if parent == output or (parent.is_dir() and any(parent.iterdir())):
            break
        if parent.is_dir():
            parent.rmdir()


def _finish(output: Path, done: Printed) -> None:
    """Write the manifest down, if it is not as it was."""
    before, after = done.before, done.manifest
    seen = {*done.written, *done.kept}
    done.kept += [path for path in after.records if path not in seen]
    after.tidy()
    touched = [*done.written, *done.deleted] if before.folders else after.records
    after.folders = _looked_at(output, before.folders, touched)
    after.digest = before.digest
    if not before.digest or before != after:
        write_manifest(output, after)
    unsure_path(output).unlink(missing_ok=True)


def _looked_at(output: Path, known: dict[str, int], touched: Iterable[str]) -> dict[str, int]:
    """Give when each folder was last changed, if files at these paths were; the others are as they were known."""
    folders = {str(folder) for path in touched for folder in PurePosixPath(path).parents}
    found = known | {folder: _changed(output, folder) for folder in folders}
    return {folder: at for folder, at in found.items() if at}


def _changed(output: Path, folder: str) -> int:
    try:
        return os.lstat(f"{output}/{folder}").st_mtime_ns
    except FileNotFoundError:
        return 0
