"""What is said of one thing that decides whether mail arrives: that it is well, or what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    """How well something is."""

    WELL = "well"
    LOOK = "look"
    """It works, and would work better otherwise; or we cannot see it from here."""
    MEND = "mend"
    """Mail will be refused, or thrown away, or taken for somebody else's."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What was looked at, how well it is, and what to do."""

    what: str
    health: Health
    said: str
    fix: str = ""

    def __str__(self) -> str:
        """Write it for a person, on one line or two."""
        fix = f"\n          {self.fix}" if self.fix else ""
        return f"{self.health.value:<5} {self.what:<5} {self.said}{fix}"


def well(what: str, said: str) -> Advice:
    """Say that something is well."""
    return Advice(what, Health.WELL, said)


def look(what: str, said: str, fix: str = "") -> Advice:
    """Say that a person should look at something."""
    return Advice(what, Health.LOOK, said, fix)


def mend(what: str, said: str, fix: str) -> Advice:
    """Say that something must be put right."""
    return Advice(what, Health.MEND, said, fix)
