"""Tells a send that is under way who left, in its own ledger, where it looks before it lets each copy go.

The ledger is ``ledger.db`` beside the people. Of it, this needs two tables: ``suppression(address,
reason, at)`` and ``delivery(issue, address, …, state)``, addresses in small letters. Where there is
none, no send is under way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from plugins.subscribers.person import known_as
from plugins.subscribers.schema import connect

NAME = "ledger.db"


def left(folder: Path, address: str, reason: str, at: datetime) -> None:
    """Let no copy go to an address any more."""
    with _ledger(folder, "suppression") as ledger:
        if ledger:
            row = (known_as(address), reason, at.isoformat())
            ledger.execute("INSERT INTO suppression (address, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row)


def came_back(folder: Path, address: str) -> None:
    """Let copies go to an address again."""
    with _ledger(folder, "suppression") as ledger:
        if ledger:
            ledger.execute("DELETE FROM suppression WHERE address = ?", (known_as(address),))


def erased(folder: Path, address: str, mark: str) -> None:
    """Let no copy go to an address any more, and put what nobody can read in its place."""
    came_back(folder, address)
    with _ledger(folder, "delivery") as ledger:
        if ledger:
            name = known_as(address)
            waiting = "UPDATE delivery SET state = 'suppressed' WHERE address = ? AND state IN ('queued', 'deferred')"
            ledger.execute(waiting, (name,))
            ledger.execute("UPDATE delivery SET address = ? WHERE address = ?", (f"erased-{mark}", name))


@contextmanager
def _ledger(folder: Path, table: str) -> Iterator[sqlite3.Connection | None]:
    """Open the ledger for one step; None where there is none, or not yet with that table."""
    if not (folder / NAME).is_file():
        yield None
        return
    connection = connect(folder / NAME)
    try:
        connection.execute("BEGIN IMMEDIATE")
        known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        yield connection if connection.execute(known, (table,)).fetchone() else None
        connection.execute("COMMIT")
    finally:
        connection.close()
