"""What a send does with what a relay answers."""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.delivery import ledger as ledgers
from plugins.delivery.attempt import NO_LETTERS
from plugins.delivery.ledger import Changed, Copy, Ledger
from plugins.delivery.locking import Busy, alone
from plugins.delivery.pace import Pace, Policy
from plugins.delivery.replies import Blame, Reply, SmtpStage, blame
from plugins.delivery.sending import Why
from plugins.delivery.states import State
from tests.delivery.lists import suppress, write_list
from tests.delivery.sender import FAST, Order, send
from tests.delivery.sink import Fault, Plan, Sink, Taken

AT = datetime(2026, 12, 7, 16, tzinfo=UTC)


def once(fault: Fault, reader: str) -> Plan:
    """Let one thing go wrong, once."""
    faults = [fault]
    return lambda recipient: faults.pop() if faults and reader in recipient else None


def always(fault: Fault, reader: str = "@") -> Plan:
    return lambda recipient: fault if reader in recipient else None


def found(folder: Path, reader: str) -> Copy:
    with Ledger(folder, "2026-12") as ledger:
        return next(copy for copy in ledger.copies() if copy.address == reader)


def counts(folder: Path) -> dict[State, int]:
    with Ledger(folder, "2026-12") as ledger:
        return dict(ledger.counts())


@pytest.mark.parametrize(
    ("fault", "state", "tries"),
    [
        (Fault.RCPT_LATER, State.SENT, 1),
        (Fault.RCPT_NEVER, State.FAILED, 0),
        (Fault.RCPT_CLOSING, State.SENT, 0),
        (Fault.DATA_LATER, State.SENT, 0),
        (Fault.END_LATER, State.SENT, 0),
        (Fault.END_NEVER, State.FAILED, 0),
        (Fault.CUT_AFTER, State.UNCERTAIN, 0),
        (Fault.CUT_UNTAKEN, State.UNCERTAIN, 0),
        (Fault.SILENCE, State.UNCERTAIN, 0),
        (Fault.SLOW, State.SENT, 0),
    ],
)
def test_one_fault_concerns_one_reader(folder: Path, fault: Fault, state: State, tries: int) -> None:
    readers = write_list(folder, 12)
    with Sink(plan=once(fault, readers[5])) as sink:
        done = send(Order(folder, sink.port))
        assert done.ending.why is Why.DONE
        assert found(folder, readers[5]).state is state
        assert found(folder, readers[5]).tries == tries
        assert {reader for reader, number in sink.got().items() if number == 1} >= {*readers} - {readers[5]}
        assert counts(folder)[State.SENT] >= 11
        assert max(sink.got().values()) == 1


def test_a_relay_that_hangs_up_before_the_dot_has_no_copy(folder: Path) -> None:
    readers = write_list(folder, 12)
    with Sink(plan=once(Fault.CUT_BEFORE, readers[5])) as sink:
        send(Order(folder, sink.port))
        assert found(folder, readers[5]).state in {State.SENT, State.UNCERTAIN}, "the dot may have been on its way"
        assert sink.got()[readers[5]] == (found(folder, readers[5]).state is State.SENT)


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.MAIL_LATER])
def test_a_relay_that_is_busy_for_a_while_gets_it_all_in_the_end(folder: Path, fault: Fault) -> None:
    write_list(folder, 20)
    faults = [fault] * 30
    with Sink(
        plan=lambda told: faults.pop() if faults and "RCPT" not in told and "reader" not in told else None
    ) as sink:
        send(Order(folder, sink.port))
        assert counts(folder) == {State.SENT: 20}
        assert all(found(folder, reader).tries == 0 for reader in sink.got())


def test_a_mailbox_that_is_always_busy_is_given_up(folder: Path) -> None:
    readers = write_list(folder, 3)
    with Sink(plan=always(Fault.RCPT_LATER, readers[1])) as sink:
        send(Order(folder, sink.port, policy=replace(FAST, tries=3)))
    copy = found(folder, readers[1])
    assert (copy.state, copy.tries, copy.said) == (State.FAILED, 3, "450 4.2.1, 3 times")


def test_a_relay_that_takes_nothing_ends_the_send_and_nobody_is_given_up(folder: Path) -> None:
    write_list(folder, 5)
    with Sink(plan=always(Fault.END_LATER)) as sink:
        done = send(Order(folder, sink.port, policy=replace(FAST, patience=0.3)))
        assert done.ending.why is Why.RELAY
        assert "454 4.3.0" in done.ending.said
        assert counts(folder) == {State.DEFERRED: 5}
        sink.plan = lambda _: None
        send(Order(folder, sink.port))
        assert sink.got().total() == 5
        assert all(found(folder, reader).tries == 0 for reader in sink.got())


