"""Leaves social cards in the output: one for each page whose people agreed to social media, and one for the site."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from plugins.cards.drawing import png
from plugins.library import Library
from plugins.model import Channel
from plugins.press import Artefact, fingerprint, printing
from plugins.render import Tokens
from plugins.view import Site
from plugins.view.social import OF_THE_SITE, SocialCard, address, card, site_card

_MADE_BY = tuple((name, version(name)) for name in ("pillow", "uharfbuzz", "python-bidi", "pymupdf-fonts"))


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give the card of each document that social media may show, and of the site."""
    tokens = Tokens.read(theme / "static/css/tokens.css")
    yield _artefact(OF_THE_SITE, site_card(site), tokens)
    for entry in library.on(Channel.WEB, Channel.SOCIAL).entries:
        yield _artefact(address(entry), card(entry, site), tokens, entry.id)


def _artefact(url: str, said: SocialCard, tokens: Tokens, *sources: str) -> Artefact:
    return Artefact(
        path=url.lstrip("/"),
        make=lambda: png(said, tokens.light),
        fingerprint=fingerprint(said, tokens, _MADE_BY),
        sources=sources,
    )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
