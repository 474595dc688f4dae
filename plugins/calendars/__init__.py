"""Leaves calendars in the output: a file for each event, and calendars of all and of an area's to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from plugins.calendars.ical import calendar
from plugins.library import Entry, Library, areas_of
from plugins.model import Channel
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site

KEPT = timedelta(days=365)
"""So long after its end, an event leaves the calendars to subscribe to; its own file stays."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give every calendar; cancelled and postponed events stay in them, and say so."""
    web = library.on(Channel.WEB)
    events = web.all("event")
    for entry in events:
        yield _file(f"calendars/{entry.document.slug}.ics", (entry,), site)
    recent = tuple(entry for entry in events if not entry.document.ended(library.as_of - KEPT))
    yield _file("calendars/all.ics", recent, site, f"{site.short_name}: Events")
    for area in web.all("area"):
        found = tuple(entry for entry in recent if area.document.slug in areas_of(entry.document))
        if found:
            path, name = f"calendars/areas/{area.document.slug}.ics", f"{site.short_name}: {area.document.title}"
            yield _file(path, found, site, name, area.id)


def _file(path: str, entries: tuple[Entry, ...], site: Site, name: str = "", *others: str) -> Artefact:
    return Artefact(
        path=path,
        make=lambda: calendar(entries, site, name, f"{site.siteurl}/{path}"),
        fingerprint=fingerprint(path, name, site, tuple((entry.document.digest, entry.url) for entry in entries)),
        sources=tuple(sorted({*others, *(entry.id for entry in entries)})),
    )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
