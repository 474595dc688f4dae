"""Which feeds there are, and which documents each of them holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.library import Entry, Library
from plugins.model import DOCUMENT_TYPES, Channel, Offer
from plugins.view import Site
from plugins.view.frame import FEED_OF_ALL

MOST = 30
"""A feed holds this many entries; who wants more finds them in the archive."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What one feed is called, where its page is, and what it holds, the newest first."""

    name: str
    title: str
    summary: str
    url: str
    entries: tuple[Entry, ...]


def selections(library: Library, site: Site) -> Iterator[Selection]:
    """Give every feed of a site: of all, of each dated kind, theme and area.

    All have theirs even while nothing may be in it, because pages on the web link to it.
    """
    web, news = library.on(Channel.WEB), _news(library)
    yield Selection(FEED_OF_ALL, site.sitename, site.tagline, "/", news[:MOST])
    for kind in DOCUMENT_TYPES:
        if kind.dated:
            found = tuple(entry for entry in news if entry.document.kind == kind.kind)
            title = f"{site.short_name}: {kind.index_title}"
            yield Selection(
                kind.folder, title, kind.index_summary or kind.index_title, f"/{kind.folder}/", found[:MOST]
            )
    for theme in web.themes:
        found = tuple(entry for entry in news if theme in entry.spine.themes)
        title, summary = f"{site.short_name}: {theme.label}", f"What is new under the theme “{theme.label}”."
        yield Selection(f"themes/{theme}", title, summary, f"/themes/{theme}/", found[:MOST])
    for area in web.all("area"):
        theirs = {entry.id for entry in library.on(Channel.FEED).of_area(area.document.slug)}
        found = tuple(entry for entry in news if entry.id in theirs)
        title, summary = f"{site.short_name}: {area.document.title}", f"What is new from {area.document.title}."
        yield Selection(f"areas/{area.document.slug}", title, summary, area.url, found[:MOST])


def _news(library: Library) -> tuple[Entry, ...]:
    """Give what feeds may carry and can still be had; the newest first."""
    now = library.as_of.timestamp()
    news = (
        entry
        for entry in library.on(Channel.FEED).dated()
        if not (entry.document.kind == Offer.kind and entry.spine.ended(now))
    )
    return tuple(sorted(news, key=lambda entry: (-(entry.spine.appears or 0), entry.id)))
