"""The ledger of who has which issue: every step of a copy is on the disk before the next one is taken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from plugins.delivery.clock import now
from plugins.delivery.database import opened, together
from plugins.delivery.states import BEFORE, TOUCHED, State
from plugins.subscribers.store import SUPPRESSED

GONE = "is not on the list any more"
UNWANTED = "wants no mail"
CUT_OFF = "the send was cut off"
_WANTS_NONE = SUPPRESSED.format(address="address")
_TAKE = f"""
    UPDATE delivery SET state = ?, said = ?, tries = tries * ? + ?, changed_at = ?
    WHERE issue = ? AND address = ? AND state IN (SELECT value FROM json_each(?))
    AND NOT (? = 'sending' AND {_WANTS_NONE})
"""  # noqa: S608 - our own words
"""One step: the database looks at the copy and at who wants no mail, and changes the copy, in one."""


class Changed(Exception):  # noqa: N818 - it names what happened
    """Somebody has the issue already, in other words."""


class HandedOver(Exception):  # noqa: N818 - it names what happened
    """An engine has the issue already."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's copy of an issue."""

    address: str
    """The reader's key."""
    message_id: str
    edition: str
    state: State = State.QUEUED
    tries: int = 0
    said: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one copy. A step to ``sending`` is taken only for a waiting reader who still wants mail."""

    address: str
    state: State
    said: str = ""
    tried: bool = False
    """Whether it used up one of the reader's tries."""


class Ledger:
    """One issue's part of the ledger. Whoever writes holds ``folder.alone``."""

    def __init__(self, folder: Path, issue: str) -> None:
        """Open the ledger of a data folder, made if it is missing."""
        self.issue = issue
        self._database = opened(folder)

    def __enter__(self) -> Self:
        """Use it in a ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._database.close()

    def begin(self, digest: str, list_name: str, copies: Iterable[Copy]) -> None:
        """Put everybody who is to get the issue into the ledger, in one step; who is there already stays as they are.

        Copies that a cut-off send left between two states become uncertain. Readers who left the list get nothing, and
        those who came back are queued. Raises Changed and HandedOver; then nothing is written.
        """
        do = self._database.execute
        with together(self._database):
            self._refuse_engines()
            self.cut_off()
            self._refuse_other_words(digest)
            at = now().isoformat()
            do(
                "INSERT INTO issue VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest",
                (self.issue, digest, list_name, at),
            )
            do("CREATE TEMP TABLE IF NOT EXISTS wanted (address TEXT PRIMARY KEY) WITHOUT ROWID")
            do("DELETE FROM wanted")
            for copy in copies:
                do("INSERT OR IGNORE INTO wanted VALUES (?)", (copy.address,))
                do(
                    "INSERT INTO delivery VALUES (?, ?, ?, ?, 'queued', 0, '', ?) "
                    "ON CONFLICT (issue, address) DO UPDATE SET edition = excluded.edition "
                    "WHERE edition <> excluded.edition AND state NOT IN ('sending', 'sent', 'uncertain')",
                    (self.issue, copy.address, copy.message_id, copy.edition, at),
                )
            self._part_with_leavers(at)

    def cut_off(self) -> int:
        """Call uncertain what a send that was cut off left behind, in every issue; say how many copies."""
        made = self._database.execute(
            "UPDATE delivery SET state = 'uncertain', said = ? WHERE state = 'sending'", (CUT_OFF,)
        )
        return made.rowcount

    def take(self, steps: Sequence[Step]) -> list[bool]:
        """Take steps together, and say for each whether it was taken. When this returns, the disk has them all."""
        at = now().isoformat()
        with together(self._database):
            return [self._take(step, at) for step in steps]

    def copies(self, *states: State) -> list[Copy]:
        """Give the copies that are in some states, or all, in the order of addresses."""
        rows = self._database.execute(
            "SELECT address, message_id, edition, state, tries, said, changed_at FROM delivery "
            "WHERE issue = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY address",
            (self.issue, json.dumps(states or tuple(State))),
        )
        return [Copy(row[0], row[1], row[2], State(row[3]), *row[4:]) for row in rows]

    def counts(self) -> Mapping[State, int]:
        """Count the copies in each state."""
        rows = self._database.execute(
            "SELECT state, count(*) FROM delivery WHERE issue = ? GROUP BY state", (self.issue,)
        )
        return {State(state): number for state, number in rows}

    def digest(self) -> str:
        """Give what stands for the words that readers get; nothing for an issue that is not in the ledger."""
        row = self._database.execute("SELECT digest FROM issue WHERE issue = ?", (self.issue,)).fetchone()
        return row[0] if row else ""

    def _take(self, step: Step, at: str) -> bool:
        kept = step.state is not State.QUEUED
        before = json.dumps(BEFORE[step.state])
        made = self._database.execute(
            _TAKE, (step.state, step.said, kept, step.tried, at, self.issue, step.address, before, step.state)
        )
        return made.rowcount == 1

    def _refuse_engines(self) -> None:
        row = self._database.execute("SELECT engine FROM handed_over WHERE issue = ?", (self.issue,)).fetchone()
        if row:
            raise HandedOver(f"Issue {self.issue} was handed over to {row[0]}, which sends it. Nothing was sent here.")

    def _refuse_other_words(self, digest: str) -> None:
        before = self.digest()
        if before in {"", digest}:
            return
        touched = sum(self.counts().get(state, 0) for state in TOUCHED)
        if touched:
            raise Changed(f"{touched:,} readers may have issue {self.issue} already, and its email has changed since.")

    def _part_with_leavers(self, at: str) -> None:
        """Take those out who are not on the list or want no mail, and let those in who are (again) and were out."""
        self._database.execute(
            "UPDATE delivery SET state = 'suppressed', said = ?, changed_at = ? WHERE issue = ? "  # noqa: S608 - as above
            f"AND state IN ('queued', 'deferred') AND {_WANTS_NONE}",
            (UNWANTED, at, self.issue),
        )
        self._database.execute(
            "UPDATE delivery SET state = 'suppressed', said = ?, changed_at = ? WHERE issue = ? "
            "AND state IN ('queued', 'deferred') AND address NOT IN (SELECT address FROM wanted)",
            (GONE, at, self.issue),
        )
        self._database.execute(
            "UPDATE delivery SET state = 'queued', said = '', changed_at = ? WHERE issue = ? "  # noqa: S608 - as above
            f"AND state = 'suppressed' AND address IN (SELECT address FROM wanted) AND NOT ({_WANTS_NONE})",
            (at, self.issue),
        )


def issues(folder: Path) -> tuple[tuple[str, str], ...]:
    """Give every issue of the ledger, with the name of the list it goes to, the newest first."""
    with closing(opened(folder)) as database:
        return tuple(database.execute("SELECT issue, list FROM issue ORDER BY begun_at DESC, issue DESC"))
