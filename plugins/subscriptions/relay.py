"""Takes single letters to the relay that the environment names, the one that issues are sent through, too."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

RELAY, PASSWORD, AUTHORITY = "CLNM_RELAY", "CLNM_RELAY_PASSWORD", "CLNM_RELAY_CA"
"""The environment's names for the relay's address, its password (or @ and a file), and certificates to trust."""
PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
"""STARTTLS (RFC 3207), TLS from the first byte on (RFC 8314), and none, for a relay on this very machine."""
PATIENCE = 30.0
_HERE = ("localhost", "127.0.0.1", "::1")

Post = Callable[[EmailMessage], None]
"""Takes a letter away, or raises OSError (smtplib's errors are such)."""


class NoRelay(Exception):  # noqa: N818 - it names what there is
    """There is no relay that can be used; the message says what to set."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Where to send, and as whom."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    authority: str = ""

    def __call__(self, letter: EmailMessage) -> None:
        """Hand over a letter. Raises OSError where the relay does not take it."""
        context = ssl.create_default_context(cafile=self.authority or None)
        if self.scheme == "smtps":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=context)
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        with connection:
            if self.scheme == "smtp":
                connection.starttls(context=context)
            if self.user:
                connection.login(self.user, self.password)
            connection.send_message(letter)


def relay() -> Relay:
    """Read the relay from the environment. Raises NoRelay, which never repeats a password."""
    given = os.environ.get(RELAY, "").strip()
    if not given:
        raise NoRelay(f"No relay is set, so nobody could confirm. Set {RELAY}=smtp://user@mail.example.org")
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not host or parts.scheme not in PORTS or parts.password:
        raise NoRelay(f"{RELAY} must be like smtp://user@mail.example.org:587, the password in {PASSWORD}.")
    if parts.scheme == "smtp+plain" and host not in _HERE:
        raise NoRelay(f"{RELAY} has no TLS, and {host} is not this machine. Use smtp:// or smtps://.")
    user = unquote(parts.username or "")
    authority = os.environ.get(AUTHORITY, "").strip()
    return Relay(parts.scheme, host, port or PORTS[parts.scheme], user, _password() if user else "", authority)


def _password() -> str:
    given = os.environ.get(PASSWORD, "")
    if not given:
        raise NoRelay(f"{RELAY} has a user, but {PASSWORD} is not set.")
    try:
        return Path(given[1:]).read_text("utf-8").rstrip("\r\n") if given.startswith("@") else given
    except (OSError, ValueError):
        raise NoRelay(f"{PASSWORD} names a file that cannot be read.") from None
