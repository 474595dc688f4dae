"""Leaves social cards in the output: one for each page whose people agreed to social media, and one for the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from plugins.library import Library
from plugins.model import Channel
from plugins.press import Batch, Drawn, Seen, Wanted, fingerprint, printing
from plugins.render import Tokens
from plugins.view import Site
from plugins.view.social import OF_THE_SITE, SocialCard, address, card, site_card


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Wanted]:
    """Give the card of each document that social media may show, and of the site."""
    tokens = Tokens.read(theme / "static/css/tokens.css")
    stamp, shelf = fingerprint(site, tokens), library.on(Channel.WEB, Channel.SOCIAL)
    draw = partial(_png, colours=tokens.light)
    yield Drawn(path=OF_THE_SITE.lstrip("/"), seen=Seen(lambda _: site_card(site)), draw=draw, stamp=stamp)
    yield Batch(
        name="cards",
        key=fingerprint(stamp, shelf.where),
        files=lambda: (
            Drawn(
                path=address(entry).lstrip("/"),
                seen=Seen(partial(_said, entry.id, site)),
                draw=draw,
                stamp=stamp,
                own=(entry.id,),
            )
            for entry in shelf.entries
        ),
        get_ready=_drawing,
    )


def _said(name: str, site: Site, library: Library) -> SocialCard:
    entry = library.on(Channel.WEB, Channel.SOCIAL).get(name)
    if entry is None:
        raise KeyError(name)
    return card(entry, site)


def _png(said: SocialCard, colours: Mapping[str, str]) -> bytes:
    return _drawing()(said, colours)


def _drawing() -> Callable[[SocialCard, Mapping[str, str]], bytes]:
    from plugins.cards.drawing import png  # noqa: PLC0415 - its libraries take time to load, and mostly nothing is drawn

    return png


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
