"""Whether a release may come back: only while everybody in it still agrees to as much as it shows of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.library import Entry, Library
from plugins.model import Channel
from plugins.press.floor import write_whole
from plugins.releases.release import Release, hashed

NAMED = "named"
"""Beside the channels: that the person's own name may be said."""


def agreements(library: Library) -> dict[str, str]:
    """Give, for all that may be seen anywhere, by ``hashed``, what its people agreed to; for no people, nothing."""
    shelves = {channel: library.on(channel) for channel in Channel}
    return {
        hashed(entry.id): " ".join(_agreed(entry, [c for c in shelves if shelves[c].get(entry.id)]))
        for entry in library.entries.values()
        if any(shelf.get(entry.id) for shelf in shelves.values())
    }


def _agreed(entry: Entry, channels: Iterable[Channel]) -> Iterator[str]:
    document = entry.document
    if document.agreed or (document.original and document.original.agreed):
        yield from channels
        if not entry.spine.anonymous:
            yield NAMED


def withdrawn(library: Library, kept: Iterable[str]) -> frozenset[str]:
    """Give all that was taken back, by ``hashed``: what the content says, and what was ever withdrawn here."""
    return frozenset({*(hashed(stone.id) for stone in library.tombstones), *kept})


def barred(release: Release, now: Mapping[str, str], gone: Collection[str]) -> tuple[str, ...]:
    """Give the documents, by ``hashed``, for whose sake a release may not be seen (again).

    Either somebody took it back, or a person no longer agrees to all that they agreed to when it was made.
    """
    return tuple(
        sorted(
            name
            for name, agreed in release.shown.items()
            if name in gone or not set(agreed.split()) <= set(now.get(name, "").split())
        )
    )


def kept_withdrawals(private: Path) -> frozenset[str]:
    """Give what was ever withdrawn here; a folder of content that is put back to an earlier day does not undo it."""
    try:
        return frozenset(map(str, json.loads(_path(private).read_text("utf-8"))))
    except (OSError, ValueError, TypeError):
        return frozenset()


def keep_withdrawal(private: Path, names: Iterable[str]) -> None:
    """Write down that documents were withdrawn, by ``hashed``."""
    known = kept_withdrawals(private)
    if not known >= {*names}:
        write_whole(_path(private), json.dumps(sorted({*known, *names})).encode())


def _path(private: Path) -> Path:
    return private / "withdrawn.json"
