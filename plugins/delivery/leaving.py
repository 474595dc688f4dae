"""What the ledger owes to those who leave: no copy after they were told that they are off, no trace once erased."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

from plugins.delivery.addresses import NoAddress, key
from plugins.delivery.database import opened, together

LANDING, GLANCE = 3.0, 0.01
"""Seconds to wait at the most for the answer to a copy that is under way, and between two looks."""
_IN_THE_AIR = "SELECT 1 FROM delivery WHERE address = ? AND state = 'sending'"


def landed(folder: Path, address: str) -> None:
    """Return when no copy for an address is between a send's last look at who wants none and the relay's answer.

    That takes a moment. Called after it was written down that somebody wants no mail, it keeps them from being reached
    after they were told so.
    """
    name = _key(address)
    with closing(opened(folder)) as ledger:
        until = monotonic() + LANDING
        while monotonic() < until and ledger.execute(_IN_THE_AIR, (name,)).fetchone():
            sleep(GLANCE)


def erased(folder: Path, address: str, mark: str) -> None:
    """Put what nobody can read an address from in its place, wherever the ledger has it.

    The copies stay counted. One that waits will not be sent: nobody is on a list by that name.
    """
    landed(folder, address)
    with closing(opened(folder)) as ledger:
        with together(ledger):
            ledger.execute("UPDATE delivery SET address = ? WHERE address = ?", (f"erased-{mark}", _key(address)))
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _key(address: str) -> str:
    try:
        return key(address)
    except NoAddress:
        return address.strip().casefold()
