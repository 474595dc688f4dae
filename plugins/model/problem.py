"""What an editor is told when something must be put right: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem weighs: an error stops publishing, a warning asks for a look.

    What only the passing of time has made wrong is overdue: it fails a check, but no build, because
    the next build may be the one that takes somebody's story down.
    """

    ERROR = "error"
    OVERDUE = "overdue"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong with one field, said by a document about itself, before anybody knows its line."""

    field: str
    message: str
    fix: str = ""
    code: str = ""
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor must fix, and where.

    ``path`` is relative to the content folder; ``line`` and ``column`` count from 1, and 0 says
    that the problem belongs to the whole file.
    """

    path: str
    line: int
    field: str
    message: str
    fix: str = ""
    code: str = ""
    level: Level = Level.ERROR
    column: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        what = f"{self.field}: {self.message}" if self.field else self.message
        code = f" [{self.code}]" if self.code else ""
        fix = "".join(f"\n    {line}" for line in self.fix.splitlines())
        return f"{place}: {what}{code}{fix}"

    @property
    def stops(self) -> bool:
        """Whether nothing may be published while this stands."""
        return self.level is Level.ERROR
