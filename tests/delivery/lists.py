"""Lists of readers that nobody is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_list(folder: Path, readers: int | Iterable[str], name: str = "news") -> list[str]:
    """Put a list of so many readers, or of these, into a data folder; give their addresses."""
    addresses = [f"reader-{n:05d}@example.org" for n in range(readers)] if isinstance(readers, int) else list(readers)
    (folder / "lists").mkdir(exist_ok=True)
    lines = ["address,name,area,audience,token", *(f"{a},,,,{n:064x}" for n, a in enumerate(addresses))]
    (folder / "lists" / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return addresses
