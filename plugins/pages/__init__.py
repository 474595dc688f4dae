"""Leaves the website's pages in the output: one for each document, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from plugins.library import PROGRAMMES, Entry, Library, Shelf
from plugins.model import DOCUMENT_TYPES, Channel, Event, Offer, Page
from plugins.press import Batch, Drawn, Seen, Wanted, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import (
    DocumentView,
    ListingView,
    Site,
    Viewpoint,
    alphabet,
    archive,
    comparing,
    document,
    facets,
    following,
    listings,
    offers,
    output_path,
    programmes,
)

MISSING = "404.html"
View = DocumentView | ListingView | alphabet.AlphabetView | comparing.ComparisonView | following.NewsView
Show = Callable[[Viewpoint], View]


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Wanted]:
    """Give every page that the web may carry."""
    shelf, renderer = library.on(Channel.WEB), Renderer(theme, Target.WEB)
    draw, searched = _Draw(renderer, site), library.on(Channel.WEB, Channel.SEARCH_ENGINES)
    programmes_are = [entry.card_mark for entry in shelf.all(Page.kind)]
    for name, files, deciding in (
        ("documents", _documents, (shelf.where,)),
        ("lists", _lists, (shelf.outline, searched.outline, programmes_are)),
        ("lists of offers", _cuts, facets.deciding(shelf)),
        ("letters", _letters, alphabet.deciding(library)),
    ):
        key = fingerprint(renderer.everything, site, deciding)
        yield Batch(name=f"pages: {name}", key=key, files=partial(files, library, draw))


def _documents(library: Library, draw: _Draw) -> Iterator[Drawn]:
    """Give the pages of documents."""
    site = draw.site
    for entry in library.on(Channel.WEB).entries:
        yield draw.page(output_path(entry.url), draw.template(entry), partial(_document, entry.id, site), entry.id)
    if site.area:
        yield draw.page("index.html", "area.html", partial(_front, f"area:{site.area}", site), f"area:{site.area}")
    yield draw.page(MISSING, "not_found.html", lambda asked: listings.not_found(Viewpoint.anywhere(asked, site)))


def _lists(library: Library, draw: _Draw) -> Iterator[Drawn]:
    """Give the lists of each kind, theme and year."""
    for url, show in _shown(library, draw.site):
        yield draw.list(url, "listing.html", show)
    yield draw.list(following.URL, "get_the_news.html", following.news_page)


def _cuts(library: Library, draw: _Draw) -> Iterator[Drawn]:
    """Give the lists of offers that are cut down, and the tables of what councils have."""
    shelf = library.on(Channel.WEB)
    for cut in facets.cuts(shelf):
        yield draw.list(cut.url, "listing.html", partial(offers.cut_page, cut))
    for topic in comparing.compared(shelf):
        yield draw.list(comparing.url(topic), "comparison.html", partial(comparing.comparison, topic))


def _letters(library: Library, draw: _Draw) -> Iterator[Drawn]:
    """Give the lists by letters."""
    for url, show in alphabet.alphabet(library):
        yield draw.list(url, "alphabet.html", show)


def _document(name: str, site: Site, library: Library) -> DocumentView:
    entry = library.on(Channel.WEB).whole(name)
    if entry is None:
        raise KeyError(name)
    return document(entry, Viewpoint.on_page(library, site, entry.url))


def _front(name: str, site: Site, library: Library) -> DocumentView:
    """Show an area's page as the home page of its own site."""
    entry = library.on(Channel.WEB).whole(name)
    if entry is None:
        raise KeyError(name)
    return document(entry, Viewpoint.on_page(library, site, "/"))


def _listing(url: str, show: Show, site: Site, library: Library) -> View:
    return show(Viewpoint.on_page(library, site, url))


def _shown(library: Library, site: Site) -> Iterator[tuple[str, Show]]:
    shelf, open_ones = library.on(Channel.WEB), library.on(Channel.WEB, Channel.SEARCH_ENGINES)
    for kind in DOCUMENT_TYPES:
        if shelf.all(kind.kind) and kind is not Page:
            yield f"/{kind.folder}/", offers.index if kind is Offer else partial(listings.index, kind)
            if open_ones.all(kind.kind) and len(open_ones.all(kind.kind)) < len(shelf.all(kind.kind)):
                yield listings.quiet(kind), partial(listings.quiet_index, kind)
    if not shelf.get("page:home") and not site.area:
        yield "/", listings.front
    if PROGRAMMES in shelf.addresses:
        yield PROGRAMMES, programmes.programmes_page
    shelves = open_ones, shelf
    yield from _long(listings.PAST_EVENTS, archive.past_events, "past", Event.kind, shelves)
    for theme in shelf.themes:
        yield from _long(f"/themes/{theme}/", partial(archive.theme_page, theme), "themes", theme, shelves)
    for year in shelf.years:
        yield from _long(f"/archive/{year}/", partial(archive.year_page, year), "years", year, shelves)
    yield "/themes/", listings.themes_page
    yield "/archive/", listings.archive_page


def _long(
    url: str, show: Callable[..., View], table: str, name: str | int, shelves: tuple[Shelf, ...]
) -> Iterator[tuple[str, Show]]:
    """Give a list with its leaves, from the first of the shelves that has any of it."""
    for shelf in shelves:
        if shelf.count(table, name):
            yield from ((url + place, partial(show, place=place)) for place in ("", *shelf.leaves(table, name)))
            return


class _Draw:
    """Draws pages with the templates of a theme."""

    def __init__(self, renderer: Renderer, site: Site) -> None:
        self.renderer, self.site = renderer, site
        self.has = cache(renderer.has)
        self.stamp = cache(lambda template: fingerprint(template, renderer.digest(template), site))

    def template(self, entry: Entry) -> str:
        """Name the template of a document's page: its kind's own, or the one for all."""
        own = "home.html" if entry.url == "/" else f"{entry.document.kind}.html"
        return own if self.has(own) else "document.html"

    def list(self, url: str, template: str, show: Show) -> Drawn:
        """Draw a page that is no document's."""
        return self.page(output_path(url), template, partial(_listing, url, show, self.site))

    def page(self, path: str, template: str, look: Callable[[Library], View], *own: str) -> Drawn:
        return Drawn(
            path=path,
            seen=Seen(look),
            draw=lambda view: self.renderer.page(template, view).encode(),
            stamp=self.stamp(template),
            own=own,
        )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
