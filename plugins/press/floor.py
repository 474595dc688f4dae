"""The printing floor: writes artefacts whole or not at all, skips what is there, removes what is no longer made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.library import Library
from plugins.press.artefact import Artefact, Drawn
from plugins.press.making import Made, Maker
from plugins.press.manifest import UNSURE, Manifest, Record, manifest_path, read_manifest, written
from plugins.press.stage import Stage
from plugins.press.workers import each


@dataclass(slots=True)
class Printed:
    """What one run did, by path, and what is known of the output since."""

    manifest: Manifest = field(default_factory=Manifest)
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    drawn: int = 0
    """How many files were made, whether they came out as they were or not."""


class Clash(Exception):  # noqa: N818 - it names what happened
    """Two rooms made the same file."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it meanwhile sees all of the old or all of the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)


def plan(wanted: Iterable[Artefact | Drawn]) -> dict[str, Artefact | Drawn]:
    """Put what rooms want to make by path. Raises Clash where two would be the same file, whatever its letter case."""
    planned: dict[str, Artefact | Drawn] = {}
    folded: set[str] = set()
    for one in wanted:
        if one.path.casefold() in folded:
            raise Clash(one.path)
        folded.add(one.path.casefold())
        planned[one.path] = one
    return planned


def publish(
    wanted: Iterable[Artefact | Drawn],
    library: Library,
    output: Path,
    beside: Callable[[Iterable[Artefact]], Iterable[Artefact]] = iter,
) -> Printed:
    """Make an output folder hold exactly what is wanted, and what ``beside`` adds, beside what it never made itself.

    Everything is made before anything is written, so that a fault in making leaves the folder as it was.
    """
    manifest = read_manifest(output)
    done = Printed(Manifest(answers=manifest.answers))
    stage = Stage.of(output)
    try:
        made = _make(wanted, Maker(library, output, manifest, stage, beside), done.manifest)
        _set_aside(output, manifest, made)
        for one in made:
            done.manifest.records[one.path] = _print(one, output, stage, done)
    finally:
        stage.clear()
    for path in sorted(manifest.records.keys() - done.manifest.records.keys()):
        _remove(output, path)
        done.deleted.append(path)
    done.manifest.tidy()
    _save(output, done.manifest)
    return done


def _make(wanted: Iterable[Artefact | Drawn], maker: Maker, after: Manifest) -> list[Made]:
    """Make everything, in the order of the paths."""
    ordered = sorted(wanted, key=lambda one: one.path)
    found = {one.path: maker.known(one) for one in ordered}
    missing = [one for one in ordered if not found[one.path]]
    if missing:
        maker.stage.begin()
    apart = [one for one in missing if isinstance(one, Drawn) or not one.at_once]
    for one, made in zip(apart, each("Making files", maker.made, apart), strict=True):
        found[one.path] = [_noted(file, after) for file in made]
    return [made for one in ordered for made in found[one.path] or maker.made(one)]


def _noted(made: Made, after: Manifest) -> Made:
    """Write down what a file's view asked, once for all files."""
    return replace(made, record=replace(made.record, asked=after.numbered(made.asked)), asked={})


def strangers(planned: Iterable[str], output: Path) -> tuple[str, ...]:
    """Give the files of an output folder that nobody knows: no manifest has them and no room makes them.

    With a manifest, files it does not name are somebody else's and stay. Without one, they may be
    what an earlier build left behind, so whoever asks must not publish over them.
    """
    if manifest_path(output).exists() or not output.is_dir():
        return ()
    known = set(planned)
    found = (path.relative_to(output).as_posix() for path in sorted(output.rglob("*")) if path.is_file())
    return tuple(path for path in found if path not in known)


def _set_aside(output: Path, before: Manifest, made: list[Made]) -> None:
    """Before the first write, name every file that may be there afterwards, so that a crash loses none of them."""
    changed = [one for one in made if not one.known]
    if changed or before.records.keys() != {one.path for one in made}:
        _save(output, Manifest(before.records | {one.path: UNSURE for one in changed}, before.answers))


def _print(one: Made, output: Path, stage: Stage, done: Printed) -> Record:
    (done.written if one.staged else done.kept).append(one.path)
    if one.known:
        return one.record
    done.drawn += 1
    if one.staged:
        stage.out(one.path, output)
    found = (output / one.path).lstat()
    return replace(one.record, size=found.st_size, modified=found.st_mtime_ns)


def _remove(output: Path, path: str) -> None:
    (output / path).unlink(missing_ok=True)
    for parent in (output / path).parents:
        if parent == output or (parent.is_dir() and any(parent.iterdir())):
            break
        if parent.is_dir():
            parent.rmdir()


def _save(output: Path, manifest: Manifest) -> None:
    """Write the manifest, unless it says what it said."""
    path, data = manifest_path(output), written(manifest)
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)
