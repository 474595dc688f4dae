"""Amazon SES gets each reader's copy once; whoever leaves meanwhile gets none, and what is unsure is not repeated."""

from __future__ import annotations

import email
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.policy import default
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore import client as botocore
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError
from moto import mock_aws
from moto.ses.models import ses_backends

from plugins import handover
from plugins.delivery.composing import NO_EDITION
from plugins.handover import Package, ses
from plugins.subscribers import Basis, Joining, Store
from plugins.view.editions import UNSUBSCRIBE
from tests.unit.desk.conftest import Ask
from tests.unit.desk.handing import HAND, add_settings, data, issue, right, typing

__all__ = ["data", "issue"]
REGION, ADDRESS = "eu-west-2", "https://news.clnm.example.org"
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
PEOPLE = [f"person{number}@example.org" for number in range(4)]
REAL = botocore.BaseClient._make_api_call


@dataclass
class Direct:
    """An issue on its way through SES, without the desk."""

    folder: Path
    store: Store
    package: Package

    def send(self) -> dict[str, int]:
        """Send it to everybody; give what became of the copies."""
        engine = ses.Ses(ses.client(), self.store, self.folder, "2026-12", ADDRESS)
        return dict(+engine.send([self.package], self.store.members("news"), 1000.0, AT))


def join(folder: Path) -> Store:
    """Put four people on a list."""
    store, day = Store(folder), date(2026, 11, 1)
    store.join([Joining(address=one, basis=Basis.CONSENT, given_on=day, source="A sheet") for one in PEOPLE], AT)
    return store


@pytest.fixture
def amazon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give an SES that takes mail from the site."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setattr(ses, "PAUSE", 0)
    with mock_aws():
        boto3.client("sesv2").create_email_identity(EmailIdentity="clnm.example.org")
        boto3.client("ses").verify_domain_identity(Domain="clnm.example.org")
        answering(monkeypatch)
        yield


@pytest.fixture
def people(issue: Path, data: Path, amazon: None) -> Store:  # noqa: ARG001 - the desk sends through it
    """Give four people on a list, in a project that may send through SES."""
    add_settings(issue, f'SUBSCRIPTIONS_URL = "{ADDRESS}"')
    return join(data)


@pytest.fixture
def direct(tmp_path: Path, amazon: None) -> Direct:  # noqa: ARG001 - it sends through it
    """Give an issue and four people."""
    eml = (
        b"From: News <news@clnm.example.org>\r\nTo: undisclosed-recipients:;\r\nSubject: News\r\n"
        b"List-Unsubscribe: <"
        + UNSUBSCRIBE.encode()
        + b">, <mailto:out@clnm.example.org>\r\n\r\nStop: "
        + UNSUBSCRIBE.encode()
        + b"\r\n"
    )
    package = Package("2026-12", "", "News", "news@clnm.example.org", "", "", (), eml)
    return Direct(tmp_path, join(tmp_path), package)


def answering(monkeypatch: pytest.MonkeyPatch, *faults: Exception | None, before: Any = None) -> list[str]:
    """Let SES answer, or fail as told at each message in turn; give whom it was asked to send to."""
    asked: list[str] = []
    waiting = list(faults)

    def call(self: Any, name: str, given: dict[str, Any]) -> Any:
        if name == "GetAccount":
            return {"SendQuota": {"MaxSendRate": 1000.0, "Max24HourSend": 50_000.0, "SentLast24Hours": 10.0}}
        if name == "SendEmail":
            asked.append(given["Destination"]["ToAddresses"][0])
            if before:
                before(asked[-1])
            fault = waiting.pop(0) if waiting else None
            if fault:
                raise fault
        return REAL(self, name, given)

    monkeypatch.setattr(botocore.BaseClient, "_make_api_call", call)
    return asked


def refusal(code: str, status: int = 400) -> ClientError:
    answer: Any = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(answer, "SendEmail")


def sent() -> list[Any]:
    """Give what SES sent."""
    return list(ses_backends["123456789012"][REGION].sent_messages)


