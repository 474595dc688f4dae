"""A send: letters on many connections, each step of a copy in the ledger, until all are done or something stops it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from time import monotonic

from plugins.delivery.attempt import Letter, Verdict, attempt
from plugins.delivery.journal import Journal, Unwritten
from plugins.delivery.ledger import Copy, Step
from plugins.delivery.outlet import Outlet
from plugins.delivery.pace import Pace
from plugins.delivery.replies import Blame
from plugins.delivery.smtp import Conversation, Lost, Unusable
from plugins.delivery.states import State
from plugins.delivery.waiting import Wait, Waiting

TICK = 0.05
"""Seconds between two looks at whether there is something to do again."""
IDLE = 5.0
"""Seconds for which a connection is not kept open for nothing."""


class Why(Enum):
    """Why a send ended."""

    DONE = auto()
    ASKED = auto()
    """Somebody stopped it."""
    RELAY = auto()
    """The relay cannot be used, or takes nothing."""
    CONTENT = auto()
    """What is being sent may not be sent any more."""
    DISK = auto()
    """The ledger cannot be written."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a send ended, in a word and in a sentence."""

    why: Why = Why.DONE
    said: str = ""


class Sending:
    """One send of one issue. ``counts`` and ``left`` may be read while it goes on, ``ending`` after it."""

    def __init__(
        self, outlet: Outlet, journal: Journal, copies: Iterable[Copy], compose: Callable[[Copy], Letter]
    ) -> None:
        """Take what waits, and what makes a letter of a copy. Raises NoRelay."""
        self._outlet, self._journal, self._compose = outlet, journal, compose
        self._waiting = Waiting(copies)
        self._policy, self._pace = outlet.policy, Pace(outlet.policy)
        self._context = outlet.context()
        self._refused: list[Copy] = []
        self._doubts = self._open = 0
        self._stopped = asyncio.Event()
        self.counts: Counter[State] = Counter()
        self.trouble = ""
        """The relay's last fault, while it takes nothing."""
        self.ending = Ending()

    @property
    def left(self) -> int:
        """Count the copies that are not done with."""
        return len(self._waiting)

    def stop(self, why: Why = Why.ASKED, said: str = "") -> None:
        """Take up no more copies; those under way are ended properly."""
        if not self._stopped.is_set():
            self._stopped.set()
            self.ending = Ending(why, said)

    async def run(self) -> None:
        """Send until nothing waits, or until it is stopped."""
        async with asyncio.TaskGroup() as group:
            for number in range(self._policy.connections):
                group.create_task(self._work(number))

    async def _work(self, number: int) -> None:
        """Be one connection, as long as there is something to send and the relay bears so many."""
        talk: Conversation | None = None
        try:
            while self.left and not self._stopped.is_set():
                allowed = number < self._pace.limit
                one = self._waiting.take(monotonic()) if allowed else None
                if one is not None:
                    talk = await self._try(one, talk)
                    continue
                if not allowed or self._waiting.next_due() > monotonic() + IDLE:
                    await self._part(talk)
                    talk = None
                await asyncio.sleep(TICK)
        finally:
            await self._part(talk)

    async def _try(self, one: Wait, talk: Conversation | None) -> Conversation | None:
        """Try one copy; give the connection back if it is good for more."""
        try:
            if talk is None:
                talk = await self._outlet.open(self._context)
                self._open += 1
            await self._pace.turn()
            verdict = await attempt(talk, self._outlet.sender, self._compose(one.copy), self._journal)
        except Lost as lost:
            self._drop(talk)
            await self._rest(one, str(lost))
            return None
        except (Unusable, Unwritten) as why:
            self._waiting.put_back(one, 0)
            self.stop(Why.RELAY if isinstance(why, Unusable) else Why.DISK, str(why))
            self._drop(talk)
            return None
        if verdict.lost:
            self._drop(talk)
        await self._hear(one, verdict)
        return None if verdict.lost else talk

    async def _hear(self, one: Wait, verdict: Verdict) -> None:
        """Write down how an attempt ended, and go by it."""
        if verdict.state is State.DEFERRED and verdict.blame is Blame.READER:
            self._put_off(one, verdict.said)
        elif verdict.state is State.DEFERRED:
            self._journal.report(Step(one.copy.address, State.DEFERRED, verdict.said))
            await self._rest(one, verdict.said)
        else:
            self._settle(one.copy, verdict.state, verdict.said)
            if verdict.state is State.UNCERTAIN:
                self._doubt()
            elif verdict.blame is Blame.OURS:
                self._refuse(one.copy, verdict.said)
            elif verdict.state is State.SENT:
                self._pace.went_on()
                self.trouble = ""
                self._refused.clear()
                self._doubts = 0

    def _settle(self, copy: Copy, state: State, said: str, *, tried: bool = False) -> None:
        self._journal.report(Step(copy.address, state, said, tried))
        self.counts[state] += 1
        self._waiting.done()

    def _put_off(self, one: Wait, said: str) -> None:
        """Leave a reader's mailbox alone for a while, or for good."""
        self._pace.went_on()
        one.tries += 1
        if one.tries >= self._policy.tries:
            self._settle(one.copy, State.FAILED, f"{said}, {one.tries} times", tried=True)
            return
        self._journal.report(Step(one.copy.address, State.DEFERRED, said, tried=True))
        self._waiting.put_back(one, monotonic() + self._pace.again(one.tries))

    def _refuse(self, copy: Copy, said: str) -> None:
        """Count the refusals of our message; where everybody's is refused, nobody is lost for that."""
        self._refused.append(copy)
        if len(self._refused) >= self._policy.refusals:
            for each in self._refused:
                self._journal.report(Step(each.address, State.QUEUED, said))
            self.counts[State.FAILED] -= len(self._refused)
            self.stop(Why.RELAY, f"The relay refuses this message, whomever it is for: {said}.")

    def _doubt(self) -> None:
        """Count the copies without an answer; a relay that never answers makes no more of them."""
        self._doubts += 1
        self._pace.faltered(self._open)
        if self._doubts > self._policy.connections + self._policy.doubts:
            self.stop(Why.RELAY, "The relay takes messages and then says nothing, or hangs up.")

    async def _rest(self, one: Wait, said: str) -> None:
        """Let a copy wait, and the relay rest."""
        self.trouble = said
        pause = self._pace.faltered(self._open)
        one.faults += 1
        self._waiting.put_back(one, monotonic() + self._pace.pause(one.faults))
        if self._pace.stuck:
            self.stop(Why.RELAY, f"The relay takes nothing; its last fault was: {said}.")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), pause)

    async def _part(self, talk: Conversation | None) -> None:
        if talk:
            self._open -= 1
            await talk.close()

    def _drop(self, talk: Conversation | None) -> None:
        if talk:
            self._open -= 1
            talk.drop()
