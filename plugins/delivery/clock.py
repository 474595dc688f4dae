"""The one place where delivery looks at a clock: a letter leaves when it leaves, whatever AS_OF says."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Give the time, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - see above
