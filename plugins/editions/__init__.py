"""Leaves each issue as email in the output: as HTML, as plain text, and both as a message to open or send."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plugins.editions.edition import Edition, Faces
from plugins.editions.senders import SENDERS, Sender
from plugins.editions.signing import NoKey, Signer
from plugins.editions.signing import signer as own_signer
from plugins.library import Library
from plugins.model import Channel, Newsletter
from plugins.model.readers import ELSEWHERE, Readers
from plugins.press import Batch, Drawn, Seen, fingerprint, printing
from plugins.view import EditionView, Site, Viewpoint, edition


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Batch]:
    """Give the files of each edition of each issue; nothing is in them whose people did not agree to email.

    Raises SystemExit, in words for whoever set up the site, for a sender or a key that nothing can be done with.
    """
    faces, senders, signer = Faces(theme), tuple(map(_sender, site.senders)), _key()
    issues = [entry.card_mark for entry in library.on(Channel.EMAIL).all(Newsletter.kind)]
    key = fingerprint(faces.email.everything, site, (signer.selector, signer.public) if signer else (), issues)
    yield Batch(name="editions", key=key, files=partial(_files, library, site, faces, senders, signer))


def _files(
    library: Library, site: Site, faces: Faces, senders: tuple[Sender, ...], signer: Signer | None
) -> Iterator[Drawn]:
    for entry in library.on(Channel.EMAIL).all(Newsletter.kind):
        if isinstance(entry.document, Newsletter):
            for readers in _made(entry.document.editions, site):
                seen = Seen(partial(_seen, entry.id, readers, site))
                yield from Edition(entry.document, readers, site, faces, signer).files(seen, senders)


def _made(editions: tuple[Readers, ...], site: Site) -> tuple[Readers, ...]:
    """Give the editions that a site makes: one area's own site, those that the area's readers get."""
    own = site.area if site.area in {readers.area for readers in editions} else ELSEWHERE
    return tuple(readers for readers in editions if not (site.area and readers.area) or readers.area == own)


def _seen(name: str, readers: Readers, site: Site, library: Library) -> EditionView:
    here = Viewpoint.afar(library, site, Channel.EMAIL)
    entry = here.shelf.whole(name)
    if entry is None:
        raise KeyError(name)
    return edition(entry, here, readers)


def _sender(name: str) -> Sender:
    if name not in SENDERS:
        near = difflib.get_close_matches(name, SENDERS, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"We know: {', '.join(SENDERS)}."
        raise SystemExit(f"SENDERS names “{name}”, whose tags we do not know. {hint}")
    return SENDERS[name]


def _key() -> Signer | None:
    try:
        return own_signer()
    except NoKey as why:
        raise SystemExit(str(why)) from None


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
