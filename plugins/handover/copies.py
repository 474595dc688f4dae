"""Each reader's own copy of an edition: the message as it is, with their address and their way out in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from plugins.subscribers import Subscriber
from plugins.view.editions import UNSUBSCRIBE

_ANYWHERE = re.compile(rb"(?:=\r\n)?".join(re.escape(letter.encode()) for letter in UNSUBSCRIBE))
"""What stands for the way out in quoted-printable text, wherever its lines are cut (RFC 2045, section 6.7)."""
_NOT_OURS = re.compile(
    rb"(?im)^(?:DKIM-Signature|To|Message-ID):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", re.MULTILINE | re.IGNORECASE
)
_SOFT, _WIDTH = b"=\r\n", 70


@dataclass(frozen=True, slots=True)
class Copies:
    """A message taken apart once, so that each copy is a joining of pieces."""

    head: bytes
    pieces: tuple[bytes, ...]

    @classmethod
    def of(cls, message: bytes) -> Self:
        """Take a message apart; the engine signs it, names it, and says whom it is to."""
        head, _, body = message.partition(b"\r\n\r\n")
        first, *rest = _ANYWHERE.split(body)
        return cls(_NOT_OURS.sub(b"", head + b"\r\n"), (first, *rest))

    def proof(self, address: str, way_out: str) -> bytes:
        """Write a copy for whoever looks at it first; its subject says so."""
        made = self.to(Subscriber(address, "", "", "", ""), way_out)
        return made.replace(b"\r\nSubject: ", b"\r\nSubject: [Proof] ", 1)

    def to(self, reader: Subscriber, way_out: str) -> bytes:
        """Write a reader's copy."""
        head = self.head.replace(UNSUBSCRIBE.encode(), way_out.encode())
        written = way_out.encode().replace(b"=", b"=3D")
        lines = [written[start : start + _WIDTH] for start in range(0, len(written), _WIDTH)]
        gap = _SOFT + _SOFT.join(lines) + _SOFT
        return b"To: " + reader.address.encode() + b"\r\n" + head + b"\r\n" + gap.join(self.pieces)


def chosen(reader: Subscriber, editions: frozenset[str]) -> str | None:
    """Choose the edition that a reader gets, by its name; None where none is for them."""
    places = ("elsewhere",) if not reader.area else (reader.area, "elsewhere")
    named = [f"{reader.audience}-{place}" for place in places if reader.audience]
    wanted: tuple[str, ...] = (*named, reader.audience, *places, "")
    return next((name for name in wanted if name in editions), None)
