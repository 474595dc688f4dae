"""Issues that an engine sends instead of us: one row each, written before the engine is asked.

So an issue is never handed over twice, never to two engines, and never sent here as well.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from plugins.delivery.clock import now
from plugins.delivery.database import opened, together
from plugins.delivery.states import TOUCHED


class Taken(Exception):  # noqa: N818 - it names what the issue is
    """The issue is sent by somebody else; the message says by whom."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What an engine was given: ``id`` is what it answered, empty while nobody knows whether it has the issue."""

    issue: str
    engine: str
    id: str
    at: str


def handover(folder: Path, issue: str) -> Handover | None:
    """Give which engine has an issue; None where none has."""
    with closing(opened(folder)) as ledger:
        row = ledger.execute("SELECT issue, engine, id, at FROM handover WHERE issue = ?", (issue,)).fetchone()
    return Handover(*row) if row else None


def claim(folder: Path, issue: str, engine: str) -> Handover:
    """Write down that an engine is about to get an issue, or give what is written for it. Raises Taken."""
    with closing(opened(folder)) as ledger, together(ledger):
        states = [state for (state,) in ledger.execute("SELECT state FROM delivery WHERE issue = ?", (issue,))]
        if set(states) & set(TOUCHED):
            raise Taken(f"Issue {issue} is being sent from here: readers have it already.")
        ledger.execute(
            "INSERT INTO handover VALUES (?, ?, '', ?) ON CONFLICT DO NOTHING", (issue, engine, now().isoformat())
        )
        row = ledger.execute("SELECT issue, engine, id, at FROM handover WHERE issue = ?", (issue,)).fetchone()
    found = Handover(*row)
    if found.engine != engine:
        raise Taken(f"Issue {issue} was handed over to {found.engine} on {found.at}.")
    return found


def answered(folder: Path, issue: str, identity: str) -> None:
    """Write down what the engine calls an issue that was claimed for it."""
    with closing(opened(folder)) as ledger:
        ledger.execute("UPDATE handover SET id = ? WHERE issue = ?", (identity, issue))


def release(folder: Path, issue: str) -> None:
    """Take a claim back: the engine says that it has not got the issue. What it has answered for stays."""
    with closing(opened(folder)) as ledger:
        ledger.execute("DELETE FROM handover WHERE issue = ? AND id = ''", (issue,))
