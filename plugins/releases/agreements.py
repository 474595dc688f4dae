"""Whether a release may come back: only while everybody in it still agrees to as much as it shows of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from plugins.disk import write_whole
from plugins.library import Entry, Library
from plugins.model import Channel, Problem
from plugins.model.clock import day_in_words
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


def returned(library: Library, kept: Mapping[str, str]) -> Iterator[Problem]:
    """Find what was withdrawn here and is in the content again, without a yes that is younger than that."""
    for entry in library.entries.values():
        day, agreed = kept.get(hashed(entry.id), ""), entry.document.agreed
        if day and agreed and agreed.given.isoformat() <= day and any(library.on(one).get(entry.id) for one in Channel):
            yield Problem(
                path=entry.document.path,
                line=entry.document.lines.get("consent.given", 0),
                field="consent.given",
                message=f"This was withdrawn on {day_in_words(date.fromisoformat(day))}, and is here again.",
                fix=f"If its people agreed anew since, write the day. If not: clnm withdraw {entry.url.strip('/')}",
                code="X05",
            )


def kept_withdrawals(private: Path) -> dict[str, str]:
    """Give what was ever withdrawn here, by ``hashed``, with the day; putting back older content does not undo it."""
    try:
        kept = json.loads(_path(private).read_text("utf-8"))
        return {str(name): str(day) for name, day in kept.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def keep_withdrawals(private: Path, withdrawals: Mapping[str, str]) -> None:
    """Write down what was withdrawn, as ``kept_withdrawals`` gives it."""
    if kept_withdrawals(private) != withdrawals:
        write_whole(_path(private), json.dumps(dict(withdrawals), sort_keys=True).encode())


def _path(private: Path) -> Path:
    return private / "withdrawn.json"