def test_a_relay_that_refuses_the_message_is_not_the_readers_fault(folder: Path) -> None:
    write_list(folder, 60)
    with Sink(plan=always(Fault.END_NEVER)) as sink:
        done = send(Order(folder, sink.port))
        assert done.ending.why is Why.RELAY
        assert "554 5.6.0" in done.ending.said
        assert State.SENT not in counts(folder)
        sink.plan = lambda _: None
        send(Order(folder, sink.port))
        assert counts(folder)[State.SENT] >= 60 - FAST.connections


def test_a_relay_that_never_answers_a_dot_does_not_get_everybodys_copy(folder: Path) -> None:
    write_list(folder, 60)
    with Sink(plan=always(Fault.CUT_AFTER)) as sink:
        done = send(Order(folder, sink.port, policy=replace(FAST, connections=4, doubts=2)))
        assert done.ending.why is Why.RELAY
        assert counts(folder)[State.UNCERTAIN] <= 4 + 2 + 4


def test_without_a_relay_nobody_is_tried(folder: Path) -> None:
    write_list(folder, 5)
    with Sink() as sink:
        port = sink.port
    done = send(Order(folder, port, policy=replace(FAST, patience=0.2)))
    assert done.ending.why is Why.RELAY
    assert counts(folder) == {State.QUEUED: 5}


def test_the_same_issue_twice_reaches_nobody_twice(folder: Path) -> None:
    write_list(folder, 30)
    with Sink() as sink:
        send(Order(folder, sink.port))
        spoken = len(sink.spoke)
        again = send(Order(folder, sink.port))
        assert (again.counts.total(), len(sink.spoke)) == (0, spoken)


def test_who_joins_the_list_gets_it_and_nobody_else_does(folder: Path) -> None:
    write_list(folder, 10)
    with Sink() as sink:
        send(Order(folder, sink.port))
        write_list(folder, 12)
        assert send(Order(folder, sink.port)).counts == {State.SENT: 2}


def test_other_words_after_the_first_reader_are_refused(folder: Path) -> None:
    write_list(folder, 10)
    with Sink() as sink:
        send(Order(folder, sink.port))
        write_list(folder, 12)
        with pytest.raises(Changed):
            send(Order(folder, sink.port, words="Other words.\n"))
        assert sink.got().total() == 10


def test_a_second_send_stops_while_one_goes_on(folder: Path) -> None:
    write_list(folder, 10)
    with Sink() as sink:
        with alone(folder), pytest.raises(Busy):
            send(Order(folder, sink.port))
        assert sink.spoke == []


def test_nobody_gets_it_after_they_have_unsubscribed(folder: Path) -> None:
    readers = write_list(folder, 400)
    gone: dict[str, datetime] = {}
    arrived: queue.SimpleQueue[Taken] = queue.SimpleQueue()

    def unsubscribe() -> None:
        """Let the last on the list unsubscribe whenever a few messages have arrived; they meet the send half-way."""
        while len(gone) < 100:
            for _ in range(3):
                arrived.get()
            reader = readers[-1 - len(gone)]
            suppress(folder, reader, "unsubscribed", AT)
            gone[reader] = datetime.now(UTC)  # noqa: TID251 - the true time

    leaving = threading.Thread(target=unsubscribe, daemon=True)
    leaving.start()
    with Sink(on_taken=arrived.put) as sink:
        send(Order(folder, sink.port, policy=replace(FAST, rate=400)))
        for taken in sink.taken * 2:
            arrived.put(taken)
        leaving.join(30)
        late = [taken for taken in sink.taken if taken.recipient in gone and taken.at > gone[taken.recipient]]
        assert (len(gone), late) == (100, [])
        assert counts(folder)[State.SENT] + counts(folder)[State.SUPPRESSED] == 400
        assert counts(folder)[State.SUPPRESSED] >= 10
        assert found(folder, readers[-1]).state is State.SUPPRESSED


