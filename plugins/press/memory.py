"""What earlier builds worked out, so that the next need not: texts by room and name, in one file beside the output.

It is a memory and no record: whoever loses it waits a little longer, once. Words of a document that is gone
must not stay in it, so whatever a build did not ask for is erased at its end.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from plugins.model.later import Part
from plugins.press.manifest import manifest_path

LARGE: frozenset[str] = frozenset(Part)
"""Rooms whose texts are long and seldom wanted: they are fetched one by one, the others all at once."""

LOOKS = "looks"
"""The room of how files looked when they were read."""
HANDFUL = 256
"""So many long texts are held until they are written down."""

_LAYOUT = (
    "PRAGMA secure_delete = ON",
    "CREATE TABLE IF NOT EXISTS code (digest TEXT)",
    "CREATE TABLE IF NOT EXISTS small (room TEXT, name TEXT, value TEXT, PRIMARY KEY (room, name)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS large (room TEXT, name TEXT, value TEXT, PRIMARY KEY (room, name))",
)


def memory_path(output: Path) -> Path:
    """Give where the memory of an output folder lies: beside its manifest."""
    return manifest_path(output).with_name("memory.db")


class Memory:
    """Texts by room and name; what is asked for is what the same code put there, or nothing."""

    def __init__(self, path: Path, code: str) -> None:
        """Open the memory at a path; one of other code, or a broken one, is empty, and one in use is left alone."""
        self._path = path
        self.since = path.stat().st_mtime_ns if path.is_file() else 0
        self._opened: sqlite3.Connection | None = None
        self._first: sqlite3.Connection | None = None
        self._process = os.getpid()
        self._known: dict[str, dict[str, str]] = {}
        self._new: dict[tuple[str, str], str] = {}
        self._asked: set[str] = set()
        self._held = 0
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._open(code)
            except sqlite3.OperationalError:
                self._opened = None
            except sqlite3.DatabaseError:
                forget(path)
                self._open(code)

    def get(self, room: str, name: str) -> str | None:
        """Give what is kept in a room under a name; asking keeps everything of that name for the next build."""
        self._asked.add(name)
        if room in LARGE:
            found = self._rows("SELECT value FROM large WHERE room = ? AND name = ?", room, name)
            return self._new.get((room, name)) or (found[0][0] if found else None)
        return self._room(room).get(name)

    def put(self, room: str, name: str, value: str) -> None:
        """Keep a text in a room under a name."""
        self._asked.add(name)
        self._new[room, name] = value
        if room not in LARGE:
            self._room(room)[name] = value
            return
        self._held += 1
        if self._held >= HANDFUL and self._process == os.getpid():
            self._held = 0
            self._pour()

    def _room(self, room: str) -> dict[str, str]:
        """Give all of a room whose texts are short."""
        if room not in self._known:
            rows = self._rows("SELECT name, value FROM small WHERE room = ?", room)
            self._known[room] = {row[0]: row[1] for row in rows}
        return self._known[room]

    def _pour(self) -> None:
        """Write down what is new, which there would be no room for if many files are.

        How files looked is forgotten first: it is trusted by the time at which the memory was written.
        """
        if self._opened is None:
            return
        looks = {(LOOKS, name): value for name, value in self._known.get(LOOKS, {}).items()}
        with suppress(sqlite3.DatabaseError):
            with self._opened:
                self._opened.execute("DELETE FROM small WHERE room = ?", (LOOKS,))
                self._write(key for key in self._new if key[0] != LOOKS)
            self._new = looks

    def _write(self, keys: Iterable[tuple[str, str]]) -> None:
        """Write some of what is new into its table, inside a transaction of the caller's."""
        if self._opened is not None:
            for room, name in keys:
                table = "large" if room in LARGE else "small"
                row = (room, name, self._new[room, name])
                self._opened.execute(f"REPLACE INTO {table} VALUES (?, ?, ?)", row)  # noqa: S608 - one of two names

    def save(self) -> None:
        """Write down what is new, and erase what nobody asked for since the memory was opened."""
        if self._opened is None:
            return
        with suppress(sqlite3.DatabaseError):
            with self._opened:
                for table in ("small", "large"):
                    there = self._opened.execute(f"SELECT room, name FROM {table}")  # noqa: S608 - one of two names
                    gone = [key for key in there if key[1] not in self._asked]
                    self._opened.executemany(f"DELETE FROM {table} WHERE room = ? AND name = ?", gone)  # noqa: S608
                self._write(key for key in self._new if key[1] in self._asked)
            self._new = {}
            self._known = {}  # drawing needs the room, and seldom asks again

    def _open(self, code: str) -> None:
        self._opened = sqlite3.connect(self._path, timeout=0)
        for statement in _LAYOUT:
            self._opened.execute(statement)
        if self._opened.execute("SELECT digest FROM code").fetchall() != [(code,)]:
            with self._opened:
                for table in ("code", "small", "large"):
                    self._opened.execute(f"DELETE FROM {table}")  # noqa: S608 - one of three names
                self._opened.execute("INSERT INTO code VALUES (?)", (code,))

    def _rows(self, asked: str, *values: str) -> list[tuple[str, ...]]:
        if self._opened and self._process != os.getpid():  # a worker: SQLite lets no connection pass into a copy
            self._process, self._first = os.getpid(), self._opened
            self._opened = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return self._opened.execute(asked, values).fetchall() if self._opened else []
        except sqlite3.DatabaseError:
            return []


def everything(path: Path, code: str) -> tuple[int, dict[tuple[str, str], str]]:
    """Give when a memory was last written, in nanoseconds, and all that is in it; nothing of one of other code."""
    try:
        since = path.stat().st_mtime_ns
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as opened:
            if opened.execute("SELECT digest FROM code").fetchall() != [(code,)]:
                return 0, {}
            rows = opened.execute("SELECT room, name, value FROM small UNION ALL SELECT room, name, value FROM large")
            return since, {(room, name): value for room, name, value in rows}
    except (OSError, sqlite3.DatabaseError):
        return 0, {}


def forget(path: Path) -> None:
    """Take a memory away, and what is left of one that was being written."""
    for left in (path, path.with_name(f"{path.name}-journal")):
        left.unlink(missing_ok=True)
