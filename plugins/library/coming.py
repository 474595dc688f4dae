"""When something next appears or disappears by itself, so that a build can be planned for that instant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plugins.library.changes import Change
from plugins.library.entry import Entry
from plugins.model.clock import LONDON


def next_changes(entries: Iterable[Entry], as_of: datetime) -> tuple[Change, ...]:
    """Give all that changes by itself at the next instant at which anything does; nothing if nothing ever will."""
    now = as_of.timestamp()
    coming = [(at, entry.id, what) for entry in entries for at, what in entry.spine.changes if at > now]
    first = min((at for at, _, _ in coming), default=None)
    return tuple(
        Change(datetime.fromtimestamp(at, LONDON), name, what) for at, name, what in sorted(coming) if at == first
    )
