"""The pages that search engines may keep, each with the day it last changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plugins.library import PROGRAMMES, Entry, Library, Shelf
from plugins.library.address import SITE_PAGES
from plugins.model import DOCUMENT_TYPES, Channel, Page
from plugins.model.clock import LONDON
from plugins.view import Site
from plugins.view.programmes import programmes


@dataclass(frozen=True, slots=True)
class Place:
    """One page."""

    url: str
    day: date | None
    document_id: str = ""
    """Whose page it is; nothing for lists."""

    @property
    def section(self) -> str:
        """Name the part of the site that it is in."""
        first, _, rest = self.url.strip("/").partition("/")
        return first if rest or any(first == kind.folder for kind in DOCUMENT_TYPES) else Page.folder


def places(library: Library, site: Site) -> tuple[Place, ...]:
    """Give every page that engines may keep, by address; of one that has two, the one it is known by."""
    web, engines = library.on(Channel.WEB), library.on(Channel.SEARCH_ENGINES)
    both = library.on(Channel.WEB, Channel.SEARCH_ENGINES)
    entries = tuple(entry for entry in web.entries if engines.get(entry.id))
    news = _last(entry for entry in web.dated() if engines.get(entry.id))
    lists = {url: news if url in {"/archive/", "/themes/"} else None for url in SITE_PAGES}
    for kind in DOCUMENT_TYPES:
        found = [entry for entry in entries if entry.document.kind == kind.kind]
        if found and kind is not Page:
            lists[f"/{kind.folder}/"] = _last(found)
    if PROGRAMMES in both.addresses:
        lists[PROGRAMMES] = _last(programmes(both))
    for theme in both.themes:
        lists |= _leaves(f"/themes/{theme}/", "themes", theme, both)
    for year in both.years:
        lists |= _leaves(f"/archive/{year}/", "years", year, both)
    pages = {url: Place(url, day) for url, day in lists.items()}
    for entry in entries:
        if site.is_about(entry.id):  # its page is the home page
            continue
        if library.searchable(entry):
            pages[entry.url] = Place(entry.url, _last((entry,)), entry.id)
        else:
            pages.pop(entry.url, None)
    return tuple(pages[url] for url in sorted(pages))


def _leaves(url: str, table: str, name: str | int, shelf: Shelf) -> dict[str, date | None]:
    """Give the addresses of a list and of its leaves, each with the day on which anything on it last changed."""
    places = ("", *shelf.leaves(table, name))
    return {url + place: _last(shelf.leaf(table, name, place)) for place in places}


def _last(entries: Iterable[Entry]) -> date | None:
    last = max((entry.spine.changed for entry in entries if entry.spine.changed is not None), default=None)
    return None if last is None else datetime.fromtimestamp(last, LONDON).date()
