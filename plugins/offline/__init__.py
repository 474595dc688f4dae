"""Leaves what works without a network in the output: a worker that keeps opened pages, and a page for all others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import rjsmin

from plugins.library import Entry, Library
from plugins.model import Channel
from plugins.press import Artefact, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import Site, Viewpoint, output_path
from plugins.view.offline import URL, offline_page

WORKER = "worker.js"
"""In the theme's folder; its place in the output is the root, because a worker sees only what lies below it."""
TEMPLATE = "offline.html"
_VERSION = "VERSION"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give the worker and its page; without a worker in the theme, neither."""
    if not (theme / WORKER).is_file():
        return
    renderer, view = Renderer(theme, Target.WEB), offline_page(Viewpoint.anywhere(library, site))
    yield Artefact(
        path=output_path(URL),
        make=lambda: renderer.page(TEMPLATE, view).encode(),
        fingerprint=fingerprint(TEMPLATE, renderer.digest(TEMPLATE), view),
    )
    script = str(rjsmin.jsmin((theme / WORKER).read_text("utf-8"))).replace(_VERSION, version(library)).strip().encode()
    yield Artefact(path="sw.js", make=lambda: script, fingerprint=fingerprint(script))


def version(library: Library) -> str:
    """Stand for everything that people took off the site, so that a device forgets what it kept when more is.

    It comes from the content and no clock; what is new on the site does not change it.
    """
    web, now = library.on(Channel.WEB), library.as_of.timestamp()
    hidden = (entry for entry in library.entries.values() if web.get(entry.id) is None)
    gone = {entry.id for entry in hidden if _gone(entry, now)}
    gone |= {stone.id for stone in library.tombstones}
    return hashlib.sha256("\0".join(sorted(gone)).encode()).hexdigest()[:8]


def _gone(entry: Entry, now: float) -> bool:
    """Say whether somebody's yes is needed for a document whose time has come."""
    return entry.spine.agreed and (entry.spine.appears is None or entry.spine.appears <= now)


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
