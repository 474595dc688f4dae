"""Leaves ``offers.json`` in the output: the offers for other services to read, as Open Referral UK has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plugins.library import Library
from plugins.model import Channel, Offer
from plugins.press import Drawn, Seen, fingerprint, printing
from plugins.view import Site, Viewpoint
from plugins.view.exchange import PATH, Exchange, exchange


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Drawn]:  # noqa: ARG001 - a room's signature
    """Give the file, while there is anything to exchange."""
    if library.on(Channel.WEB).current(Offer.kind):
        yield Drawn(
            path=PATH,
            seen=Seen(partial(_look, site)),
            draw=lambda found: found.written.encode(),
            stamp=fingerprint(site),
        )


def _look(site: Site, library: Library) -> Exchange:
    return exchange(Viewpoint.afar(library, site, Channel.WEB))


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
