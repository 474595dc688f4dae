"""A sender in a process of its own, which may be killed at any moment or dies by itself at a named one."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from plugins.delivery import ledger, sending, smtp
from plugins.delivery.composing import Issue, Mailing
from plugins.delivery.delivering import Look, deliver
from plugins.delivery.locking import alone
from plugins.delivery.outlet import Outlet
from plugins.delivery.pace import Policy
from plugins.delivery.relay import Relay, Safety
from plugins.delivery.smtp import Waits
from plugins.delivery.template import template
from plugins.model.readers import EVERYBODY
from tests.delivery.lists import members

PLACEHOLDER = "https://clnm-press.invalid/unsubscribe"
FAST = Policy(connections=8, first_pause=0.01, longest_pause=0.05, again=0.01, tries=50, patience=20, doubts=10_000)
"""For a relay whose faults are over in a moment."""
SOON = Waits(connect=5, reply=5, end=0.5)


@dataclass(frozen=True)
class Order:
    """What to send, where, and when to die."""

    folder: Path
    port: int
    words: str = "Hello!\n"
    policy: Policy = field(default_factory=lambda: FAST)
    waits: Waits = field(default_factory=lambda: SOON)
    dies_at: str = ""
    """A name of ``POINTS``."""
    nth: int = 1


def edition(words: str = "Hello!\n") -> bytes:
    """Make a small edition, as the press makes large ones."""
    made = EmailMessage(policy=SMTP.clone(max_line_length=76))
    made["From"] = "The news team <news@clnm.example.org>"
    made["To"] = "undisclosed-recipients:;"
    made["Subject"] = "New reps, warm homes and a winter meet-up"
    made["Message-ID"] = "<newsletter.2026-12@clnm.example.org>"
    made.set_content(f"{words}\nStop: {PLACEHOLDER}\n", cte="quoted-printable")
    html = f'<p lang="en" title="a = b">{words}</p><p><a href="{PLACEHOLDER}">Stop getting this newsletter</a>\n'
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    made.set_boundary("=_0123456789abcdef01234567")
    ways = f"<{PLACEHOLDER}>, <mailto:news@clnm.example.org?subject=unsubscribe>"
    lists = f"List-Unsubscribe: {ways}\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    return lists.encode() + made.as_bytes()


def issue(words: str = "Hello!\n") -> Issue:
    """Give an issue with one edition."""
    made = template(edition(words), PLACEHOLDER)
    return Issue("2026-12", "clnm.example.org", {EVERYBODY: made}, "https://lists.example.org/u/{token}")


def send(order: Order, look: Look | None = None) -> sending.Sending:
    """Send to the list ``news`` what the ledger says is not sent yet."""
    mailing = Mailing.to(issue(order.words), members(order.folder))
    relay = Relay("127.0.0.1", order.port, Safety.NONE)
    outlet = Outlet(relay, "bounces@clnm.example.org", "sender.example.org", order.policy, order.waits)
    with alone(order.folder), ledger.Ledger(order.folder, "2026-12") as book:
        book.begin(mailing.issue.digest, "news", mailing)
        return asyncio.run(deliver(book, outlet, mailing, look))


def _before(owner: Any, name: str) -> Callable[[Callable[[], None]], None]:
    def patch(pass_by: Callable[[], None]) -> None:
        real = getattr(owner, name)
        if asyncio.iscoroutinefunction(real):

            async def wrapped(*given: Any, **named: Any) -> Any:
                pass_by()
                return await real(*given, **named)

        else:

            def wrapped(*given: Any, **named: Any) -> Any:  # type: ignore[misc]  # one or the other
                pass_by()
                return real(*given, **named)

        setattr(owner, name, wrapped)

    return patch


def _after(owner: Any, name: str) -> Callable[[Callable[[], None]], None]:
    def patch(pass_by: Callable[[], None]) -> None:
        real = getattr(owner, name)
        if asyncio.iscoroutinefunction(real):

            async def wrapped(*given: Any, **named: Any) -> Any:
                answer = await real(*given, **named)
                pass_by()
                return answer

        else:

            def wrapped(*given: Any, **named: Any) -> Any:  # type: ignore[misc]  # one or the other
                answer = real(*given, **named)
                pass_by()
                return answer

        setattr(owner, name, wrapped)

    return patch


POINTS = {
    "before the ledger begins": _before(ledger.Ledger, "_part_with_leavers"),
    "after the ledger has begun": _after(ledger.Ledger, "begin"),
    "before the words": _before(smtp.Conversation, "words"),
    "after the words": _after(smtp.Conversation, "words"),
    "within a commit": _after(ledger.Ledger, "_take"),
    "before a commit": _before(ledger.Ledger, "take"),
    "after a commit": _after(ledger.Ledger, "take"),
    "before the dot": _before(smtp.Conversation, "dot"),
    "after the dot": _before(smtp.Conversation, "answer"),
    "after the answer": _after(smtp.Conversation, "dot"),
}
"""Where a sender may die: how to count how often it passes there."""


def _obey(order: Order) -> None:
    passed = 0

    def pass_by() -> None:
        nonlocal passed
        passed += 1
        if passed == order.nth:
            os.kill(os.getpid(), signal.SIGKILL)

    if order.dies_at:
        POINTS[order.dies_at](pass_by)
    send(order)


_FORGE = multiprocessing.get_context("forkserver")
_FORGE.set_forkserver_preload(["tests.delivery.sender"])


def begun(order: Order) -> multiprocessing.process.BaseProcess:
    """Start a sender; it is forked from a process that has imported everything."""
    process = _FORGE.Process(target=_obey, args=(order,))
    process.start()
    return process


def dying(order: Order, point: str, nth: int) -> Order:
    """Give an order to die."""
    return replace(order, dies_at=point, nth=nth)
