"""Which engine has which issue: one row each in the ledger, written before the engine is asked.

So an issue is never handed over twice, never to two engines, and never to one after it was sent from
here. Whoever sends from here keeps one row for each reader, ``delivery(issue, …, state)``, in the same
file, and looks for a row in ``handover`` before the first of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.subscribers import Store
from plugins.subscribers.schema import connect

NAME = "ledger.db"
TOUCHED = ("sending", "sent", "uncertain")
"""The states of a reader's copy that they may have seen."""
_TABLE = """
CREATE TABLE IF NOT EXISTS handover (
    issue TEXT PRIMARY KEY,
    engine TEXT NOT NULL,
    id TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

_ASKED = "SELECT issue, engine, id, at FROM handover WHERE issue = ?"


class Taken(Exception):  # noqa: N818 - it names what the issue is
    """The issue is sent by somebody else; the message says by whom."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an engine was given; ``id`` is its own name for it, empty while nobody knows whether it has the issue."""

    issue: str
    engine: str
    id: str
    at: str


def refuse_others(folder: Path, issue: str, engine: str) -> None:
    """Raise Taken where an issue may not go to an engine: another has it, or it was sent from here."""
    with ledger(folder) as rows:
        _refuse_others(rows, issue, engine)


def claim(folder: Path, issue: str, engine: str, at: datetime) -> Claim:
    """Write down that an engine is about to get an issue, or give what is written for it. Raises Taken."""
    with ledger(folder) as rows:
        _refuse_others(rows, issue, engine)
        row = (issue, engine, at.isoformat(timespec="seconds"))
        rows.execute("INSERT INTO handover VALUES (?, ?, '', ?) ON CONFLICT DO NOTHING", row)
        return Claim(*rows.execute(_ASKED, (issue,)).fetchone())


def answered(folder: Path, issue: str, identity: str) -> None:
    """Write down what the engine calls an issue that was claimed for it."""
    with ledger(folder) as rows:
        rows.execute("UPDATE handover SET id = ? WHERE issue = ?", (identity, issue))


def forget(folder: Path, issue: str) -> bool:
    """Take a claim back: a person says that nobody got it. Say whether there was one. Raises Taken if it went out."""
    with ledger(folder) as rows:
        if _went(rows, "handed_copy", issue):
            raise Taken(f"Issue {issue} went to readers already: that cannot be taken back.")
        return bool(rows.execute("DELETE FROM handover WHERE issue = ?", (issue,)).rowcount)


def _refuse_others(rows: sqlite3.Connection, issue: str, engine: str) -> None:
    if _went(rows, "delivery", issue):
        raise Taken(f"Issue {issue} is being sent from here: readers have it already.")
    found = rows.execute(_ASKED, (issue,)).fetchone()
    if found and found["engine"] != engine:
        raise Taken(f"Issue {issue} was handed over to {found['engine']} on {found['at'][:10]}.")


def _went(rows: sqlite3.Connection, table: str, issue: str) -> bool:
    """Say whether a table of readers' copies has one that its reader may have seen."""
    if not rows.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone():
        return False
    asked = f"SELECT 1 FROM {table} WHERE issue = ? AND state IN (?, ?, ?) LIMIT 1"  # noqa: S608 - our own names
    return rows.execute(asked, (issue, *TOUCHED)).fetchone() is not None


@contextmanager
def ledger(folder: Path, store: Store | None = None) -> Iterator[sqlite3.Connection]:
    """Open the ledger for one step, which happens whole or not at all; with a store, it may be asked who wants none."""
    connection = connect(folder / NAME)
    try:
        if store:
            store.attach(connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_TABLE)
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()
