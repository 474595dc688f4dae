"""Which feeds there are, and which documents each of them holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.library import Entry, Library
from plugins.model import DOCUMENT_TYPES, Area, Channel, Offer
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
    web, feed, news = library.on(Channel.WEB), library.on(Channel.FEED), _news(library)
    areas = web.all(Area.kind)
    of_kind = _grouped(news, lambda entry: [entry.document.kind])
    of_theme = _grouped(news, lambda entry: entry.spine.themes)
    homes = _names_by_id({area.document.slug: feed.of_area(area.document.slug) for area in areas})
    of_area = _grouped(news, lambda entry: homes.get(entry.id, ()))
    yield Selection(FEED_OF_ALL, site.sitename, site.tagline, "/", news[:MOST])
    for kind in DOCUMENT_TYPES:
        if kind.dated:
            title, summary = f"{site.short_name}: {kind.index_title}", kind.index_summary or kind.index_title
            yield Selection(kind.folder, title, summary, f"/{kind.folder}/", of_kind.get(kind.kind, ()))
    for theme in web.themes:
        title, summary = f"{site.short_name}: {theme.label}", f"What is new under the theme “{theme.label}”."
        yield Selection(f"themes/{theme}", title, summary, f"/themes/{theme}/", of_theme.get(theme, ()))
    for area in areas:
        slug, name = area.document.slug, area.document.title
        title, summary = f"{site.short_name}: {name}", f"What is new from {name}."
        yield Selection(f"areas/{slug}", title, summary, area.url, of_area.get(slug, ()))


def _grouped(news: Iterable[Entry], groups: Callable[[Entry], Iterable[str]]) -> dict[str, tuple[Entry, ...]]:
    """Give the newest entries of each group, as many as a feed holds; ``groups`` names those that an entry is in."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in news:
        for name in set(groups(entry)):
            found[name].append(entry)
    return {name: tuple(entries[:MOST]) for name, entries in found.items()}


def _names_by_id(groups: Mapping[str, Iterable[Entry]]) -> dict[str, list[str]]:
    """Give the names of the groups that each entry is in, by its id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, entries in groups.items():
        for entry in entries:
            found[entry.id].append(name)
    return found


def _news(library: Library) -> tuple[Entry, ...]:
    """Give what feeds may carry and can still be had; the newest first."""
    now = library.as_of.timestamp()
    news = (
        entry
        for entry in library.on(Channel.FEED).dated()
        if not (entry.document.kind == Offer.kind and entry.spine.ended(now))
    )
    return tuple(sorted(news, key=lambda entry: (-(entry.spine.appears or 0), entry.id)))
