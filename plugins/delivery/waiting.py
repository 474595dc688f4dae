"""The copies that wait for their turn, each with the time before which it must not be tried."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from plugins.delivery.ledger import Copy


@dataclass(order=True, slots=True)
class Wait:
    """One copy that waits."""

    due: float
    number: int
    copy: Copy = field(compare=False)
    tries: int = field(compare=False)
    """How often the reader's mailbox has put us off."""
    faults: int = field(default=0, compare=False)
    """How often the relay has, in this send."""


class Waiting:
    """A queue by due time; what is taken is under way until it is put back or done with."""

    def __init__(self, copies: Iterable[Copy]) -> None:
        """Begin with copies that are all due."""
        self._heap = [Wait(0.0, number, copy, copy.tries) for number, copy in enumerate(copies)]
        self._under_way = 0

    def __len__(self) -> int:
        """Count the copies that wait or are under way."""
        return len(self._heap) + self._under_way

    def next_due(self) -> float:
        """Give when the next copy is due; endless where none waits."""
        return self._heap[0].due if self._heap else float("inf")

    def take(self, now: float) -> Wait | None:
        """Give a copy that is due, and call it under way."""
        if self.next_due() > now:
            return None
        self._under_way += 1
        return heapq.heappop(self._heap)

    def put_back(self, one: Wait, due: float) -> None:
        """Let a copy wait again."""
        one.due = due
        heapq.heappush(self._heap, one)
        self._under_way -= 1

    def done(self) -> None:
        """Be done with a copy that was under way."""
        self._under_way -= 1
