"""The printing floor: writes artefacts whole or not at all, skips what is there, removes what is no longer made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from plugins.press.artefact import Artefact

FORMAT = 1
"""The manifest's own version: one of another version is not believed."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the manifest knows of one file: what it was made from, and how it looks on the disk."""

    fingerprint: str
    digest: str
    size: int
    modified: int
    sources: tuple[str, ...] = ()


_UNSURE = Record(fingerprint="", digest="", size=-1, modified=-1)
"""Stands for a file that is being written: after a crash it is compared, never trusted."""


@dataclass(slots=True)
class Printed:
    """What one run did, by path."""

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


class Clash(Exception):  # noqa: N818 - it names what happened
    """Two rooms made the same file."""


def manifest_path(output: Path) -> Path:
    """Give where the manifest of an output folder lies: beside the folder, never inside it."""
    return output.parent / f".{output.name}.press" / "manifest.json"


def read_manifest(output: Path) -> dict[str, Record]:
    """Read what was made last time; nothing where there is no manifest that can be believed."""
    try:
        kept = json.loads(manifest_path(output).read_text("utf-8"))
        if kept["format"] != FORMAT:
            return {}
        return {
            path: Record(**record | {"sources": tuple(record["sources"])}) for path, record in kept["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it meanwhile sees all of the old or all of the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)


def plan(artefacts: Iterable[Artefact]) -> dict[str, Artefact]:
    """Put artefacts by path. Raises Clash where two would be the same file, whatever its letter case."""
    planned: dict[str, Artefact] = {}
    folded: dict[str, str] = {}
    for artefact in artefacts:
        if artefact.path.casefold() in folded:
            raise Clash(artefact.path)
        folded[artefact.path.casefold()] = artefact.path
        planned[artefact.path] = artefact
    return planned


def publish(artefacts: Iterable[Artefact], output: Path) -> Printed:
    """Make an output folder hold exactly these artefacts, beside what it never made itself.

    Everything is made before anything is written, so that a fault in making leaves the folder as it was.
    """
    before = read_manifest(output)
    done = Printed()
    after: dict[str, Record] = {}
    ready: list[tuple[Artefact, bytes]] = []
    for path, artefact in sorted(plan(artefacts).items()):
        known = before.get(path)
        if known and known.fingerprint == artefact.fingerprint and _as_recorded(output / path, known):
            after[path] = known
            done.kept.append(path)
        else:
            ready.append((artefact, artefact.make()))
    _set_aside(output, before, after, ready)
    for artefact, data in ready:
        after[artefact.path] = _print(artefact, data, output, done)
    for path in sorted(set(before) - set(after)):
        _remove(output, path)
        done.deleted.append(path)
    if after != before:
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


def _set_aside(
    output: Path, before: dict[str, Record], after: dict[str, Record], ready: list[tuple[Artefact, bytes]]
) -> None:
    """Before the first write, name every file that may be there afterwards, so that a crash loses none of them."""
    if not ready and set(before) == set(after):
        return
    unsure = dict(before) | {artefact.path: _UNSURE for artefact, _ in ready}
    _save(output, unsure | after)


def _as_recorded(path: Path, record: Record) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (record.size, record.modified)


def _print(artefact: Artefact, data: bytes, output: Path, done: Printed) -> Record:
    path = output / artefact.path
    if path.is_file() and path.read_bytes() == data:
        done.kept.append(artefact.path)
    else:
        write_whole(path, data)
        done.written.append(artefact.path)
    found = path.lstat()
    return Record(
        artefact.fingerprint, hashlib.sha256(data).hexdigest(), found.st_size, found.st_mtime_ns, artefact.sources
    )


def _remove(output: Path, path: str) -> None:
    (output / path).unlink(missing_ok=True)
    for parent in (output / path).parents:
        if parent == output or (parent.is_dir() and any(parent.iterdir())):
            break
        if parent.is_dir():
            parent.rmdir()


def _save(output: Path, records: dict[str, Record]) -> None:
    kept = {"format": FORMAT, "files": {path: asdict(record) for path, record in sorted(records.items())}}
    write_whole(manifest_path(output), json.dumps(kept, indent=1).encode() + b"\n")