def start(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Any:
    typing("2026-12\n", monkeypatch)
    return ask(*HAND, "ses", "--start")


def states(folder: Path) -> list[str]:
    ledger = sqlite3.connect(folder / "ledger.db")
    found = [state for (state,) in ledger.execute("SELECT state FROM handed_copy ORDER BY state")]
    ledger.close()
    return found


def test_each_reader_gets_the_edition_once_with_their_own_way_out(
    ask: Ask, people: Store, issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = start(ask, monkeypatch)
    right(answer)
    assert "4 sent" in answer.out
    assert "@" not in answer.out
    tokens = {member.address: member.token for member in people.members("news")}
    seen = (issue / "output/editions/2026-12/edition.html").read_bytes().decode()
    for message in sent():
        read = email.message_from_string(message.raw_data, policy=default)
        way_out = f"{ADDRESS}/stop/{tokens.pop(str(read['To']))}"
        assert str(read["List-Unsubscribe"]).startswith(f"<{way_out}>, <mailto:")
        assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        html = read.get_body(("html",))
        assert html is not None
        assert html.get_content().replace("\r\n", "\n") == seen.replace(UNSUBSCRIBE, way_out)
        assert max(map(len, message.raw_data.partition("\r\n\r\n")[2].splitlines())) <= 76
    assert not tokens
    again = start(ask, monkeypatch)
    right(again)
    assert "4 had it" in again.out
    assert len(sent()) == 4


def test_who_leaves_during_the_send_gets_nothing(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, before=lambda _: direct.store.suppress(PEOPLE[2], "left", AT))
    assert direct.send() == {"sent": 3, "had it, or wants none": 1}
    assert PEOPLE[2] not in asked


def test_an_answer_that_was_lost_is_never_tried_again(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, None, ReadTimeoutError(endpoint_url="x"), refusal("Fault", 503))
    assert direct.send() == {"sent": 2, "uncertain": 2}
    assert direct.send() == {"had it, or wants none": 4}
    assert sorted(asked) == PEOPLE
    assert states(direct.folder) == ["sent", "sent", "uncertain", "uncertain"]


@pytest.mark.parametrize("fault", [EndpointConnectionError(endpoint_url="x"), refusal("SendingPausedException")])
def test_when_ses_takes_nothing_it_stops_and_goes_on_later(
    direct: Direct, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, None, fault)
    with pytest.raises(ses.Stopped, match="takes nothing now"):
        direct.send()
    assert states(direct.folder) == ["sent"]
    answering(monkeypatch, refusal("TooManyRequestsException", 429), refusal("BadRequestException"))
    assert direct.send() == {"failed": 1, "had it, or wants none": 1, "sent": 2}


def test_a_run_that_was_killed_leaves_one_uncertain(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(_: str) -> None:
        raise KeyboardInterrupt

    answering(monkeypatch, before=die)
    with pytest.raises(KeyboardInterrupt):
        direct.send()
    assert states(direct.folder) == ["sending"]
    asked = answering(monkeypatch)
    assert direct.send() == {"uncertain": 1, "had it, or wants none": 1, "sent": 3}
    assert len(asked) == 3


def test_who_has_no_edition_is_counted_and_gets_none(direct: Direct) -> None:
    direct.package = replace(direct.package, readers="lhp-staff")
    assert direct.send() == {NO_EDITION: 4}
    assert states(direct.folder) == []


def test_an_edition_that_nobody_could_leave_by_is_not_sent(direct: Direct) -> None:
    direct.package = replace(direct.package, message=direct.package.message.replace(UNSUBSCRIBE.encode(), b"x"))
    with pytest.raises(ses.Stopped, match="cannot be sent"):
        direct.send()


def test_other_words_are_refused_once_somebody_has_it(
    ask: Ask, people: Store, issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del people
    right(start(ask, monkeypatch))
    file = issue / "content/newsletters/2026-12.md"
    file.write_text(file.read_text("utf-8").replace("A price", "Another price"), "utf-8")
    right(ask("edition", "2026-12"))
    assert "in other words than today's" in start(ask, monkeypatch).err
    typing("2026-12\n", monkeypatch)
    answer = ask(*HAND, "ses", "--forget")
    assert answer.code == 1
    assert "cannot be taken back" in answer.err


def test_a_proof_is_marked_and_counts_for_nothing(ask: Ask, people: Store, data: Path) -> None:
    del people
    answer = ask(*HAND, "ses", "--test", "me@example.org")
    right(answer)
    assert "4 people on news. SES takes 1000 a second and 49,990 more today." in answer.out
    (proof,) = sent()
    assert email.message_from_string(proof.raw_data, policy=default)["Subject"].startswith("[Proof] Prices")
    assert handover.claim(data, "2026-12", "listmonk", AT).id == ""


def test_without_a_way_to_leave_nothing_goes(ask: Ask, issue: Path) -> None:
    del issue
    answer = ask(*HAND, "ses")
    assert answer.code == 2
    assert "SUBSCRIPTIONS_URL" in answer.err
