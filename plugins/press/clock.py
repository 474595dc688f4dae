"""The one place where the press looks at a clock."""

from __future__ import annotations

import os
from datetime import datetime

from plugins.model.clock import LONDON, exists


class NoSuchTime(ValueError):  # noqa: N818 - it names what happened
    """``AS_OF`` is not a time."""


def as_of() -> datetime:
    """Give the instant the build happens at: ``AS_OF`` from the environment, else now, in London.

    ``AS_OF`` is a day (its first instant counts) or a day and time, ISO 8601. Raises NoSuchTime for anything else.
    """
    asked = os.environ.get("AS_OF", "").strip()
    if not asked:
        return datetime.now(LONDON)  # noqa: TID251 - this is that one place
    try:
        found = datetime.fromisoformat(asked)
    except ValueError:
        message = f"AS_OF is “{asked}”. Write a day, or a day and a time: AS_OF=2026-12-01 or AS_OF=2026-12-01T18:30."
        raise NoSuchTime(message) from None
    found = found.astimezone(LONDON) if found.tzinfo else found.replace(tzinfo=LONDON)
    if not exists(found):
        message = f"AS_OF is “{asked}”, a time that the clocks skip in spring. Write another."
        raise NoSuchTime(message)
    return found
