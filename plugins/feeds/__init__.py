"""Leaves the news feeds in the output: of everything, of each kind, theme and area, in three formats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.feeds.formats import FORMATS
from plugins.feeds.items import TEMPLATE, Feed, Item, item, tag, taken_down
from plugins.feeds.selections import selections
from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, Channel
from plugins.model.tombstone import Tombstone
from plugins.press import Artefact, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give every feed in every format; nothing is in them whose people did not agree to feeds."""
    renderer = Renderer(theme, Target.WEB)
    here = Viewpoint.afar(library, site, Channel.FEED)
    made: dict[str, Item] = {}
    for chosen in selections(library, site):
        for entry in chosen.entries:
            if entry.id not in made:
                made[entry.id] = item(entry, here, renderer)
        gone = tuple(taken_down(stone, site) for stone in _gone(library, chosen.name))
        items = (*gone, *(made[entry.id] for entry in chosen.entries))
        feed = Feed(tag(site, f"feeds/{chosen.name}"), chosen.name, chosen.title, chosen.summary, chosen.url, items)
        for ending in FORMATS:
            yield _artefact(feed, ending, site, renderer.digest(TEMPLATE))


def _gone(library: Library, name: str) -> Iterator[Tombstone]:
    """Give what a feed must say was taken down: in the feed of everything, and in that of its kind."""
    folders = {kind.kind: kind.folder for kind in DOCUMENT_TYPES}
    for stone in library.tombstones:
        if stone.said(library.as_of) and name in {"all", folders[stone.kind]}:
            yield stone


def _artefact(feed: Feed, ending: str, site: Site, template: str) -> Artefact:
    return Artefact(
        path=f"feeds/{feed.name}.{ending}",
        make=lambda: FORMATS[ending](feed, site),
        fingerprint=fingerprint(ending, feed, site, template),
        sources=tuple(sorted({source for entry in feed.items for source in entry.sources})),
    )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
