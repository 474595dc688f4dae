"""Leaves the news feeds in the output: of everything, of each kind, theme and area, in three formats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.feeds.formats import FORMATS
from plugins.feeds.items import TEMPLATE, Feed, Item, item, tag
from plugins.feeds.selections import selections
from plugins.library import Library
from plugins.model import Channel
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
        items = tuple(made[entry.id] for entry in chosen.entries)
        feed = Feed(tag(site, f"feeds/{chosen.name}"), chosen.name, chosen.title, chosen.summary, chosen.url, items)
        for ending in FORMATS:
            yield _artefact(feed, ending, site, renderer.digest(TEMPLATE))


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
