"""Leaves “What can I get?” in the output: the page that asks, and the one file it answers from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from plugins.library import FINDER, Library
from plugins.model import Channel, Offer
from plugins.press import Drawn, Seen, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint, finding, output_path

TEMPLATE = "finder.html"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Drawn]:
    """Give the page and its data, while there is anything to find."""
    if not library.on(Channel.WEB).current(Offer.kind):
        return
    renderer = Renderer(theme, Target.WEB)
    yield Drawn(
        path=output_path(FINDER),
        seen=Seen(partial(_look, finding.finder, site)),
        draw=lambda view: renderer.page(TEMPLATE, view).encode(),
        stamp=fingerprint(TEMPLATE, renderer.digest(TEMPLATE), site),
    )
    yield Drawn(
        path=finding.DATA,
        seen=Seen(partial(_look, finding.data, site)),
        draw=lambda found: found.written.encode(),
        stamp=fingerprint(site),
    )


def _look(show: Callable[[Viewpoint], Any], site: Site, library: Library) -> Any:
    return show(Viewpoint.on_page(library, site, FINDER))


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
