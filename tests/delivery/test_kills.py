"""A sender may die at any moment, as by ``kill -9``, with any relay: nobody gets an issue twice, nobody is lost."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.delivery.ledger import Ledger
from plugins.delivery.postfix_log import read_log
from plugins.delivery.settling import reconcile
from plugins.delivery.states import State
from tests.delivery.lists import write_list
from tests.delivery.sender import POINTS, Order, begun, dying, send
from tests.delivery.sink import Fault, Sink, at_random, nothing

KILLED = -9
PROGRESS = 24
"""So often at the most does a sender pass the point where it dies."""
UNHEARD = (Fault.CUT_AFTER, Fault.CUT_UNTAKEN, Fault.SILENCE)
"""Faults after the dot, which leave a copy uncertain without any kill."""


@dataclass
class Storm:
    """Senders that die, one after the other, of one issue to one list through one relay."""

    folder: Path
    sink: Sink
    chance: random.Random
    kills: Counter[str] = field(default_factory=Counter)

    def run(self, most: int, progress: int) -> None:
        """Kill senders so many times, or until nothing is left to send."""
        points = [*POINTS, "at random"] * (most // len(POINTS) + 1)
        for point in points[:most]:
            if not self._kill(point, progress):
                break

    def _kill(self, point: str, progress: int) -> bool:
        order = Order(self.folder, self.sink.port)
        if point != "at random":
            order = dying(order, point, 1 if "ledger" in point else self.chance.randint(1, progress))
        before = len(self.sink.taken)
        process = begun(order)
        if point == "at random":
            enough = before + self.chance.randint(0, progress)
            while len(self.sink.taken) < enough and process.is_alive():
                time.sleep(0.001)
            time.sleep(self.chance.random() * 0.01)
            process.kill()
        process.join(60)
        assert process.exitcode in {KILLED, 0}, process.exitcode
        self.kills[point] += process.exitcode == KILLED
        return process.exitcode == KILLED


def states(folder: Path) -> dict[str, State]:
    with Ledger(folder, "2026-12") as ledger:
        return {copy.address: copy.state for copy in ledger.copies()}


def wrong(found: dict[str, State], sink: Sink) -> list[str]:
    """Give every reader whose state does not agree with what the relay took."""
    got = sink.got()
    expected = {State.SENT: {1}, State.UNCERTAIN: {0, 1}, State.FAILED: {0}}
    return [reader for reader, state in found.items() if got[reader] not in expected.get(state, set())]


def survives(folder: Path, readers: int, kills: int, share: float, seed: int) -> str:
    """Let senders die, send the rest, settle what is open from the relay's log; say what happened."""
    everybody = write_list(folder, readers)
    with Sink(plan=at_random(share, seed)) as sink:
        storm = Storm(folder, sink, random.Random(seed))  # noqa: S311 - the same storm each time
        storm.run(kills, PROGRESS)
        send(Order(folder, sink.port))
        found = states(folder)
        assert set(found) == set(everybody)
        assert max(sink.got().values()) == 1, "a second copy"
        assert wrong(found, sink) == []
        uncertain = [reader for reader, state in found.items() if state is State.UNCERTAIN]
        unheard = sum(sink.faults[fault] for fault in UNHEARD)
        dead = storm.kills.total()
        assert len(uncertain) <= Order(folder, 0).policy.connections * dead + unheard
        settle(folder, sink)
        assert max(sink.got().values()) == 1, "a second copy"
        assert set(sink.got()) | set(sink.refused) == set(everybody)
    return f"{readers:,} readers, {dead} kills, {sum(sink.faults.values())} faults: {len(uncertain)} were uncertain"


def settle(folder: Path, sink: Sink) -> None:
    """Settle what is uncertain, and send what turns out not to have been sent, until nothing is open."""
    sink.plan = nothing
    sink.write("smtpd", "disconnect from unknown[127.0.0.1]")
    with Ledger(folder, "2026-12") as ledger:
        settled = reconcile(ledger, read_log(sink.log, datetime.now(UTC)))  # noqa: TID251 - the true time
        assert (settled.open, settled.missing) == ([], 0)
    send(Order(folder, sink.port))
    assert set(states(folder).values()) <= {State.SENT, State.FAILED}
    assert wrong(states(folder), sink) == []


@pytest.mark.parametrize("point", POINTS)
def test_a_sender_may_die_at_each_named_point(folder: Path, point: str) -> None:
    write_list(folder, 30)
    with Sink() as sink:
        process = begun(dying(Order(folder, sink.port), point, 1 if "ledger" in point else 4))
        process.join(60)
        assert process.exitcode == KILLED
        send(Order(folder, sink.port))
        assert max(sink.got().values()) == 1
        assert wrong(states(folder), sink) == []
        settle(folder, sink)
        assert sink.got().total() == 30


def test_no_second_copy_and_nobody_lost(folder: Path) -> None:
    survives(folder, 200, 11, 0.1, 1)


@pytest.mark.slow
@pytest.mark.parametrize(("share", "seed"), [(0.0, 1), (0.05, 2)])
def test_it_is_so_through_hundreds_of_deaths(
    folder: Path, share: float, seed: int, record_property: Callable[[str, object], None]
) -> None:
    told = survives(folder, 6_000, 330, share, seed)
    record_property("table", ("kills", "storm", f"{share:.0%} faults: {told}"))
    assert int(told.split()[2]) >= 300, told
