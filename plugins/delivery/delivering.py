"""Delivers a mailing: the ledger, its journal, the send, and who watches over it, from the first step to the last."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator

from plugins.delivery.composing import Mailing
from plugins.delivery.journal import Journal
from plugins.delivery.ledger import Ledger
from plugins.delivery.outlet import Outlet
from plugins.delivery.sending import Sending, Why
from plugins.delivery.states import WAITING

GLANCE = 0.2
"""Seconds between two looks for whoever shows how far it is."""
RECHECK = 2.0
"""Seconds between two questions whether the issue may still be sent."""

Look = Callable[[Sending], None]
Objection = Callable[[], str]
"""Says why an issue may not be sent any more; nothing while it may."""


async def deliver(
    ledger: Ledger, outlet: Outlet, mailing: Mailing, look: Look | None = None, objection: Objection | None = None
) -> Sending:
    """Send to everybody who waits in the ledger; a first Ctrl-C ends what is under way and stops.

    Raises NoRelay. Whoever calls holds ``folder.alone`` and has called ``ledger.begin``.
    """
    async with Journal.of(ledger) as journal:
        sending = Sending(outlet, journal, ledger.copies(*WAITING), mailing.letter)
        async with contextlib.AsyncExitStack() as beside:
            beside.enter_context(_stopped_by_signals(sending))
            if look:
                await beside.enter_async_context(_again_and_again(GLANCE, lambda: look(sending)))
            if objection:
                await beside.enter_async_context(_again_and_again(RECHECK, _objecting(sending, objection), apart=True))
            await sending.run()
    if journal.failed:
        sending.stop(Why.DISK, str(journal.failed))
    if look:
        look(sending)
    return sending


def _objecting(sending: Sending, objection: Objection) -> Callable[[], None]:
    loop = asyncio.get_running_loop()

    def ask() -> None:
        why = objection()
        if why:
            loop.call_soon_threadsafe(sending.stop, Why.CONTENT, why)

    return ask


@contextlib.contextmanager
def _stopped_by_signals(sending: Sending) -> Iterator[None]:
    """Let Ctrl-C, or the end of the machine's day, stop a send properly; a second one ends the process at once."""
    loop = asyncio.get_running_loop()

    def stop(number: int) -> None:
        loop.remove_signal_handler(number)
        sending.stop(Why.ASKED, "It was stopped.")

    numbers = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
    for number in numbers:
        loop.add_signal_handler(number, stop, number)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


@contextlib.asynccontextmanager
async def _again_and_again(every: float, do: Callable[[], None], *, apart: bool = False) -> AsyncIterator[None]:
    """Do something every few seconds, beside what is inside; ``apart``: in a thread, because it takes a while."""

    async def forever() -> None:
        while True:
            await asyncio.sleep(every)
            if apart:
                await asyncio.to_thread(do)
            else:
                do()

    task = asyncio.create_task(forever())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
