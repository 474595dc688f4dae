"""One file of the output, before it is made: where it goes, what it is made from, and how to make it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from plugins.model import Problem


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that a room makes.

    ``fingerprint`` stands for everything that decides its bytes; where the manifest has the same, it
    is not made again. ``sources`` are the ids of the documents that show in it.
    """

    path: str
    """Relative to the output folder, with slashes: ``stories/first-keys/index.html``."""
    make: Callable[[], bytes]
    fingerprint: str
    sources: tuple[str, ...] = field(default=())


def fingerprint(*parts: object) -> str:
    """Stand for values by a digest: equal values, and only those, have an equal fingerprint.

    The values are frozen dataclasses, tuples, texts and numbers, whose ``repr`` says all of them.
    """
    return hashlib.sha256(repr((_code(), parts)).encode()).hexdigest()


class CannotMake(Exception):  # noqa: N818 - it names what happened
    """A room cannot make a file for a reason that an editor can mend."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem to whoever prints it."""
        super().__init__(str(problem))
        self.problem = problem


@cache
def _code() -> str:
    """Stand for the press's own code, so that a new version makes everything again."""
    rooms = Path(__file__).resolve().parent.parent
    found = hashlib.sha256()
    for path in sorted(rooms.rglob("*.py")):
        found.update(path.relative_to(rooms).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
