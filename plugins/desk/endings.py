"""How a command that sends ends, as an exit code; docs/sending.md lists them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What whoever runs the command must know, and a script can ask."""

    DONE = 0
    """Everybody who is to have it has it."""
    STOPPED = 1
    """It may not be sent as things are, or the ledger cannot be written. What has gone out is in the ledger."""
    WRONG_USE = 2
    LATER = 3
    """Somebody waits: run the same command again."""
    RELAY = 4
    """The relay cannot be used, or takes nothing: put it right, then run the same command again."""
    BUSY = 5
    """Another command is sending or settling."""
    LOOK = 6
    """Nobody waits, but some copies failed or are uncertain: a person must look at them."""
    INTERRUPTED = 130
    """Ctrl-C: run the same command again to go on."""
