"""The relay that takes our mail: where it is, how it is made safe, who we are to it."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

RELAY, PASSWORD, AUTHORITY = "CLNM_RELAY", "CLNM_RELAY_PASSWORD", "CLNM_RELAY_CA"
"""The environment's names for the relay's address, its password, and a file of certificates to trust too."""


class Safety(StrEnum):
    """How a connection is kept from being read on the way; the first part of a relay's address."""

    STARTTLS = "smtp"
    """TLS from the first command on (RFC 3207); a relay that does not offer it gets nothing."""
    TLS = "smtps"
    """TLS from the first byte on (RFC 8314, section 3.3)."""
    NONE = "smtp+plain"
    """None: for a relay on this very machine."""


PORTS = {Safety.STARTTLS: 587, Safety.TLS: 465, Safety.NONE: 25}


class NoRelay(Exception):  # noqa: N818 - it names what there is
    """There is no relay that can be used; the message says what to set."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Where to send, and as whom."""

    host: str
    port: int
    safety: Safety
    user: str = ""
    password: str = field(default="", repr=False)
    authority: str = ""

    @property
    def here(self) -> bool:
        """Say whether it is on this machine."""
        return _local(self.host)

    def context(self) -> ssl.SSLContext:
        """Make what checks the relay's certificate and name. Raises NoRelay for a file that holds no certificates."""
        made = ssl.create_default_context()
        made.minimum_version = ssl.TLSVersion.TLSv1_2
        if self.authority:
            try:
                made.load_verify_locations(self.authority)
            except (OSError, ssl.SSLError):
                raise NoRelay(f"{AUTHORITY} is {self.authority}, which is no file of certificates.") from None
        return made


def relay(environment: Mapping[str, str]) -> Relay:
    """Read the relay from the environment. Raises NoRelay, which never repeats a password."""
    given = environment.get(RELAY, "").strip()
    if not given:
        raise NoRelay(f"No relay is set. Set it like {RELAY}=smtp://user@mail.example.org: docs/sending.md says how.")
    try:
        parts = urlsplit(given)
        safety, host, port = Safety(parts.scheme), parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or parts.path.strip("/") or parts.query:
        raise NoRelay(f"{RELAY} must be like smtp://user@mail.example.org:587, or smtps:// where TLS begins at once.")
    if parts.password:
        raise NoRelay(f"{RELAY} holds a password. Put it into {PASSWORD}: addresses are shown, passwords are not.")
    if safety is Safety.NONE and not _local(host):
        raise NoRelay(f"{RELAY} has no TLS, and {host} is not this machine. Use smtp:// or smtps://.")
    return Relay(
        host,
        port or PORTS[safety],
        safety,
        unquote(parts.username or ""),
        _password(environment) if parts.username else "",
        environment.get(AUTHORITY, "").strip(),
    )


def _password(environment: Mapping[str, str]) -> str:
    """Give the password: the words themselves, or those of the file that is named after an @."""
    given = environment.get(PASSWORD, "")
    if not given:
        raise NoRelay(f"{RELAY} has a user, but {PASSWORD} is not set.")
    if not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).read_text("utf-8").rstrip("\r\n")
    except (OSError, ValueError):
        raise NoRelay(f"{PASSWORD} names a file that cannot be read.") from None


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
