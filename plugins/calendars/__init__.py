"""Leaves calendars in the output: a file for each event; to subscribe to, one of all, of an area, of an audience."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.library import Entry, Library
from plugins.model import Area, Channel, Event
from plugins.press import Artefact, Batch, Drawn, Seen, fingerprint, printing
from plugins.view import Site, following


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Batch]:  # noqa: ARG001 - a room's signature
    """Give every calendar; cancelled and postponed events stay in them, and say so."""
    stamp, web = fingerprint(site), library.on(Channel.WEB)
    yield Batch(
        name="calendars: events",
        key=fingerprint(stamp, web.where),
        files=partial(_events, library, site, stamp),
        get_ready=_writer,
    )
    shown = [entry.mark for entry in (*following.to_subscribe(library), *web.all(Area.kind))]
    key = fingerprint(stamp, shown, web.outline)
    yield Batch(name="calendars: to subscribe to", key=key, files=partial(_to_subscribe, library, site, stamp))


def _events(library: Library, site: Site, stamp: str) -> Iterator[Drawn]:
    """Give the calendar of each event."""
    for entry in library.on(Channel.WEB).all(Event.kind):
        yield Drawn(
            path=f"calendars/{entry.document.slug}.ics",
            seen=Seen(partial(_dated, entry.id)),
            draw=lambda dated: calendar((dated.entry,), site),
            stamp=stamp,
            own=(entry.id,),
        )


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event, and what stands for all of it."""

    mark: str
    entry: Entry = field(repr=False)


def _dated(name: str, library: Library) -> _Dated:
    entry = library.on(Channel.WEB).whole(name)
    if entry is None:
        raise KeyError(name)
    return _Dated(entry.mark, entry)


def _to_subscribe(library: Library, site: Site, stamp: str) -> Iterator[Artefact]:
    """Give the calendars of all events, of an area and of an audience."""
    web = library.on(Channel.WEB)
    yield _file("calendars/all.ics", following.to_subscribe(library), site, stamp, f"{site.short_name}: Events")
    for audience, found in following.by_audience(library).items():
        path, name = f"calendars/audiences/{audience}.ics", f"{site.short_name}: {audience.label}"
        yield _file(path, found, site, stamp, name)
    for area in web.all("area"):
        found = following.to_subscribe(library, area.document.slug)
        if found:
            path, name = f"calendars/areas/{area.document.slug}.ics", f"{site.short_name}: {area.document.title}"
            yield _file(path, found, site, stamp, name, area.id)


def _file(path: str, entries: tuple[Entry, ...], site: Site, stamp: str, name: str, *others: str) -> Artefact:
    return Artefact(
        path=path,
        make=lambda: calendar(entries, site, name, f"{site.siteurl}/{path}"),
        fingerprint=fingerprint(stamp, path, name, [entry.mark for entry in entries]),
        sources=tuple(sorted({*others, *(entry.id for entry in entries)})),
    )


def calendar(entries: tuple[Entry, ...], site: Site, name: str = "", url: str = "") -> bytes:
    """Write a calendar, see ``ical``."""
    return _writer()(entries, site, name, url)


def _writer() -> Callable[[tuple[Entry, ...], Site, str, str], bytes]:
    from plugins.calendars import ical  # noqa: PLC0415 - icalendar takes time to load, and mostly nothing is written

    return ical.calendar


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
