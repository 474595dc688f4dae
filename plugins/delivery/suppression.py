"""Who must get nothing: kept in the ledger, so that one step of the database asks it and lets a copy go.

Whoever hears that somebody does not want our mail (the application for unsubscribing, an import, an editor) calls
``suppress`` with the folder of the data; a send that is under way sees it with the next copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from plugins.delivery.addresses import key
from plugins.delivery.database import opened

LANDING, GLANCE = 3.0, 0.01
"""Seconds to wait at the most for the answer to a copy that is under way, and between two looks."""
_IN_THE_AIR = "SELECT 1 FROM delivery WHERE address = ? AND state = 'sending'"


def suppress(folder: Path, address: str, reason: str, at: datetime) -> None:
    """Let an address get nothing from now on; a reason that is there already stays. Raises NoAddress.

    Where a copy is between its last look at this and the relay's answer, this returns after the answer, which takes
    a moment: so nobody who was told that they are off the list is reached after that.
    """
    name = key(address)
    with closing(opened(folder)) as ledger:
        ledger.execute(
            "INSERT INTO suppression VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (name, reason, at.isoformat())
        )
        until = monotonic() + LANDING
        while monotonic() < until and ledger.execute(_IN_THE_AIR, (name,)).fetchone():
            sleep(GLANCE)


def lift(folder: Path, address: str) -> None:
    """Let an address get mail again: its owner asked for it anew. Raises NoAddress."""
    with closing(opened(folder)) as ledger:
        ledger.execute("DELETE FROM suppression WHERE address = ?", (key(address),))


def suppressed(folder: Path, address: str) -> str | None:
    """Give why an address gets nothing; None where it may get mail. Raises NoAddress."""
    with closing(opened(folder)) as ledger:
        row = ledger.execute("SELECT reason FROM suppression WHERE address = ?", (key(address),)).fetchone()
    return row[0] if row else None


def suppressions(folder: Path) -> Iterator[tuple[str, str]]:
    """Give everybody who must get nothing, by their key, with the reason."""
    with closing(opened(folder)) as ledger:
        yield from ledger.execute("SELECT address, reason FROM suppression ORDER BY address")
