"""Group commits: what many connections report meanwhile reaches the disk in one go, in the order it was reported."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from typing import Self

from plugins.delivery.ledger import Ledger, Step


class Unwritten(Exception):  # noqa: N818 - it names what the step is
    """The disk did not take a step; nobody may act as if it had."""


class Journal:
    """Takes steps for a ledger. Use it in ``async with``, which ends when all is on the disk.

    A step is committed with or after those reported before it. So a connection that has reported how one copy ended
    need not wait for that before it reports that the next is being sent: after a cut, one copy is between the states.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Take the ledger; nobody else may use it meanwhile."""
        self._ledger = ledger
        self._steps: list[tuple[Step, asyncio.Future[bool]]] = []
        self._news = asyncio.Event()
        self._over = False
        self.failed: Unwritten | None = None
        """Why the disk takes nothing more; whoever reports then is told so."""

    @classmethod
    @contextlib.asynccontextmanager
    async def of(cls, ledger: Ledger) -> AsyncIterator[Self]:
        """Keep a journal as long as it is used."""
        journal = cls(ledger)
        writing = asyncio.create_task(journal._write())
        try:
            yield journal
        finally:
            journal._over = True
            journal._news.set()
            await writing

    def report(self, step: Step) -> asyncio.Future[bool]:
        """Report a step; the answer says whether it was taken, and comes when the disk has it. It raises Unwritten."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_heard)
        if self.failed:
            answer.set_exception(self.failed)
            return answer
        self._steps.append((step, answer))
        self._news.set()
        return answer

    async def _write(self) -> None:
        while not self._over or self._steps:
            await self._news.wait()
            self._news.clear()
            steps, self._steps = self._steps, []
            if steps:
                await self._commit(steps)

    async def _commit(self, steps: list[tuple[Step, asyncio.Future[bool]]]) -> None:
        try:
            taken = await asyncio.to_thread(self._ledger.take, [step for step, _ in steps])
        except (sqlite3.Error, OSError) as error:
            self.failed = Unwritten(f"The ledger cannot be written: {error}.")
            for _, answer in (*steps, *self._steps):
                answer.set_exception(self.failed)
            self._steps = []
            return
        for (_, answer), one in zip(steps, taken, strict=True):
            answer.set_result(one)


def _heard(answer: asyncio.Future[bool]) -> None:
    """Look at the outcome, so that one for which nobody waits is not called lost."""
    if not answer.cancelled():
        answer.exception()
