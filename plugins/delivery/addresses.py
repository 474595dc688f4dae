"""Addresses: what tells two readers apart, and how an address is written to a relay."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LOCAL = re.compile(r"[^\s\x00-\x20\x7f-\x9f()<>\[\]:;@\\,\"]{1,64}")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
LONGEST = 254
"""Octets in an address (RFC 5321, section 4.5.3.1.3, less the brackets)."""


class NoAddress(ValueError):  # noqa: N818 - it names what was given
    """What was given is no address that mail can go to; it is not repeated here."""


def wire(address: str) -> str:
    """Write an address as a relay wants it: the domain in ASCII (RFC 5891), the part before it as it is.

    Letters beyond ASCII before the @ need a relay that takes them (RFC 6531). Raises NoAddress.
    """
    local, at, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    try:
        ascii_domain = domain.rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        raise NoAddress("The part after the @ is no domain.") from None
    labels = ascii_domain.split(".")
    if not at or not _LOCAL.fullmatch(local) or not _plain(local):
        raise NoAddress("The part before the @ is not one that mail can go to.")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)):  # noqa: PLR2004 - mail goes to no bare top level
        raise NoAddress("The part after the @ is no domain.")
    written = f"{local}@{ascii_domain}"
    if len(written.encode()) > LONGEST:
        raise NoAddress(f"It is longer than {LONGEST} letters.")
    return written


def key(address: str) -> str:
    """Give what tells a reader from others: addresses that differ in letter case reach one person. Raises NoAddress."""
    return wire(address).lower()


def message_id(issue: str, address: str, host: str) -> str:
    """Name one reader's copy of an issue, the same on every attempt and every machine (RFC 5322, section 3.6.4)."""
    named = "\0".join((issue, key(address)))
    return f"<{hashlib.sha256(named.encode()).hexdigest()[:32]}@{host}>"


def _plain(local: str) -> bool:
    """Say whether the dots of a local part stand between others, and nothing in it is invisible."""
    return all(local.split(".")) and not any(unicodedata.category(letter)[0] == "C" for letter in local)
