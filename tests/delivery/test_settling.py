"""What nobody knows the end of is settled by the relay's log or by a person, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.delivery.ledger import Copy, Ledger, Step
from plugins.delivery.postfix_log import Log, read_log
from plugins.delivery.settling import reconcile, resolve
from plugins.delivery.states import State

READERS = ("ari", "bo", "cem", "dez")
NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the ledger has the true time


def name(reader: str) -> str:
    return f"<{reader}@clnm.example.org>"


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    """Give a ledger in which Ari has a copy, Bo and Cem may have one, and Dez has failed."""
    with Ledger(folder, "2026-12") as found:
        copies = [Copy(f"{reader}@example.org", name(reader), "/") for reader in READERS]
        found.begin("words", "news", copies)
        found.take([Step(f"{reader}@example.org", State.SENDING) for reader in READERS])
        found.take([Step("ari@example.org", State.SENT, "250"), Step("dez@example.org", State.FAILED, "550 5.1.1")])
        found.cut_off()
        yield found


def states(ledger: Ledger) -> dict[str, State]:
    return {copy.address.partition("@")[0]: copy.state for copy in ledger.copies()}


def lines(*readers: str, taken: bool = True, at: datetime = NOW) -> Iterator[str]:
    """Write what Postfix does."""
    for number, reader in enumerate(readers):
        queue = f"4bXyZ{number}AbCd"
        yield f"{at.isoformat()} mail postfix/submission/smtpd[7]: {queue}: client=localhost[127.0.0.1]"
        yield f"{at.isoformat()} mail postfix/cleanup[8]: {queue}: message-id={name(reader)}"
        if taken:
            yield f"{at.isoformat()} mail postfix/qmgr[9]: {queue}: from=<b@x>, size=9, nrcpt=1 (queue active)"
            yield f"{at.isoformat()} mail postfix/smtp[10]: {queue}: to=<{reader}@example.org>, status=sent (250)"


def edges(*within: str, hours: int = 1) -> list[str]:
    """Write a log that goes from before the send till after it."""
    before, after = ((NOW + timedelta(hours=h)).isoformat() for h in (-hours, hours))
    return [f"{before} mail postfix/anvil[1]: begin", *within, f"{after} mail postfix/anvil[1]: end"]


def test_what_the_log_has_was_sent_and_what_it_lacks_was_not(ledger: Ledger) -> None:
    settled = reconcile(ledger, read_log(edges(*lines("ari", "bo")), NOW))
    assert states(ledger) == dict(zip(READERS, (State.SENT, State.SENT, State.QUEUED, State.FAILED), strict=True))
    assert (len(settled.sent), len(settled.again), settled.open) == (1, 1, [])


def test_a_message_whose_dot_never_came_was_not_sent(ledger: Ledger) -> None:
    reconcile(ledger, read_log(edges(*lines("ari"), *lines("bo", taken=False)), NOW))
    assert states(ledger)["bo"] is State.QUEUED


@pytest.mark.parametrize(
    "log",
    [
        pytest.param([], id="nothing"),
        pytest.param(["not a log", "at all"], id="no log"),
        pytest.param(edges()[:1], id="one that ends before"),
        pytest.param(edges()[1:], id="one that begins after"),
        pytest.param(edges(), id="one that lacks what we know"),
        pytest.param(edges(*lines("somebody")), id="another relay's"),
    ],
)
def test_a_log_that_cannot_know_settles_nothing(ledger: Ledger, log: list[str]) -> None:
    settled = reconcile(ledger, read_log(log, NOW))
    assert (len(settled.open), states(ledger)["bo"], states(ledger)["cem"]) == (2, State.UNCERTAIN, State.UNCERTAIN)


def test_what_a_part_of_a_log_has_was_sent_all_the_same(ledger: Ledger) -> None:
    settled = reconcile(ledger, read_log(lines("bo", at=NOW + timedelta(hours=2)), NOW))
    assert (states(ledger)["bo"], len(settled.open)) == (State.SENT, 1)


def test_times_of_old_are_read_too() -> None:
    now = datetime(2027, 1, 1, 12, tzinfo=UTC)
    log = read_log(
        [
            "Dec 31 23:59:58 mail postfix/cleanup[1]: 0123456789: message-id=<a@x>",
            "Jan  1 00:00:01 mail postfix-out/qmgr[2]: 0123456789: from=<b@x>, size=1, nrcpt=1 (queue active)",
            "Jan  1 00:00:02 mail sshd[3]: not Postfix",
            "Feb 30 00:00:00 mail postfix/qmgr[2]: 0123456789: removed",
        ],
        now,
    )
    assert log.taken == {"<a@x>"}
    assert log.first is not None
    assert (log.first.astimezone().year, log.last and log.last.astimezone().year) == (2026, 2027)
    assert Log().covers(now) is False


@pytest.mark.parametrize("named", [name("bo"), "bo@clnm.example.org", "BO@example.org", "<bo@example.org>"])
def test_a_person_may_say_what_became_of_one(ledger: Ledger, named: str) -> None:
    assert len(resolve(ledger, [named], was_sent=True).sent) == 1
    assert (states(ledger)["bo"], states(ledger)["cem"]) == (State.SENT, State.UNCERTAIN)


def test_a_person_may_say_it_of_all(ledger: Ledger) -> None:
    resolve(ledger, [], was_sent=False)
    assert (states(ledger)["bo"], states(ledger)["dez"]) == (State.QUEUED, State.FAILED)
    resolve(ledger, [], was_sent=False, failed=True)
    assert (states(ledger)["dez"], states(ledger)["ari"]) == (State.QUEUED, State.SENT)


def test_nobody_who_has_it_gets_it_again_by_a_slip(ledger: Ledger) -> None:
    assert resolve(ledger, ["ari@example.org"], was_sent=False).again == []
    assert states(ledger)["ari"] is State.SENT
