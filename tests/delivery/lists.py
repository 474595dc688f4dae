"""Lists of readers that nobody is, and how they leave."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from plugins.delivery.leaving import landed
from plugins.subscribers import Basis, Joining, Store, Subscriber


def somebody(address: str, *, area: str = "", audience: str = "", token: str = "") -> Subscriber:
    """Give a reader."""
    return Subscriber(address, "", area, audience, token)


def write_list(folder: Path, readers: int | Iterable[str], name: str = "news") -> list[str]:
    """Put a list of so many readers, or of these, into a data folder; give their addresses."""
    addresses = [f"reader-{n:05d}@example.org" for n in range(readers)] if isinstance(readers, int) else list(readers)
    (folder / "lists").mkdir(exist_ok=True)
    (folder / "lists" / f"{name}.csv").write_text("".join(f"{a},{n:064x}\n" for n, a in enumerate(addresses)), "utf-8")
    return addresses


def members(folder: Path, name: str = "news") -> Iterator[Subscriber]:
    """Give everybody on such a list."""
    with (folder / "lists" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for address, token in csv.reader(lines):
            yield somebody(address, token=token)


def subscribe(folder: Path, readers: int) -> list[str]:
    """Put so many readers on the list that the desk sends to."""
    addresses = [f"reader-{n:05d}@example.org" for n in range(readers)]
    given = date(2026, 10, 1)
    joining = (Joining(address=one, basis=Basis.CONSENT, given_on=given, source="Sign-up sheet") for one in addresses)
    Store(folder).join(joining, datetime(2026, 10, 2, tzinfo=UTC))
    return addresses


def suppress(folder: Path, address: str, reason: str, at: datetime) -> None:
    """Leave, as the application for it lets readers leave."""
    Store(folder).suppress(address, reason, at)
    landed(folder, address)
