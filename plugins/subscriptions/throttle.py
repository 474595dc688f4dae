"""How often one visitor may ask for a letter, without knowing for longer than an hour who has been here."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections import Counter
from collections.abc import Callable
from threading import Lock

HOUR = 3600.0
EACH, ALL = 20, 1000
"""Letters that one visitor, and all together, may ask for in an hour."""
_NETWORK = 64
"""Bits of an IPv6 address that belong to one household (RFC 6177)."""


class Throttle:
    """Counts by a digest whose key is thrown away each hour, with the counts; nothing is written anywhere."""

    def __init__(self, clock: Callable[[], float], each: int = EACH, everybody: int = ALL) -> None:
        """Take what tells the time, in seconds that only go up."""
        self._clock, self._each, self._everybody = clock, each, everybody
        self._lock = Lock()
        self._begin()

    def allows(self, host: str) -> bool:
        """Count a visitor's try, and say whether it is one too many."""
        with self._lock:
            if self._clock() - self._begun >= HOUR:
                self._begin()
            if self._seen.total() >= self._everybody:
                return False
            visitor = hashlib.blake2b(_household(host).encode(), key=self._key, digest_size=16).digest()
            if self._seen[visitor] >= self._each:
                return False
            self._seen[visitor] += 1
            return True

    def _begin(self) -> None:
        self._begun, self._key = self._clock(), secrets.token_bytes(32)
        self._seen: Counter[bytes] = Counter()


def _household(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _NETWORK), strict=False))
    return str(address)
