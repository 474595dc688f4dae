"""The files of all feeds: worked out only where one of them must be looked at, for writing feeds takes time to load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plugins.feeds.formats import FORMATS
from plugins.feeds.gone import gone
from plugins.feeds.items import TEMPLATE, Feed, Item, item, tag, taken_down
from plugins.feeds.opened import ABOUT, SHEET, STYLE, Opened, opened
from plugins.feeds.selections import Selection, selections
from plugins.library import Library
from plugins.model import Channel
from plugins.model.tombstone import Tombstone
from plugins.press import Artefact, Drawn, Seen, fingerprint
from plugins.render import Renderer
from plugins.view import Site, Viewpoint
from plugins.view.frame import formats_of


def feeds(library: Library, site: Site, renderer: Renderer) -> Iterator[Artefact | Drawn]:
    """Give every feed in each of its formats, and their style sheet."""
    stamp = fingerprint(site, [renderer.digest(name) for name in (TEMPLATE, ABOUT, STYLE) if renderer.has(name)])
    entries: dict[str, Seen] = {}
    for chosen in selections(library, site):
        for entry in chosen.entries:
            entries.setdefault(entry.id, Seen(partial(_item, entry.id, site, renderer)))
        down = gone(library, chosen.name)
        seen = Seen(partial(_feed, chosen, down, site, tuple(entries[entry.id] for entry in chosen.entries)))
        marked = fingerprint(stamp, chosen.title, chosen.summary, [entry.id for entry in chosen.entries], down)
        for ending in formats_of(chosen.name).values():
            yield Drawn(
                path=f"feeds/{chosen.name}.{ending}",
                seen=seen,
                draw=partial(_written, FORMATS[ending], site, renderer),
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
