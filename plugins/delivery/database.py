"""The ledger's file: SQLite that keeps what was committed, even where the power goes."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from plugins.subscribers import Store
from plugins.subscribers.folder import private_file
from plugins.subscribers.schema import write_ahead

NAME = "ledger.db"
VERSION = 1
"""Of the schema; kept in the file as its user_version."""
PATIENCE = 30.0
"""Seconds to wait for another process's step to end."""
_SCHEMA = Path(__file__).with_name("ledger_schema.sql")


class Unknown(Exception):  # noqa: N818 - it names what the file is
    """The ledger cannot be read by this press; the message says why."""


def opened(folder: Path) -> sqlite3.Connection:
    """Open the ledger of a data folder, made if it is missing (mode 0600). Raises Unknown for what is none of ours.

    WAL lets others read while a send goes on; FULL has each commit on the disk before it returns. The people of the
    folder are there to be asked, too, in the same statements (``Store.attach``). Raises NoFolder where they cannot be.
    """
    path = private_file(folder / NAME)
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        write_ahead(connection, path)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(connection)
        Store(folder).attach(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            raise Unknown(f"{path} is not a ledger, or is damaged: {error}.") from None
        raise
    return connection


@contextlib.contextmanager
def together(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what is done inside at once or not at all; at the end, the disk has it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file, once, however many processes open it at the same time."""
    if _version(connection) == VERSION:
        return
    with together(connection):
        found = _version(connection)
        if found > VERSION:
            raise Unknown(f"The ledger is of version {found}, and this press knows {VERSION}. Use the newer press.")
        if not found:
            for statement in _statements(_SCHEMA.read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """Part a script, whose comments hold no semicolon; executescript() would commit in the midst of it."""
    return [statement for statement in script.split(";") if statement.strip()]
