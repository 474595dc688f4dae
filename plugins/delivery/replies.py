"""What a relay answers (RFC 5321, section 4.2), and whose fault a refusal is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Reply:
    """A code, and the lines of text that came with it."""

    code: int
    lines: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Say whether the relay did what it was asked."""
        return self.code // 100 in {2, 3}

    @property
    def passing(self) -> bool:
        """Say whether it may go better another time."""
        return self.code // 100 == 4  # noqa: PLR2004 - RFC 5321, section 4.2.1

    @property
    def enhanced(self) -> str:
        """Give the enhanced code (RFC 3463), ``4.2.2``; nothing where there is none."""
        found = _ENHANCED.match(self.lines[0]) if self.lines else None
        return found[1] if found else ""

    @property
    def shown(self) -> str:
        """Give what may be printed and kept: the codes. The text may hold an address."""
        return " ".join(filter(None, (str(self.code), self.enhanced)))


class SmtpStage(Enum):
    """What a relay was asked when it answered."""

    SENDER = auto()
    RECIPIENT = auto()
    DATA = auto()
    END = auto()
    """The dot that ends the words."""


class Blame(Enum):
    """Whose fault it is that a copy was not taken."""

    READER = auto()
    """This reader's mailbox: a passing fault uses up one of its tries, a lasting one ends them."""
    RELAY = auto()
    """The relay's, or the way to it: nobody's tries are used up, however long it lasts."""
    OURS = auto()
    """Our message, our sender or our standing: it would be the same for the next reader."""


_MAILBOX = (".1.", ".2.")
"""Enhanced codes of addresses and of mailboxes (RFC 3463, sections 3.2 and 3.3)."""
_UNAVAILABLE, _CLOSING = 450, 421
_NO_MAILBOX = frozenset({_UNAVAILABLE, 550, 551, 552, 553})
"""Codes that speak of a mailbox where no enhanced code says more (RFC 5321, section 4.2.3)."""


def blame(stage: SmtpStage, reply: Reply) -> Blame:
    """Say whose fault a refusal is.

    Where a relay gives an enhanced code, its subject decides: addresses and mailboxes are the reader's. Else it is the
    reader's only if the relay spoke of a mailbox when it heard the address. What else passes is the relay's fault,
    and what else lasts is ours.
    """
    if reply.code == _CLOSING:
        return Blame.RELAY
    if stage in {SmtpStage.RECIPIENT, SmtpStage.END}:
        subject = reply.enhanced[1:]
        if subject.startswith(_MAILBOX):
            return Blame.READER
        if stage is SmtpStage.RECIPIENT and not subject and reply.code in _NO_MAILBOX:
            return Blame.READER
    return Blame.RELAY if reply.passing else Blame.OURS
