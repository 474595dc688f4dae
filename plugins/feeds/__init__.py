"""Leaves the news feeds in the output: RSS and Atom of all, of each kind, theme and area, and JSON of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plugins.feeds.gone import gone
from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, Area, Channel
from plugins.press import Artefact, Batch, Drawn, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site
from plugins.view.frame import FEED_OF_ALL


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Batch]:
    """Give every feed; nothing is in them whose people did not agree to feeds."""
    renderer, web = Renderer(theme, Target.WEB), library.on(Channel.WEB)
    areas = [entry.card_mark for entry in web.all(Area.kind)]
    down = [gone(library, name) for name in (FEED_OF_ALL, *(kind.folder for kind in DOCUMENT_TYPES))]
    key = fingerprint(site, renderer.everything, library.on(Channel.FEED).outline, list(web.themes), areas, down)
    yield Batch(name="feeds", key=key, files=partial(_files, library, site, renderer))


def _files(library: Library, site: Site, renderer: Renderer) -> Iterator[Artefact | Drawn]:
    from plugins.feeds.files import feeds  # noqa: PLC0415 - takes time to load, and mostly no feed is another

    return feeds(library, site, renderer)


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
