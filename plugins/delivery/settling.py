"""What becomes of copies that nobody knows the end of: by a relay's log, or by a person's word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from plugins.delivery.addresses import NoAddress, key
from plugins.delivery.ledger import Copy, Ledger, Step
from plugins.delivery.postfix_log import Log
from plugins.delivery.states import State

BY_LOG, BY_HAND = "settled from the relay's log", "settled by hand"


@dataclass(slots=True)
class Settled:
    """What a log or a person has settled."""

    sent: list[Copy] = field(default_factory=list)
    again: list[Copy] = field(default_factory=list)
    """The relay never took them: they wait to be sent."""
    open: list[Copy] = field(default_factory=list)
    """Nobody can say: they stay uncertain."""
    missing: int = 0
    """Copies that we know were taken, and the log does not: it has gaps, or is another relay's."""


def reconcile(ledger: Ledger, log: Log) -> Settled:
    """Settle uncertain copies from the relay's log.

    A copy that the log has was sent. One that it lacks was not, but only if the log was being written at that moment
    and has every copy of that time of which we know; else it may be the line that is missing, not the copy.
    """
    settled = Settled()
    known = [copy for copy in ledger.copies(State.SENT) if copy.said != BY_HAND and log.covers(_at(copy))]
    settled.missing = sum(copy.message_id not in log.taken for copy in known)
    for copy in ledger.copies(State.UNCERTAIN):
        if copy.message_id in log.taken:
            settled.sent.append(copy)
        elif log.covers(_at(copy)) and not settled.missing:
            settled.again.append(copy)
        else:
            settled.open.append(copy)
    _write(ledger, settled, BY_LOG)
    return settled


def resolve(ledger: Ledger, named: Collection[str], *, was_sent: bool, failed: bool = False) -> Settled:
    """Settle copies by a person's word; they are named by Message-ID or address, none named means all.

    Uncertain ones become sent, or wait again; with ``failed``, those that failed wait again too.
    """
    states = (State.UNCERTAIN, State.FAILED) if failed else (State.UNCERTAIN,)
    wanted = {name for each in named for name in _names(each)}
    found = [copy for copy in ledger.copies(*states) if not wanted or {copy.address, copy.message_id} & wanted]
    settled = Settled(sent=found) if was_sent else Settled(again=found)
    _write(ledger, settled, BY_HAND)
    return settled


def _write(ledger: Ledger, settled: Settled, said: str) -> None:
    steps = [Step(copy.address, State.SENT, said) for copy in settled.sent]
    steps += [Step(copy.address, State.QUEUED, said) for copy in settled.again]
    ledger.take(steps)


def _at(copy: Copy) -> datetime:
    return datetime.fromisoformat(copy.changed_at)


def _names(given: str) -> set[str]:
    """Give what somebody may mean: a Message-ID, or an address as the ledger has it."""
    bare = given.strip().strip("<>")
    try:
        return {f"<{bare}>", key(bare)}
    except NoAddress:
        return {f"<{bare}>"}
