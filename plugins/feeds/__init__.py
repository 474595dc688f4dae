"""Leaves the news feeds in the output, of everything and of each kind, theme and area, in three formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from plugins.feeds.formats import FORMATS
from plugins.feeds.items import TEMPLATE, Feed, Item, item, tag, taken_down
from plugins.feeds.opened import ABOUT, SHEET, STYLE, Opened, opened
from plugins.feeds.selections import Selection, selections
from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, Area, Channel
from plugins.model.tombstone import Tombstone
from plugins.press import Artefact, Batch, Drawn, Seen, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Batch]:
    """Give every feed in every format; nothing is in them whose people did not agree to feeds."""
    renderer, web = Renderer(theme, Target.WEB), library.on(Channel.WEB)
    areas = [entry.card_mark for entry in web.all(Area.kind)]
    gone = [tuple(_gone(library, name)) for name in ("all", *(kind.folder for kind in DOCUMENT_TYPES))]
    key = fingerprint(site, renderer.everything, library.on(Channel.FEED).outline, list(web.themes), areas, gone)
    yield Batch(name="feeds", key=key, files=partial(_feeds, library, site, renderer))


def _feeds(library: Library, site: Site, renderer: Renderer) -> Iterator[Artefact | Drawn]:
    stamp = fingerprint(site, [renderer.digest(name) for name in (TEMPLATE, ABOUT, STYLE) if renderer.has(name)])
    entries: dict[str, Seen] = {}
    for chosen in selections(library, site):
        for entry in chosen.entries:
            entries.setdefault(entry.id, Seen(partial(_item, entry.id, site, renderer)))
        gone = tuple(_gone(library, chosen.name))
        seen = Seen(partial(_feed, chosen, gone, site, tuple(entries[entry.id] for entry in chosen.entries)))
        marked = fingerprint(stamp, chosen.title, chosen.summary, [entry.id for entry in chosen.entries], gone)
        for ending, write in FORMATS.items():
            yield Drawn(
                path=f"feeds/{chosen.name}.{ending}",
                seen=seen,
                draw=partial(_written, write, site, renderer),
                stamp=fingerprint(marked, ending),
            )
    yield from _style(renderer)


def _item(name: str, site: Site, renderer: Renderer, library: Library) -> Item:
    entry = library.on(Channel.FEED).whole(name)
    if entry is None:
        raise KeyError(name)
    return item(entry, Viewpoint.afar(library, site, Channel.FEED), renderer)


def _feed(
    chosen: Selection, gone: tuple[Tombstone, ...], site: Site, entries: tuple[Seen, ...], asked: Library
) -> Feed:
    items = (*(taken_down(stone, site) for stone in gone), *(entry.within(asked) for entry in entries))
    return Feed(tag(site, f"feeds/{chosen.name}"), chosen.name, chosen.title, chosen.summary, chosen.url, items)


def _written(write: Callable[[Feed, Site, Opened | None], bytes], site: Site, renderer: Renderer, feed: Feed) -> bytes:
    return write(feed, site, opened(feed, site, renderer))


def _style(renderer: Renderer) -> Iterator[Artefact]:
    """Give the style sheet of all feeds, where the theme has one."""
    if renderer.has(STYLE):
        yield Artefact(
            path=SHEET, make=lambda: renderer.render(STYLE).encode(), fingerprint=fingerprint(renderer.digest(STYLE))
        )


def _gone(library: Library, name: str) -> Iterator[Tombstone]:
    """Give what a feed must say was taken down: in the feed of everything, and in that of its kind."""
    folders = {kind.kind: kind.folder for kind in DOCUMENT_TYPES}
    for stone in library.tombstones:
        if stone.said(library.as_of) and name in {"all", folders[stone.kind]}:
            yield stone


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
