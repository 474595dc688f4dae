"""How fast to send: as many connections as the relay bears, a rate nobody minds, and patience with faults."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

FIRST = 4
"""Connections to begin with; each copy that is taken allows another one."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a send may ask of a relay. Times are seconds."""

    connections: int = 16
    rate: float = 0.0
    """Messages a second at the most; 0 is as many as the relay takes."""
    first_pause: float = 1.0
    """After a fault of the relay; doubled with each that follows."""
    longest_pause: float = 60.0
    patience: float = 900.0
    """So long may the relay take nothing at all before the send stops; what waits is sent by the next one."""
    tries: int = 5
    """So often may a reader's mailbox put us off before it is given up."""
    again: float = 30.0
    """After a mailbox has put us off; doubled each time."""
    doubts: int = 5
    """So many copies beyond one for each connection may be left without an answer in a row before the send stops."""
    refusals: int = 20
    """So many refusals of our message in a row, with none taken, and the send stops: it would be the same for all."""


class Pace:
    """Says when and on how many connections to go on, from how the relay takes it."""

    def __init__(self, policy: Policy, clock: Callable[[], float] = monotonic) -> None:
        """Begin with few connections."""
        self._policy, self._clock = policy, clock
        self.limit = min(FIRST, policy.connections)
        self._faults = 0
        self._moved = self._next = clock()

    @property
    def stuck(self) -> bool:
        """Say whether the relay has taken nothing for so long that waiting on makes no sense."""
        return bool(self._faults) and self._clock() - self._moved > self._policy.patience

    def went_on(self) -> None:
        """Hear that the relay gave a definite answer."""
        self._faults = 0
        self._moved = self._clock()
        self.limit = min(self.limit + 1, self._policy.connections)

    def again(self, times: int) -> float:
        """Say how long a reader's mailbox is left alone that has put us off so many times."""
        return float(self._policy.again * 2 ** (times - 1))

    def faltered(self, open_connections: int) -> float:
        """Hear of a fault of the relay, beside so many connections; give how long to let it rest."""
        self._faults += 1
        self.limit = max(1, min(self.limit - 1, open_connections))
        return self.pause(self._faults) * random.uniform(0.5, 1)  # noqa: S311 - so that not all come back at once

    def pause(self, faults: int) -> float:
        """Say how long to rest after so many faults in a row."""
        return min(self._policy.longest_pause, self._policy.first_pause * float(2 ** min(faults - 1, 16)))

    async def turn(self) -> None:
        """Wait until the rate lets another message go."""
        if self._policy.rate > 0:
            at = max(self._next, self._clock())
            self._next = at + 1 / self._policy.rate
            await asyncio.sleep(at - self._clock())