def test_a_disk_that_takes_nothing_more_stops_the_send_before_the_next_dot(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_list(folder, 40)
    real, calls = ledgers.Ledger.take, []

    def full(ledger: Ledger, steps: list[ledgers.Step]) -> list[bool]:
        calls.append(steps)
        if len(calls) > 3:
            raise sqlite3.OperationalError("database or disk is full")
        return real(ledger, steps)

    monkeypatch.setattr(ledgers.Ledger, "take", full)
    with Sink() as sink:
        done = send(Order(folder, sink.port))
        assert (done.ending.why, done.ending.said) == (
            Why.DISK,
            "The ledger cannot be written: database or disk is full.",
        )
        monkeypatch.undo()
        known = counts(folder)
        assert sink.got().total() <= known.get(State.SENT, 0) + known.get(State.SENDING, 0)


def test_only_as_many_connections_as_the_relay_bears(folder: Path) -> None:
    write_list(folder, 120)
    with Sink(most=3, delay=0.002) as sink:
        send(Order(folder, sink.port))
        assert counts(folder) == {State.SENT: 120}
        refused = sum(reply.startswith("EHLO") for reply in sink.spoke)
        assert refused < 60


def test_a_rate_is_kept(folder: Path) -> None:
    write_list(folder, 20)
    with Sink() as sink:
        begun = time.monotonic()
        send(Order(folder, sink.port, policy=replace(FAST, rate=40)))
        assert time.monotonic() - begun >= 19 / 40


def test_letters_beyond_ascii_need_a_relay_that_takes_them(folder: Path) -> None:
    write_list(folder, ["jörg@example.org", "ari@bücher.example"])
    with Sink(offers=("PIPELINING",)) as sink:
        send(Order(folder, sink.port))
        assert found(folder, "jörg@example.org").said == NO_LETTERS
        assert sink.got() == {"ari@xn--bcher-kva.example": 1}
    write_list(folder, ["jörn@example.org"])
    with Sink() as sink:
        send(Order(folder, sink.port))
        assert sink.got() == {"jörn@example.org": 1}
        assert any(line.endswith(" SMTPUTF8") for line in sink.spoke)


@pytest.mark.parametrize("eager", [False, True])
@pytest.mark.parametrize("offers", [(), ("PIPELINING",)])
def test_a_relay_that_wants_words_for_nobody_gets_none(folder: Path, offers: tuple[str, ...], eager: bool) -> None:  # noqa: FBT001
    readers = write_list(folder, 6)
    with Sink(plan=always(Fault.RCPT_NEVER, readers[2]), eager=eager, offers=offers) as sink:
        send(Order(folder, sink.port))
        assert counts(folder) == {State.SENT: 5, State.FAILED: 1}
        assert all(taken.message_id for taken in sink.taken)


@pytest.mark.parametrize(
    ("stage", "code", "text", "whose"),
    [
        (SmtpStage.RECIPIENT, 450, "busy", Blame.READER),
        (SmtpStage.RECIPIENT, 450, "4.2.2 full", Blame.READER),
        (SmtpStage.RECIPIENT, 451, "Temporary local problem", Blame.RELAY),
        (SmtpStage.RECIPIENT, 451, "4.3.0 queue file write error", Blame.RELAY),
        (SmtpStage.RECIPIENT, 451, "4.7.1 slow down", Blame.RELAY),
        (SmtpStage.RECIPIENT, 452, "too many recipients", Blame.RELAY),
        (SmtpStage.RECIPIENT, 421, "4.2.1 closing", Blame.RELAY),
        (SmtpStage.RECIPIENT, 550, "no such user", Blame.READER),
        (SmtpStage.RECIPIENT, 550, "5.1.1 unknown", Blame.READER),
        (SmtpStage.RECIPIENT, 554, "5.7.1 relay access denied", Blame.OURS),
        (SmtpStage.RECIPIENT, 550, "5.7.1 blocked", Blame.OURS),
        (SmtpStage.SENDER, 450, "4.1.8 sender domain not found", Blame.RELAY),
        (SmtpStage.SENDER, 550, "5.1.0 sender rejected", Blame.OURS),
        (SmtpStage.DATA, 451, "no", Blame.RELAY),
        (SmtpStage.DATA, 554, "no valid recipients", Blame.OURS),
        (SmtpStage.END, 454, "4.3.0 again", Blame.RELAY),
        (SmtpStage.END, 452, "4.2.2 over quota", Blame.READER),
        (SmtpStage.END, 552, "5.2.3 too large for this mailbox", Blame.READER),
        (SmtpStage.END, 552, "5.3.4 too large", Blame.OURS),
        (SmtpStage.END, 550, "spam", Blame.OURS),
    ],
)
def test_a_refusal_has_somebody_to_blame(stage: SmtpStage, code: int, text: str, whose: Blame) -> None:
    assert blame(stage, Reply(code, (text,))) is whose


def test_what_is_shown_of_a_reply_names_nobody() -> None:
    assert Reply(550, ("5.1.1 <ari@example.org>: no such user",)).shown == "550 5.1.1"
    assert Reply(550, ("ari@example.org is unknown",)).shown == "550"
    assert Reply(550, ()).shown == "550"


def test_a_pace_grows_with_what_is_taken_and_shrinks_with_faults() -> None:
    now = [0.0]
    pace = Pace(Policy(connections=10, first_pause=1, longest_pause=8, patience=100), lambda: now[0])
    for _ in range(20):
        pace.went_on()
    assert pace.limit == 10
    pauses = [pace.faltered(7) for _ in range(8)]
    assert pace.limit == 1
    assert all(0.5 * rest <= pause <= rest for pause, rest in zip(pauses, (1, 2, 4, 8, 8, 8, 8, 8), strict=True))
    now[0] = 101
    assert pace.stuck
    pace.went_on()
    assert not pace.stuck


def test_the_rate_spreads_messages_evenly() -> None:
    async def turns() -> float:
        pace = Pace(Policy(rate=200))
        begun = time.monotonic()
        await asyncio.gather(*(pace.turn() for _ in range(21)))
        return time.monotonic() - begun

    assert asyncio.run(turns()) >= 0.1
