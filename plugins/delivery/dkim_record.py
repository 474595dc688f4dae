"""Whether receivers find the key that a domain's mail is signed with (DKIM, RFC 6376 and RFC 8463)."""

from __future__ import annotations

import base64
import hashlib
from binascii import Error as NotBase64
from collections.abc import Iterator

from plugins.delivery.advice import Advice, look, mend, well
from plugins.delivery.names import Names

WHAT = "DKIM"
SHORT, GOOD = 1024, 2048
"""Bits of an RSA key: with fewer than the first receivers take no notice (RFC 8301); the second is usual."""


def dkim_record(domain: str, selector: str, names: Names, key: str = "") -> Iterator[Advice]:
    """Look at the record of a key; ``key`` stands for the other half that we sign with. Raises Unanswered."""
    if not selector:
        fix = "Its help says how the key is called. Then: clnm doctor --selector NAME"
        yield look(WHAT, "We do not know with which key your relay signs.", fix)
        return
    place = f"{selector}._domainkey.{domain}"
    texts = [text for text in names.texts(place) if "p=" in text]
    if len(texts) != 1:
        said = f"There is no key at {place}." if not texts else f"There are {len(texts)} records at {place}."
        yield mend(WHAT, said, "Add one TXT record, as whoever signs gives it to you: v=DKIM1; k=rsa; p=…")
        return
    faults = list(_faults(_tags(texts[0]), key))
    yield from faults or [well(WHAT, f"Receivers find the key at {place}.")]


def _faults(tags: dict[str, str], key: str) -> Iterator[Advice]:
    kind, public = tags.get("k", "rsa"), "".join(tags["p"].split())
    if not public:
        yield mend(WHAT, "This key was revoked: p= is empty.", "Sign with another, or put the key back.")
        return
    try:
        data = base64.b64decode(public, validate=True)
        bits, digest = _rsa(data) if kind == "rsa" else (0, hashlib.sha256(data).hexdigest())
    except (NotBase64, ValueError):
        yield mend(WHAT, "What stands after p= is no key; perhaps it was cut off.", "Copy it again, whole.")
        return
    if key and digest != key:
        yield mend(WHAT, "This is not the other half of the key that you sign with.", "Set one of them right.")
    if kind == "rsa" and bits < GOOD:
        fault = mend if bits < SHORT else look
        yield fault(WHAT, f"The key has {bits} bits.", f"Make one of {GOOD}: dknewkey news")
    if kind == "ed25519":
        yield look(WHAT, "Not every receiver knows Ed25519 yet.", "Let your relay sign with RSA as well.")
    if "y" in tags.get("t", "").split(":"):
        yield look(WHAT, "The record says that it is only a test.", "Take t=y out.")


def _rsa(data: bytes) -> tuple[int, str]:
    """Give the bits of an RSA key, and what stands for it. Raises ValueError for what is none."""
    from dkim.crypto import UnparsableKeyError, parse_public_key  # noqa: PLC0415 - takes a while to load

    try:
        modulus: int = parse_public_key(data)["modulus"]
    except (UnparsableKeyError, IndexError, TypeError, KeyError):
        raise ValueError("no key") from None
    return modulus.bit_length(), hashlib.sha256(str(modulus).encode()).hexdigest()


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}
