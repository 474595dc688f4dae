"""Short names for long texts: equal texts, and only those, have an equal digest (BLAKE2b, RFC 7693, of 16 bytes)."""

from __future__ import annotations

import hashlib

_LENGTH = 16


def digest(text: str) -> str:
    """Stand for a text, in 32 hexadecimal digits; one that no file could hold has a digest, too."""
    return digest_of_bytes(text.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes) -> str:
    """Stand for bytes, in 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=_LENGTH).hexdigest()
