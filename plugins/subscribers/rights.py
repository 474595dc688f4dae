"""What somebody may ask of us: to see what is held about them, and to have it erased (UK GDPR, articles 15, 17, 20)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plugins.subscribers import running
from plugins.subscribers.store import ERASED, Store

_HELD = ("list", "address", "name", "area", "audience", "basis", "given_on", "source")


def held(store: Store, address: str) -> dict[str, Any]:
    """Give everything that is held about an address, for its owner, as JSON can carry it."""
    mark = store.mark(address)
    with store.connected() as connection:

        def rows(asked: str) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(asked, (mark,))]

        lists = rows(f"SELECT {', '.join(_HELD)} FROM subscriber WHERE mark = ? ORDER BY number")  # noqa: S608 - our own names
        events = rows("SELECT at, what, detail FROM event WHERE mark = ? ORDER BY at, rowid")
        asked = rows("SELECT purpose, asked, address, name, area, audience FROM request WHERE mark = ? ORDER BY asked")
        stopped = rows("SELECT reason, since FROM suppression WHERE mark = ?")
    return {"lists": lists, "what happened": events, "asked for": asked, "gets nothing": stopped}


def erase(store: Store, address: str, at: datetime) -> bool:
    """Delete everything that is held about an address; say whether there was anything.

    What stays is a mark that nobody can read an address from: it keeps an old list from bringing
    them back, and a send that goes on from reaching them.
    """
    mark = store.mark(address)
    with store.writing() as connection:
        found = sum(
            connection.execute(f"DELETE FROM {table} WHERE mark = ?", (mark,)).rowcount  # noqa: S608 - our own names
            for table in ("subscriber", "event", "request", "suppression")
        )
        connection.execute("INSERT INTO suppression VALUES (?, ?, ?)", (mark, ERASED, at.date().isoformat()))
    running.erased(store.path.parent, address, mark)
    with store.connected() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # nothing of them stays in the log beside the file
    return bool(found)
