"""Leaves calendars in the output: a file for each event; to subscribe to, one of all, of an area, of an audience."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.calendars.ical import calendar
from plugins.library import Entry, Library
from plugins.model import Channel
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site, following


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give every calendar; cancelled and postponed events stay in them, and say so."""
    web = library.on(Channel.WEB)
    stamp = fingerprint(site)
    events = web.all("event")
    for entry in events:
        yield _file(f"calendars/{entry.document.slug}.ics", (entry,), site, stamp)
    yield _file("calendars/all.ics", following.to_subscribe(library), site, stamp, f"{site.short_name}: Events")
    for audience in following.audiences(library):
        found = following.to_subscribe(library, audience=audience)
        path, name = f"calendars/audiences/{audience}.ics", f"{site.short_name}: {audience.label}"
        yield _file(path, found, site, stamp, name)
    for area in web.all("area"):
        found = following.to_subscribe(library, area.document.slug)
        if found:
            path, name = f"calendars/areas/{area.document.slug}.ics", f"{site.short_name}: {area.document.title}"
            yield _file(path, found, site, stamp, name, area.id)


def _file(path: str, entries: tuple[Entry, ...], site: Site, stamp: str, name: str = "", *others: str) -> Artefact:
    return Artefact(
        path=path,
        make=lambda: calendar(entries, site, name, f"{site.siteurl}/{path}"),
        fingerprint=fingerprint(stamp, path, name, [entry.mark for entry in entries]),
        sources=tuple(sorted({*others, *(entry.id for entry in entries)})),
    )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
