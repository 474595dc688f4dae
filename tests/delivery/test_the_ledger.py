"""The ledger keeps what was committed, lets nobody get an issue twice, and stays where only its owner looks."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.delivery.addresses import NoAddress, key, message_id, wire
from plugins.delivery.database import Unknown, opened
from plugins.delivery.leaving import erased
from plugins.delivery.ledger import Changed, Copy, HandedOver, Ledger, Step, issues
from plugins.delivery.locking import Busy, alone
from plugins.delivery.states import BEFORE, State
from plugins.handover import Taken, answered, claim, claimed, forget
from plugins.subscribers import Basis, Joining, Store
from tests.delivery.lists import suppress

AT = datetime(2026, 12, 7, 16, tzinfo=UTC)
ISSUE = "2026-12"


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    """Give a ledger with two readers who wait."""
    with Ledger(folder, ISSUE) as found:
        found.begin("words", "news", copies("ari@example.org", "bo@example.org"))
        yield found


def copies(*addresses: str) -> list[Copy]:
    return [Copy(address, message_id(ISSUE, address, "clnm.example.org"), "") for address in addresses]


def states(ledger: Ledger) -> dict[str, State]:
    return {copy.address: copy.state for copy in ledger.copies()}


def test_only_its_owner_may_read_it(ledger: Ledger, folder: Path) -> None:
    assert ledger.counts() == {State.QUEUED: 2}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_commit_is_on_the_disk(folder: Path) -> None:
    with closing(opened(folder)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert database.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_copy_goes_its_way_and_no_other(ledger: Ledger) -> None:
    assert ledger.take([Step("ari@example.org", State.SENDING)]) == [True]
    assert ledger.take([Step("ari@example.org", State.SENDING)]) == [False]
    assert ledger.take([Step("ari@example.org", State.SENT, "250"), Step("no@example.org", State.SENT)]) == [
        True,
        False,
    ]
    for state in State:
        assert ledger.take([Step("ari@example.org", state)]) == [False], state


def test_nobody_who_has_it_is_ever_in_the_queue_again() -> None:
    assert all(State.SENT not in before for before in BEFORE.values())
    assert State.SENDING not in BEFORE[State.QUEUED]


def test_whoever_wants_no_mail_is_passed_over_at_the_last_moment(ledger: Ledger, folder: Path) -> None:
    suppress(folder, "Ari@Example.org", "unsubscribed", AT)
    assert ledger.take([Step("ari@example.org", State.SENDING), Step("bo@example.org", State.SENDING)]) == [False, True]
    joining = Joining(address="ari@example.org", basis=Basis.CONSENT, given_on=AT.date(), source="form, confirmed")
    Store(folder).confirm(joining, AT)
    assert ledger.take([Step("ari@example.org", State.SENDING)]) == [True]


def test_what_was_cut_off_is_uncertain_and_stays_so(ledger: Ledger, folder: Path) -> None:
    ledger.take([Step("ari@example.org", State.SENDING)])
    with Ledger(folder, ISSUE) as later:
        later.begin("words", "news", copies("ari@example.org", "bo@example.org"))
        assert states(later) == {"ari@example.org": State.UNCERTAIN, "bo@example.org": State.QUEUED}
        assert later.take([Step("ari@example.org", State.SENDING)]) == [False]


def test_other_words_are_refused_once_somebody_may_have_them(ledger: Ledger) -> None:
    ledger.begin("other words", "news", copies("ari@example.org"))
    ledger.take([Step("ari@example.org", State.SENDING)])
    with pytest.raises(Changed, match="1 readers may have"):
        ledger.begin("words", "news", copies("ari@example.org"))
    assert ledger.digest() == "other words"


def test_who_leaves_the_list_is_out_and_who_comes_back_is_in(ledger: Ledger, folder: Path) -> None:
    ledger.begin("words", "news", copies("bo@example.org"))
    assert states(ledger) == {"ari@example.org": State.SUPPRESSED, "bo@example.org": State.QUEUED}
    ledger.begin("words", "news", copies("ari@example.org", "bo@example.org"))
    assert ledger.counts() == {State.QUEUED: 2}
    suppress(folder, "ari@example.org", "unsubscribed", AT)
    ledger.take([Step("ari@example.org", State.SUPPRESSED)])
    ledger.begin("words", "news", copies("ari@example.org", "bo@example.org"))
    assert states(ledger)["ari@example.org"] is State.SUPPRESSED


def test_two_commands_do_not_write_at_once(folder: Path) -> None:
    with alone(folder), pytest.raises(Busy), alone(folder):
        pass
    with alone(folder):
        pass


def test_an_issue_goes_out_here_or_by_one_engine(ledger: Ledger, folder: Path) -> None:
    assert claim(folder, ISSUE, "listmonk", AT).id == ""
    answered(folder, ISSUE, "17")
    assert claim(folder, ISSUE, "listmonk", AT).id == "17"
    with pytest.raises(Taken, match="listmonk"):
        claim(folder, ISSUE, "mailchimp", AT)
    with pytest.raises(HandedOver, match="listmonk"):
        ledger.begin("words", "news", copies("ari@example.org"))
    ledger.issue = "2027-03"
    ledger.begin("words", "news", [Copy("ari@example.org", "<x@example.org>", "")])
    ledger.take([Step("ari@example.org", State.SENDING)])
    with pytest.raises(Taken, match="from here"):
        claim(folder, "2027-03", "listmonk", AT)
    claim(folder, "2027-06", "listmonk", AT)
    assert forget(folder, "2027-06")
    assert claimed(folder, "2027-06") is None
    assert set(issues(folder)) == {(ISSUE, "news"), ("2027-03", "news")}


def test_whoever_is_erased_is_in_no_byte_of_the_folder(ledger: Ledger, folder: Path) -> None:
    ledger.take([Step("ari@example.org", State.SENDING), Step("ari@example.org", State.SENT, "250")])
    erased(folder, "Ari@Example.org", Store(folder).mark("ari@example.org"))
    assert ledger.counts() == {State.SENT: 1, State.QUEUED: 1}
    assert not [path for path in folder.iterdir() if b"ari@example.org" in path.read_bytes()]


def test_a_file_that_is_no_ledger_is_left_alone(folder: Path) -> None:
    (folder / "ledger.db").write_bytes(b"somebody's letters, not a database" * 100)
    with pytest.raises(Unknown, match="not a ledger"):
        opened(folder)


def test_the_ledger_of_a_newer_press_is_left_alone(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ledger.db")) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(Unknown, match="newer press"):
        opened(folder)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("ari@example.org", "ari@example.org"),
        (" Ari+news@Example.ORG. ", "Ari+news@example.org"),
        ("jo@bücher.example", "jo@xn--bcher-kva.example"),
        ("jörg@example.org", "jörg@example.org"),
        ("o'neil@example.co.uk", "o'neil@example.co.uk"),
    ],
)
def test_an_address_is_written_as_relays_want_it(given: str, written: str) -> None:
    assert wire(given) == written


@pytest.mark.parametrize(
    "given",
    [
        "",
        "ari",
        "@example.org",
        "ari@",
        "ari@localhost",
        "ari@exa mple.org",
        "a b@example.org",
        ".ari@example.org",
        "a..b@example.org",
        "ari@example.org\r\nRCPT TO:<eve@example.org>",
        "ari@example.org>",
        "<ari@example.org>",
        "ari@-example.org",
        "ari@example..org",
        '"ari"@example.org',
        "ari@[192.0.2.1]",
        "x" * 65 + "@example.org",
        "ari@" + "x" * 64 + ".org",
        "ari@" + ".".join(["x" * 60] * 5) + ".org",
        "a\N{RIGHT-TO-LEFT OVERRIDE}b@example.org",
        "ari@exa\x00mple.org",
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(given: str) -> None:
    with pytest.raises(NoAddress) as why:
        wire(given)
    assert not given or given not in str(why.value)


def test_one_person_has_one_key_and_one_message() -> None:
    assert key("Ari@Example.org") == key("ari@example.org")
    names = {message_id(issue, who, "x.example") for issue in ("1", "2") for who in ("a@b.example", "A@B.example")}
    assert len(names) == 2
