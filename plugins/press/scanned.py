"""Which files of an output folder were looked into for what may not be seen, and found to be clean."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.disk import write_whole
from plugins.press.floor import Printed
from plugins.press.manifest import manifest_path


@dataclass(frozen=True, slots=True)
class _State:
    """What was looked into: everything that a manifest names, for what ``mark`` stands for, but for some files."""

    mark: str
    manifest: str
    unclean: tuple[str, ...]
    strangers: tuple[str, ...]
    """Files that are not ours: they are looked into each time, because nobody tells us when they change."""


def unscanned(output: Path, printed: Printed, mark: str, *, afresh: bool = False) -> tuple[Path, ...]:
    """Give the files that must be looked into: those that are new or not ours, or all if ``mark`` is another.

    All are if it is to be done ``afresh``. The mark stands for everything that is sought. Until ``scanned`` is called
    they stay unclean, whatever happens.
    """
    state = _read(output)
    if state and not afresh and state.mark == mark and state.manifest == printed.before.digest:
        strangers = {*state.strangers, *_strangers(output, printed)}
        found = {*state.unclean, *printed.written, *strangers}
    else:
        found = set(_below(output, ""))
        strangers = found - printed.manifest.records.keys()
    there = sorted(path for path in found if (output / path).is_file())
    strangers = {path for path in strangers if path in found} & set(there)
    _write(output, _State(mark, printed.manifest.digest, tuple(there), tuple(sorted(strangers))))
    return tuple(output / path for path in there)


def scanned(output: Path) -> None:
    """Write down that all that had to be looked into is clean."""
    state = _read(output)
    if state:
        _write(output, _State(state.mark, state.manifest, (), state.strangers))


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
        return _State(kept["mark"], kept["manifest"], tuple(kept["unclean"]), tuple(kept["strangers"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(output: Path, state: _State) -> None:
    if state != _read(output):
        write_whole(_path(output), json.dumps(asdict(state)).encode())
