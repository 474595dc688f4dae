"""Signs editions with DKIM, where the environment has a key (RFC 6376; RFC 8463 for Ed25519).

dkimpy takes a fifth of a second to load, and most relays sign by themselves: it is loaded by whoever signs.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from binascii import Error as NotBase64
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KEY, SELECTOR = "CLNM_DKIM_KEY", "CLNM_DKIM_SELECTOR"
"""The environment's names for the private key, as PEM or as the path of such a file, and for where its other half is:
``selector._domainkey.domain`` in the DNS, the domain being that of the address the email is from."""

SIGNED = (
    "From",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "List-ID",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Help",
    "List-Archive",
)
"""What a signature covers (RFC 8058, section 4, asks for both ways out). Not To: it differs for each reader."""
ONCE = ("From", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post")
"""Covered once more than they are there, so that nobody can add another (RFC 6376, section 8.15)."""

_PEM = re.compile(r"-----BEGIN ((?:RSA )?PRIVATE KEY)-----(.+?)-----END \1-----", re.DOTALL)
_ED25519 = bytes.fromhex("302e020100300506032b657004220420")
"""How an Ed25519 key begins before its 32 bytes (RFC 8410, section 7)."""


class NoKey(Exception):  # noqa: N818 - it names what happened
    """The environment's key cannot be used; the message says why, and holds nothing of the key."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A key, and where receivers find its other half."""

    selector: str
    algorithm: bytes
    private: bytes = field(repr=False)
    public: str
    """Stands for the half that everybody may know."""

    def signed(self, message: bytes, address: str) -> bytes:
        """Put a signature before a message from an address. The same message has the same signature: it has no date."""
        made = _undated(message).sign(
            self.selector.encode(),
            address.rpartition("@")[2].encode("idna"),
            self.private,
            signature_algorithm=self.algorithm,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[name.encode() for name in (*SIGNED, *ONCE)],
        )
        return bytes(made) + message


def signer() -> Signer | None:
    """Read the key from the environment; None where there is none. Raises NoKey for one that cannot be used."""
    given = os.environ.get(KEY, "").strip()
    if not given:
        return None
    selector = os.environ.get(SELECTOR, "").strip()
    if not re.fullmatch(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*", selector):
        raise NoKey(
            f"{KEY} is set, but {SELECTOR} does not name where its other half is. Set it, like {SELECTOR}=news."
        )
    return _signer(selector, _der(_pem(given)))


def _pem(given: str) -> str:
    if "-----BEGIN" in given:
        return given.replace("\\n", "\n")
    try:
        return Path(given).read_text("ascii")
    except (OSError, ValueError):
        raise NoKey(f"{KEY} is neither a key in PEM nor the path of a file with one.") from None


def _der(pem: str) -> bytes:
    found = _PEM.search(pem)
    try:
        return base64.b64decode("".join(found[2].split()), validate=True) if found else b""
    except NotBase64:
        return b""


def _signer(selector: str, der: bytes) -> Signer:
    """Take a private key: Ed25519 (PKCS #8) or RSA (PKCS #1 or #8)."""
    import nacl.signing  # noqa: PLC0415 - see above
    from dkim.crypto import UnparsableKeyError, parse_private_key  # noqa: PLC0415

    if der.startswith(_ED25519) and len(der) == len(_ED25519) + 32:
        seed = der.removeprefix(_ED25519)
        public = bytes(nacl.signing.SigningKey(seed).verify_key)
        return Signer(selector, b"ed25519-sha256", base64.b64encode(seed), _digest(public))
    try:
        modulus: int = parse_private_key(der)["modulus"]
    except (UnparsableKeyError, IndexError):
        raise NoKey(f"{KEY} is no private RSA or Ed25519 key without a passphrase. To make one: dknewkey") from None
    pem = b"-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n" % base64.b64encode(der)
    return Signer(selector, b"rsa-sha256", pem, _digest(str(modulus).encode()))


def _digest(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()


def _undated(message: bytes) -> Any:
    """Give dkimpy a message, to be signed without the time: the tag is optional, and two builds would differ by it."""
    import dkim  # noqa: PLC0415 - see above

    class Undated(dkim.DKIM):  # type: ignore[misc]  # dkimpy brings no types
        def gen_header(self, fields: list[tuple[bytes, bytes]], *rest: Any, **named: Any) -> bytes:
            return bytes(super().gen_header([pair for pair in fields if pair[0] != b"t"], *rest, **named))

    return Undated(message)
