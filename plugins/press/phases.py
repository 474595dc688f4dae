"""How long each phase of a build takes: wall and CPU, with what the workers spent."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase that is over, in seconds."""

    name: str
    wall: float
    cpu: float


class Phases(list[Phase]):
    """The phases of one build, in their order."""

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Measure what is done meanwhile."""
        wall, cpu = perf_counter(), _cpu()
        try:
            yield
        finally:
            self.append(Phase(name, perf_counter() - wall, _cpu() - cpu))


def table(phases: Iterable[Phase]) -> str:
    """Write phases as a table, with their sum."""
    every = list(phases)
    total = Phase("together", sum(one.wall for one in every), sum(one.cpu for one in every))
    wide = max(len(one.name) for one in (*every, total))
    head = f"{'phase':{wide}}    wall     CPU"
    return "\n".join([head, *(f"{one.name:{wide}} {one.wall:6.2f} s {one.cpu:5.2f} s" for one in (*every, total))])


def _cpu() -> float:
    found = os.times()
    return found.user + found.system + found.children_user + found.children_system


phases = Phases()
"""Those of this process: it builds once."""
