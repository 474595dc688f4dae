"""The tables that people are kept in, and how the file that holds them is opened (SQLite)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plugins.disk.locking import alone
from plugins.subscribers.folder import private_file

NAME = "subscribers.db"
PATIENCE = 30.0
"""Seconds that one who writes waits for another."""
TABLES = """
CREATE TABLE IF NOT EXISTS subscriber (
    number INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,        -- what tokens carry; random, and never used again
    list TEXT NOT NULL,
    mark TEXT NOT NULL,              -- stands for the address, whatever its letter case
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    audience TEXT NOT NULL,
    basis TEXT NOT NULL,
    given_on TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (list, mark)
) STRICT;
CREATE INDEX IF NOT EXISTS subscriber_mark ON subscriber (mark);
CREATE TABLE IF NOT EXISTS suppression (
    mark TEXT PRIMARY KEY,           -- who must get nothing: a mark, so that erased addresses stay erased
    reason TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS request (
    ref TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,           -- confirm: to be put on a list; yours: to see or erase what we hold
    mark TEXT NOT NULL,
    address TEXT NOT NULL,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    audience TEXT NOT NULL,
    source TEXT NOT NULL,
    asked TEXT NOT NULL,
    mailed TEXT NOT NULL             -- when its letter went, or that it must not; empty while it waits
) STRICT;
CREATE INDEX IF NOT EXISTS request_mark ON request (mark, asked);
CREATE TABLE IF NOT EXISTS event (
    mark TEXT NOT NULL,              -- what happened to whom, as a record of consent must show
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS event_mark ON event (mark);
CREATE TABLE IF NOT EXISTS meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def database(folder: Path) -> Path:
    """Give where the people of a data folder are kept."""
    return folder / NAME


def connect(path: Path) -> sqlite3.Connection:
    """Open the file; what is committed survives a loss of power, and what is deleted is overwritten."""
    connection = sqlite3.connect(private_file(path), timeout=PATIENCE, isolation_level=None)
    connection.row_factory = sqlite3.Row
    write_ahead(connection, path)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def write_ahead(connection: sqlite3.Connection, path: Path) -> None:
    """Let others read while one writes (WAL), from now on.

    A file is switched once and stays so. One at a time switches it, for here SQLite waits for nobody.
    """
    if not _is_ahead(connection):
        with alone(path.with_name(f"{path.name}-lock"), lambda: None):
            if not _is_ahead(connection):  # whoever had the lock may have done it
                connection.execute("PRAGMA journal_mode=WAL")


def _is_ahead(connection: sqlite3.Connection) -> bool:
    """Say whether a file was switched already; while somebody else switches it, nobody can."""
    try:
        return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
    except sqlite3.OperationalError:
        return False
