"""Leaves a page at each address that something was at: it leads on to where that is now, or says that it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plugins.library import Library
from plugins.model import Moved
from plugins.press import Drawn, Seen, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint, output_path
from plugins.view.listings import ListingView
from plugins.view.moved import moved

TEMPLATE = "moved.html"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Drawn]:
    """Give a page for each record of ``content/data/moved.yml``."""
    renderer = Renderer(theme, Target.WEB)
    for record in library.moved:
        yield Drawn(
            path=output_path(record.was),
            seen=Seen(partial(_page, record, site)),
            draw=lambda view: renderer.page(TEMPLATE, view).encode(),
            stamp=fingerprint(TEMPLATE, renderer.digest(TEMPLATE), site, record),
        )


def _page(record: Moved, site: Site, library: Library) -> ListingView:
    return moved(record, Viewpoint.on_page(library, site, record.was))


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
