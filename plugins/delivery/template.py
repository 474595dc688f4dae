"""An edition as a template of bytes: drawn and encoded once, so that each reader's message is a joining of pieces.

To make a message with Python's ``email`` takes 3 ms, to join one takes microseconds. All that differs from reader to
reader is in headers of their own and where the way out stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formataddr
from html import escape
from urllib.parse import quote

SOFT = b"=\r\n"
"""Where a line of quoted-printable text is cut and goes on (RFC 2045, section 6.7)."""
WIDTH = 25
"""Letters of a way out in one line: encoded, each may take three, and a line has 76 at the most."""
LONGEST_NAME = 45
"""Bytes of a name: what fits into one encoded word (RFC 2047, section 2)."""
_HEADER = re.compile(rb"[!-9;-~]+:[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*")
_OURS = frozenset({b"dkim-signature", b"to", b"message-id", b"list-unsubscribe", b"list-unsubscribe-post"})
"""The headers that each reader has their own of; a signature is made anew."""
_MAILTO = re.compile(rb"<(mailto:[^>]*)>")

Sign = Callable[[bytes], bytes]


class NoTemplate(ValueError):  # noqa: N818 - it names what was given
    """The file is no edition as the press makes them; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom one message goes."""

    address: str
    """As a relay wants it."""
    message_id: str
    way_out: str = ""
    """Where this reader unsubscribes with one step; without one, they write to us."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """What an edition's message is made of: pieces, and between each two of them the reader's way out."""

    headers: bytes
    mailto: str
    pieces: tuple[bytes, ...]
    in_html: tuple[bool, ...]
    """For each gap, whether it is in HTML."""
    sign: Sign | None = field(default=None, repr=False)

    @property
    def size(self) -> int:
        """Say about how many bytes a message has."""
        return len(self.headers) + sum(map(len, self.pieces))

    def message(self, to: Recipient) -> bytes:
        """Write one reader's message."""
        way_out = to.way_out or self.mailto
        ways = _encoded(way_out), _encoded(escape(way_out))
        parts = [_headers(to, self.mailto), self.headers, self.pieces[0]]
        for html, piece in zip(self.in_html, self.pieces[1:], strict=True):
            parts += (ways[html], piece)
        made = b"".join(parts)
        return self.sign(made) if self.sign else made


def template(eml: bytes, placeholder: str, sign: Sign | None = None) -> Template:
    """Take an edition's message apart; ``placeholder`` stands where the way out goes. Raises NoTemplate."""
    head, blank, body = eml.partition(b"\r\n\r\n")
    headers = _HEADER.findall(head + b"\r\n")
    if not blank or b"".join(headers) != head + b"\r\n":
        raise NoTemplate("it does not begin with the headers of a message")
    names = {header.partition(b":")[0].lower(): header for header in headers}
    mailto = _MAILTO.search(names.get(b"list-unsubscribe", b""))
    kept = b"".join(header for name, header in names.items() if name not in _OURS)
    gaps = list(re.finditer(_broken(placeholder), body))
    if mailto is None or not gaps:
        raise NoTemplate("it has no place for the reader's way out")
    return Template(
        headers=kept + b"\r\n",
        mailto=mailto[1].decode("ascii"),
        pieces=_cut(re.split(_broken(placeholder), body)),
        in_html=tuple(_in_html(body[: gap.start()]) for gap in gaps),
        sign=sign,
    )


def _broken(placeholder: str) -> bytes:
    """Find a text in quoted-printable, wherever its lines are cut."""
    return rb"(?:=\r\n)?".join(re.escape(letter.encode()) for letter in placeholder)


def _cut(pieces: list[bytes]) -> tuple[bytes, ...]:
    """Cut the line before and after each gap, so that what is put in has lines of its own."""
    first, *rest = pieces
    cut = [first, *(SOFT + piece for piece in rest)]
    return tuple(piece + SOFT if number < len(rest) else piece for number, piece in enumerate(cut))


def _in_html(before: bytes) -> bool:
    """Say whether what follows some bytes of a message is in its HTML part."""
    types = re.findall(rb"(?im)^content-type: *([a-z]+/[a-z]+)", before)
    return bool(types) and types[-1].lower() == b"text/html"


def _headers(to: Recipient, mailto: str) -> bytes:
    """Write the headers of one reader (RFC 5322, section 3.6; RFC 8058, section 3.1)."""
    ways = ", ".join(f"<{way}>" for way in (to.way_out, mailto) if way)
    lines = [f"To: {_mailbox(to)}", f"Message-ID: {to.message_id}", f"List-Unsubscribe: {ways}"]
    if to.way_out.startswith("https:"):
        lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return "".join(f"{line}\r\n" for line in lines).encode()


def _mailbox(to: Recipient) -> str:
    """Write name and address; a name is letters, and nothing that could end the line or begin another header."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in to.name).split())
    if not to.address.isascii() or not 0 < len(name.encode()) <= LONGEST_NAME:
        return to.address
    return formataddr((name, to.address), "utf-8")


def _encoded(way_out: str) -> bytes:
    """Write an address as lines of quoted-printable text that each begin with no dot."""
    safe = quote(way_out, safe="/:?#[]@!$&'()*+,;=%~-._")
    lines = [safe[start : start + WIDTH] for start in range(0, len(safe), WIDTH)]
    return SOFT.join(_line(line) for line in lines)


def _line(line: str) -> bytes:
    written = line.encode("ascii").replace(b"=", b"=3D")
    return b"=2E" + written[1:] if written.startswith(b".") else written
