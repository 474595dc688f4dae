"""Which files of an output folder were looked into for what may not be seen, and found to be clean."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from plugins.disk import write_whole
from plugins.press.floor import Printed
from plugins.press.manifest import manifest_path


@dataclass(frozen=True, slots=True)
class _State:
    """What was looked into: everything that a manifest names, for what ``marks`` stand for, but for some files."""

    marks: Mapping[str, str]
    """By document, and under no name what concerns them all: see ``withheld.surroundings``."""
    manifest: str
    unclean: tuple[str, ...]
    strangers: tuple[str, ...]
    """Files that are not ours: they are looked into each time, because nobody tells us when they change."""
    excused: Mapping[str, tuple[str, ...]]
    """Files that hold what may not be seen of somebody, but stands in public anyway, and what it stands there by."""
    grounds: Mapping[str, str]
    """All of that, with marks: see ``withheld.grounds``."""


@dataclass(frozen=True, slots=True)
class Unscanned:
    """What must be looked into."""

    files: tuple[str, ...]
    """For everything that may not be seen."""
    others: tuple[str, ...] = ()
    """Only for what may not be seen of some documents: all else was looked for before."""
    names: frozenset[str] = frozenset()
    """The ids of these documents."""


def unscanned(
    output: Path,
    printed: Printed,
    marks: Mapping[str, str],
    standing: Callable[[Iterable[str]], Mapping[str, str]],
    *,
    afresh: bool = False,
) -> Unscanned:
    """Give the files that must be looked into: those that are new, changed or not ours; all, where all is sought anew.

    It is where that is to be done ``afresh``, or where what concerns every document is not as it was. The ``marks``
    stand for everything that is sought, ``standing`` marks anew what excused a file: if that is not as it was, it no
    longer does. Until ``scanned`` is called, nothing of it counts as done.
    """
    state, ours = _read(output), printed.manifest.records.keys()
    if state and not afresh and state.marks.get("") == marks[""] and state.manifest == printed.before.digest:
        strangers = _there(output, {*state.strangers, *_strangers(output, printed)})
        moved = {name for name, mark in standing(state.grounds).items() if state.grounds.get(name) != mark}
        again = (path for path, by in state.excused.items() if not moved.isdisjoint(by))
        files = _there(output, {*state.unclean, *_changed(printed), *strangers, *again})
        names = frozenset(name for name, mark in marks.items() if state.marks.get(name) != mark)
    else:
        files, names = frozenset(_below(output, "")), frozenset()
        strangers = files - ours
    done = {name: mark for name, mark in marks.items() if name not in names}
    still = {path: by for path, by in state.excused.items() if path in ours and path not in files} if state else {}
    grounds = {name: state.grounds[name] for by in still.values() for name in by} if state else {}
    _write(output, _State(done, printed.manifest.digest, _sorted(files), _sorted(strangers), still, grounds))
    return Unscanned(_sorted(files), _sorted(ours - files) if names else (), names)


def scanned(
    output: Path, marks: Mapping[str, str], excused: Mapping[str, Iterable[str]], grounds: Mapping[str, str]
) -> None:
    """Write down that all that had to be looked into is clean of what the marks stand for, or excused on grounds."""
    state = _read(output)
    if state:
        every = {path: _sorted({*state.excused.get(path, ()), *by}) for path, by in excused.items()}
        every = {**state.excused, **every}
        _write(output, _State(marks, state.manifest, (), state.strangers, every, {**state.grounds, **grounds}))


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def not_ours(output: Path) -> tuple[str, ...]:
    """Give the files of an output folder that are not ours, as the last look found them."""
    state = _read(output)
    return state.strangers if state else ()


def _there(output: Path, paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in paths if (output / path).is_file())


def _changed(printed: Printed) -> Iterator[str]:
    """Give the files that are not as the last run left them, whoever wrote them: a served page lies there before."""
    before = printed.before.records
    yield from printed.written
    for path, record in printed.manifest.records.items():
        known = before.get(path)
        if known is None or known.digest != record.digest:
            yield path


def _strangers(output: Path, printed: Printed) -> Iterator[str]:
    """Give the files that are not ours in folders that somebody else has changed."""
    records, folders = printed.manifest.records, printed.manifest.folders
    for folder in printed.disturbed:
        before = "" if folder == "." else f"{folder}/"
        try:
            found = list(os.scandir(output / folder))
        except OSError:
            continue
        for one in found:
            path = before + one.name
            if one.is_dir(follow_symlinks=False):
                yield from _below(output, f"{path}/") if path not in folders else ()
            elif path not in records:
                yield path


def _below(output: Path, before: str) -> Iterator[str]:
    """Name every file below a folder, itself named with a slash at its end, by its place in the output."""
    with os.scandir(output / before) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _below(output, f"{before}{one.name}/")
            elif one.is_file():
                yield before + one.name


def _path(output: Path) -> Path:
    return manifest_path(output).with_name("scanned.json")


def _read(output: Path) -> _State | None:
    try:
        kept = json.loads(_path(output).read_text("utf-8"))
        excused, grounds = {path: tuple(by) for path, by in kept["excused"].items()}, dict(kept["grounds"])
        unclean, strangers = tuple(kept["unclean"]), tuple(kept["strangers"])
        return _State(dict(kept["marks"]), kept["manifest"], unclean, strangers, excused, grounds)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(output: Path, state: _State) -> None:
    if state != _read(output):
        plain = {one.name: getattr(state, one.name) for one in fields(state)}
        write_whole(_path(output), json.dumps(plain).encode())
