"""The printing floor: writes artefacts whole or not at all, skips what is there, removes what is no longer made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plugins.library import Library
from plugins.press.artefact import Artefact, Drawn, fingerprint
from plugins.press.manifest import UNSURE, Manifest, Record, manifest_path, read_manifest, written
from plugins.view import sources


@dataclass(slots=True)
class Printed:
    """What one run did, by path, and what is known of the output since."""

    manifest: Manifest = field(default_factory=Manifest)
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


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


def resolved(drawn: Artefact | Drawn, library: Library, manifest: Manifest) -> Artefact:
    """Give an artefact; one that is drawn is looked at only if the library has other answers than last time."""
    if isinstance(drawn, Artefact):
        return drawn
    known = manifest.records.get(drawn.path)
    if known and known.stamp == drawn.stamp and manifest.holds(known, library):
        return Artefact(
            path=drawn.path,
            make=lambda: drawn.draw(drawn.seen.of(library)[0]),
            fingerprint=known.fingerprint,
            sources=known.sources,
            stamp=known.stamp,
            asked=manifest.asked(known),
        )
    view, questions = drawn.seen.of(library)
    return Artefact(
        path=drawn.path,
        make=lambda: drawn.draw(view),
        fingerprint=fingerprint(drawn.stamp, view),
        sources=sources(view, *drawn.own),
        stamp=drawn.stamp,
        asked={question: library.answer(question) for question in questions},
    )


def publish(
    wanted: Iterable[Artefact | Drawn],
    library: Library,
    output: Path,
    beside: Callable[[Iterable[Artefact]], Iterable[Artefact]] = iter,
) -> Printed:
    """Make an output folder hold exactly what is wanted, and what ``beside`` adds, beside what it never made itself.

    Everything is made before anything is written, so that a fault in making leaves the folder as it was.
    """
    manifest, done = read_manifest(output), Printed()
    before, after = manifest.records, done.manifest
    ready: list[tuple[Artefact, bytes]] = []
    for artefact in beside(resolved(one, library, manifest) for one in sorted(wanted, key=lambda one: one.path)):
        known = before.get(artefact.path)
        if known and known.fingerprint == artefact.fingerprint and _as_recorded(output / artefact.path, known):
            after.records[artefact.path] = _record(artefact, known.digest, known.size, known.modified, after)
            done.kept.append(artefact.path)
        else:
            ready.append((artefact, artefact.make()))
    _set_aside(output, before, after, ready)
    for artefact, data in ready:
        after.records[artefact.path] = _print(artefact, data, output, done, after)
    for path in sorted(before.keys() - after.records.keys()):
        _remove(output, path)
        done.deleted.append(path)
    _save(output, after)
    return done


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


def _set_aside(output: Path, before: dict[str, Record], after: Manifest, ready: list[tuple[Artefact, bytes]]) -> None:
    """Before the first write, name every file that may be there afterwards, so that a crash loses none of them."""
    if ready or before.keys() != after.records.keys():
        unsure = before | {artefact.path: UNSURE for artefact, _ in ready}
        _save(output, Manifest(unsure | after.records, after.answers))


def _as_recorded(path: Path, record: Record) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (record.size, record.modified)


def _print(artefact: Artefact, data: bytes, output: Path, done: Printed, manifest: Manifest) -> Record:
    path = output / artefact.path
    if path.is_file() and path.read_bytes() == data:
        done.kept.append(artefact.path)
    else:
        write_whole(path, data)
        done.written.append(artefact.path)
    found = path.lstat()
    return _record(artefact, hashlib.sha256(data).hexdigest(), found.st_size, found.st_mtime_ns, manifest)


def _record(artefact: Artefact, digest: str, size: int, modified: int, manifest: Manifest) -> Record:
    asked = manifest.numbered(artefact.asked)
    return Record(artefact.fingerprint, digest, size, modified, artefact.sources, artefact.stamp, asked)


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
