"""Amazon SES by its API (version 2): one call for each reader, each of them written down before and after."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore import exceptions
from botocore.config import Config

from plugins.delivery.addresses import NoAddress, message_id, wire
from plugins.delivery.composing import NO_EDITION
from plugins.delivery.proofs import marked
from plugins.delivery.template import NoTemplate, Recipient, Template, template
from plugins.handover.claims import ledger
from plugins.handover.package import Package
from plugins.model.readers import fitting
from plugins.subscribers import Store, Subscriber
from plugins.view.editions import UNSUBSCRIBE

_RESERVE = """
INSERT INTO handed_copy SELECT ?1, ?2, 'sending', '', ?3
WHERE ?2 NOT IN (SELECT mark FROM lists.suppression) ON CONFLICT DO NOTHING
"""
_PASSING = frozenset({"TooManyRequestsException", "Throttling", "ThrottlingException", "LimitExceededException"})
"""What SES says where it did not take a message and may take it later."""
_READERS = frozenset({"BadRequestException", "InvalidParameterValue"})
"""What it says of one reader's address."""
_NOT_REACHED = (
    exceptions.NoCredentialsError,
    exceptions.PartialCredentialsError,
    exceptions.EndpointConnectionError,
    exceptions.ConnectTimeoutError,
)
"""Faults in which SES heard nothing; in others that are no answer it may have."""
TRIES, PAUSE = 5, 2.0
Faults = (exceptions.BotoCoreError, exceptions.ClientError)


class Stopped(Exception):  # noqa: N818 - it names what happened
    """SES takes nothing any more; the message says what it said."""


@dataclass(frozen=True)
class Ses:
    """One issue on its way through SES."""

    client: Any
    store: Store
    folder: Path
    issue: str
    address: str
    """Where people leave: https://news.example.org, without a slash at the end."""

    def room(self) -> tuple[float, float]:
        """Give how many messages SES takes in a second, and how many more today. Raises Stopped."""
        try:
            quota = self.client.get_account()["SendQuota"]
        except Faults as error:
            raise Stopped(_said(error)) from None
        return quota["MaxSendRate"], quota["Max24HourSend"] - quota["SentLast24Hours"]

    def test(self, packages: Iterable[Package], address: str) -> None:
        """Send each edition to one address, marked as a proof. Raises Stopped."""
        for package in packages:
            try:
                proof = marked(_edition(package))
                self._send(self._copy(proof, Subscriber(address, "", "", "", "")), address)
            except NoAddress as why:
                raise Stopped(str(why)) from None
            except Faults as error:
                raise Stopped(_said(error)) from None

    def send(
        self, packages: Iterable[Package], members: Iterable[Subscriber], rate: float, at: datetime
    ) -> Counter[str]:
        """Send each reader their copy, once; count what became of them. Whatever an earlier run did stands.

        Raises Stopped where SES takes nothing any more, and NoAddress for a list that was not made by the store.
        """
        editions = {package.readers: _edition(package) for package in packages}
        done: Counter[str] = Counter(uncertain=self._cut_off())
        due = time.monotonic()
        for reader in members:
            slugs = (readers.slug for readers in fitting(reader.audience, reader.area))
            edition = next((editions[slug] for slug in slugs if slug in editions), None)
            if edition is None:
                done[NO_EDITION] += 1
            elif not self._reserved(reader, at):
                done["had it, or wants none"] += 1
            else:
                time.sleep(max(0.0, due - time.monotonic()))
                due = max(due, time.monotonic()) + 1 / rate
                done[self._once(self._copy(edition, reader), reader)] += 1
        return done

    def _copy(self, edition: Template, reader: Subscriber) -> bytes:
        """Write a reader's copy; SES gives it a name of its own."""
        name = message_id(self.issue, reader.address, urlsplit(self.address).hostname or "localhost")
        way_out = f"{self.address}/stop/{reader.token}" if reader.token else f"{self.address}/"
        return edition.message(Recipient(wire(reader.address), name, way_out, reader.name))

    def _cut_off(self) -> int:
        """Call uncertain what a run that was cut off left behind: it is never sent again. Say how many there are."""
        with ledger(self.folder) as rows:
            left = "UPDATE handed_copy SET state = 'uncertain' WHERE issue = ? AND state = 'sending'"
            return rows.execute(left, (self.issue,)).rowcount

    def _reserved(self, reader: Subscriber, at: datetime) -> bool:
        """Write down that a copy is about to go, if nobody has sent it and its reader still wants it."""
        with ledger(self.folder) as rows:
            row = (self.issue, self.store.mark(reader.address), at.isoformat(timespec="seconds"))
            return rows.execute(_RESERVE, row).rowcount == 1

    def _once(self, message: bytes, reader: Subscriber) -> str:
        """Send a copy, and write down what became of it. Raises Stopped; then the copy is as if never begun."""
        tries = TRIES
        while True:
            try:
                return self._became("sent", reader, self._send(message, reader.address))
            except Faults as error:
                tries -= 1
                code = _code(error)
                if not code and not isinstance(error, _NOT_REACHED):
                    return self._became("uncertain", reader)
                if code in _READERS:
                    return self._became("failed", reader)
                if code not in _PASSING or not tries:
                    self._released(reader)
                    raise Stopped(_said(error)) from None
                time.sleep(PAUSE)

    def _send(self, message: bytes, address: str) -> str:
        answer = self.client.send_email(Destination={"ToAddresses": [address]}, Content={"Raw": {"Data": message}})
        return str(answer["MessageId"])

    def _became(self, state: str, reader: Subscriber, identity: str = "") -> str:
        with ledger(self.folder) as rows:
            row = (state, identity, self.issue, self.store.mark(reader.address))
            rows.execute("UPDATE handed_copy SET state = ?, id = ? WHERE issue = ? AND mark = ?", row)
        return state

    def _released(self, reader: Subscriber) -> None:
        with ledger(self.folder) as rows:
            row = (self.issue, self.store.mark(reader.address))
            rows.execute("DELETE FROM handed_copy WHERE issue = ? AND mark = ? AND state = 'sending'", row)


def _edition(package: Package) -> Template:
    """Take an edition's message apart. Raises Stopped for one that nobody could leave by."""
    try:
        return template(package.message, UNSUBSCRIBE)
    except NoTemplate as why:
        message = f"The edition {package.name} cannot be sent: {why}."
        raise Stopped(message) from None


def client() -> Any:
    """Give what speaks to SES; it tries nothing twice by itself, for then nobody knew how often it sent.

    Raises Stopped where its settings are missing.
    """
    try:
        return boto3.client("sesv2", config=Config(retries={"total_max_attempts": 1}))
    except Faults as error:
        raise Stopped(_said(error)) from None


def _code(error: Exception) -> str:
    """Give what SES answered, in its word; nothing where no answer came, so that it may have sent."""
    answer = getattr(error, "response", None)
    if not isinstance(answer, dict):
        return ""
    status = answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return str(answer.get("Error", {}).get("Code", "")) if status < 500 else ""  # noqa: PLR2004 - a fault of theirs


def _said(error: Exception) -> str:
    """Say what went wrong, without what may hold an address."""
    return f"Amazon SES takes nothing now: {_code(error) or type(error).__name__}."
