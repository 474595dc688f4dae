"""What may have become of one reader's copy of an issue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where a copy is. From ``sending`` it goes to what the relay said; without an answer it is ``uncertain``."""

    QUEUED = "queued"
    """Nothing was handed over yet."""
    SENDING = "sending"
    """The relay has the words, but not the dot that ends them; written down before the dot goes out."""
    SENT = "sent"
    """The relay took it (RFC 5321, section 4.2.5)."""
    DEFERRED = "deferred"
    """The relay did not take it this time, and may another time."""
    FAILED = "failed"
    """The relay will not take it, or refused it too often."""
    SUPPRESSED = "suppressed"
    """The reader must not get it: they took their yes back, or left the list."""
    UNCERTAIN = "uncertain"
    """The dot may have gone out, and no answer came: never sent again by itself."""


WAITING = (State.QUEUED, State.DEFERRED)
"""What may be sent."""
TOUCHED = (State.SENDING, State.SENT, State.UNCERTAIN)
"""What readers may have seen: while one copy is such, the issue's words are fixed."""

BEFORE: Mapping[State, tuple[State, ...]] = {
    State.QUEUED: (State.UNCERTAIN, State.FAILED),
    State.SENDING: WAITING,
    State.SENT: (State.SENDING, State.UNCERTAIN),
    State.DEFERRED: (*WAITING, State.SENDING),
    State.FAILED: (*WAITING, State.SENDING),
    State.SUPPRESSED: WAITING,
    State.UNCERTAIN: (State.SENDING,),
}
"""From where a copy may come into each state. Back into the queue it comes only by a person's word or a relay's log."""
