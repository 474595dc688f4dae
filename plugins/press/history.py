"""Where each document has ever appeared in an output folder, and when: what a takedown starts from.

It only grows, and most of it stays as it is, so it is a table to which each build adds what it changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from plugins.press.floor import Printed
from plugins.press.manifest import Record, manifest_path, read_manifest
from plugins.press.memory import forget, memory_path
from plugins.press.staging import StagingArea

_LAYOUT = (
    "CREATE TABLE IF NOT EXISTS shown (name TEXT, path TEXT, first TEXT, last TEXT, PRIMARY KEY (name, path))",
    "CREATE TABLE IF NOT EXISTS known (manifest TEXT, day TEXT)",
)
"""``last`` is empty while a document still shows in a file; ``known`` says up to which build all is written down."""


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """One file that a document showed in: since when, until when, and whether it still does."""

    path: str
    first: date
    last: date
    still: bool


def history_path(output: Path) -> Path:
    """Give where the history of an output folder lies: beside its manifest."""
    return manifest_path(output).with_name("history.db")


def remember(output: Path, printed: Printed, day: date) -> Path | None:
    """Write down which documents the files of an output folder show on a day; nothing is ever taken out.

    Where what was written down cannot be read, it begins anew with what is shown now; give where the old one is kept.
    """
    try:
        _remember(output, printed, day)
    except sqlite3.DatabaseError as error:
        if not _broken(error):
            raise
        aside = _set_aside(history_path(output))
        _remember(output, printed, day)
        return aside
    return None


def _remember(output: Path, printed: Printed, day: date) -> None:
    with closing(_opened(output)) as history, history:
        manifest, last = next(history.execute("SELECT manifest, day FROM known"), ("", day.isoformat()))
        if (manifest, last) == (printed.manifest.digest, day.isoformat()):
            return
        if manifest == printed.before.digest:
            shown, shows = _differing(printed.before.records, printed.manifest.records)
        else:
            open_ones = "SELECT name, path FROM shown WHERE last = ''"
            shown, shows = set(history.execute(open_ones)), set(_pairs(printed.manifest.records))
        ended = ((last, *pair) for pair in shown - shows)
        history.executemany("UPDATE shown SET last = ? WHERE name = ? AND path = ?", ended)
        begun = ((*pair, day.isoformat()) for pair in sorted(shows - shown))
        history.executemany("INSERT INTO shown VALUES (?, ?, ?, '') ON CONFLICT DO UPDATE SET last = ''", begun)
        history.execute("DELETE FROM known")
        history.execute("INSERT INTO known VALUES (?, ?)", (printed.manifest.digest, day.isoformat()))


def appearances(output: Path, name: str) -> tuple[Appearance, ...]:
    """Give every file that a document, ``story:first-keys``, shows or ever showed in, by path.

    Raises SystemExit where what was written down cannot be read: a build begins it anew.
    """
    if not history_path(output).is_file():
        return ()
    now = {path for path, record in read_manifest(output).records.items() if name in record.sources}
    try:
        with closing(_opened(output)) as history:
            today = next(history.execute("SELECT day FROM known"), ("",))[0]
            found = history.execute("SELECT path, first, last FROM shown WHERE name = ?", (name,)).fetchall()
    except sqlite3.DatabaseError as error:
        if not _broken(error):
            raise
        raise SystemExit(f"{history_path(output)} cannot be read. Build once, which begins it anew: make") from None
    return tuple(
        sorted(
            Appearance(path, date.fromisoformat(first), date.fromisoformat(last or today), path in now)
            for path, first, last in found
        )
    )


def _opened(output: Path) -> sqlite3.Connection:
    path = history_path(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    history = sqlite3.connect(path)
    try:
        for statement in _LAYOUT:
            history.execute(statement)
    except sqlite3.Error:
        history.close()
        raise
    return history


def _broken(error: sqlite3.DatabaseError) -> bool:
    """Say whether the file itself is at fault: not the disk's room, somebody's leave, or another build."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the others have more to say above (sqlite.org/rescode.html)
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _set_aside(path: Path) -> Path:
    """Rename a broken file, and what SQLite has beside it, for whoever may yet read it; give its new place."""
    aside = next(new for number in count(1) if not (new := path.with_name(f"{path.stem}-broken-{number}.db")).exists())
    path.rename(aside)
    with suppress(FileNotFoundError):
        path.with_name(f"{path.name}-journal").rename(aside.with_name(f"{aside.name}-journal"))
    return aside


def _differing(
    before: Mapping[str, Record], after: Mapping[str, Record]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Give what showed and what shows, of the files of which that is not the same."""
    changed = {path for path, record in after.items() if path not in before or before[path].sources != record.sources}
    changed |= before.keys() - after.keys()
    shown, shows = (set(_pairs({path: known[path] for path in changed & known.keys()})) for known in (before, after))
    return shown, shows


def _pairs(records: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    for path, record in records.items():
        yield from ((name, path) for name in record.sources)


def erase(output: Path, name: str) -> tuple[str, ...]:
    """Delete every file of an output folder that shows a document; the next build makes again what may be there.

    What earlier builds kept in mind goes too: it may hold the document's words.
    """
    forget(memory_path(output))
    StagingArea.of(output).clear()
    for left in ("notebook", "preflight.json", "scanned.json"):
        manifest_path(output).with_name(left).unlink(missing_ok=True)
    shown = tuple(sorted(path for path, record in read_manifest(output).records.items() if name in record.sources))
    for path in shown:
        (output / path).unlink(missing_ok=True)
    return shown
