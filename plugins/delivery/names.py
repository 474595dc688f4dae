"""Questions to the domain name system (RFC 1035)."""

from __future__ import annotations

from typing import Any, Protocol

import dns.exception
import dns.name
import dns.resolver

WAIT = 5.0
"""Seconds for a question, with all its repetitions."""


class Unanswered(Exception):  # noqa: N818 - it names what the question is
    """No name server answered; nobody can say what is there."""


class Names(Protocol):
    """Whoever answers questions about names."""

    def texts(self, name: str) -> list[str]:
        """Give the TXT records of a name, each in one piece; none where there is no such name. Raises Unanswered."""

    def exchangers(self, name: str) -> list[str]:
        """Give the hosts that take mail for a name (MX), the preferred first; ``.`` means none does."""

    def addresses(self, name: str) -> list[str]:
        """Give the IP addresses of a host (A and AAAA)."""


class Resolver:
    """Asks the machine's own name servers, or one that is given as ``192.0.2.1``, ``192.0.2.1:5353`` or ``:5353``."""

    def __init__(self, nameserver: str = "") -> None:
        """Take whom to ask. Raises ValueError for what is no address."""
        self._resolver = dns.resolver.Resolver(configure=not nameserver)
        self._resolver.lifetime = WAIT
        if nameserver:
            host, colon, port = nameserver.rpartition(":") if nameserver.count(":") < 2 else (nameserver, "", "")  # noqa: PLR2004 - IPv6
            self._resolver.nameservers = [host or "127.0.0.1"] if colon else [nameserver]
            self._resolver.port = int(port) if colon else 53

    def texts(self, name: str) -> list[str]:
        """Give the TXT records of a name."""
        return [b"".join(record.strings).decode("utf-8", "replace") for record in self._ask(name, "TXT")]

    def exchangers(self, name: str) -> list[str]:
        """Give the hosts that take mail for a name."""
        found = sorted(self._ask(name, "MX"), key=lambda record: record.preference)
        return [record.exchange.to_text(omit_final_dot=True) or "." for record in found]

    def addresses(self, name: str) -> list[str]:
        """Give the addresses of a host."""
        return [record.address for kind in ("A", "AAAA") for record in self._ask(name, kind)]

    def _ask(self, name: str, kind: str) -> list[Any]:
        try:
            return list(self._resolver.resolve(dns.name.from_text(name), kind))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except (dns.exception.DNSException, UnicodeError) as error:
            raise Unanswered(f"{name} {kind}: {type(error).__name__}") from None
