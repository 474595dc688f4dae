"""Leaves the website's pages in the output: one for each document, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, Channel, Page
from plugins.press import Artefact, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.view import DocumentView, ListingView, Site, Viewpoint, document, listings, output_path, sources

MISSING = "404.html"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give every page that the web may carry."""
    renderer = Renderer(theme, Target.WEB)
    for entry in library.on(Channel.WEB).entries:
        view = document(entry, Viewpoint.on_page(library, site, entry.url))
        yield _page(renderer, output_path(entry.url), _template(renderer, view, entry.url), view, entry.id)
    for url, listing in _listings(library, site):
        yield _page(renderer, output_path(url), "listing.html", listing)
    yield _page(renderer, MISSING, "not_found.html", listings.not_found(Viewpoint.anywhere(library, site)))


def _template(renderer: Renderer, view: DocumentView, url: str) -> str:
    """Name the template of a document's page: its kind's own, or the one for all."""
    own = "home.html" if url == "/" else f"{view.kind}.html"
    return own if renderer.has(own) else "document.html"


def _listings(library: Library, site: Site) -> Iterator[tuple[str, ListingView]]:
    shelf, open_ones = library.on(Channel.WEB), library.on(Channel.WEB, Channel.SEARCH_ENGINES)
    for kind in DOCUMENT_TYPES:
        if shelf.all(kind.kind) and kind is not Page:
            url = f"/{kind.folder}/"
            yield url, listings.index(kind, Viewpoint.on_page(library, site, url))
            if open_ones.all(kind.kind) and len(open_ones.all(kind.kind)) < len(shelf.all(kind.kind)):
                url = listings.quiet(kind)
                yield url, listings.quiet_index(kind, Viewpoint.on_page(library, site, url))
    if not shelf.get("page:home"):
        yield "/", listings.front(Viewpoint.on_page(library, site, "/"))
    for theme in shelf.themes:
        url = f"/themes/{theme}/"
        yield url, listings.theme_page(theme, Viewpoint.on_page(library, site, url))
    for year in shelf.years:
        url = f"/archive/{year}/"
        yield url, listings.year_page(year, Viewpoint.on_page(library, site, url))
    yield "/themes/", listings.themes_page(Viewpoint.on_page(library, site, "/themes/"))
    yield "/archive/", listings.archive_page(Viewpoint.on_page(library, site, "/archive/"))


def _page(renderer: Renderer, path: str, template: str, view: DocumentView | ListingView, *own: str) -> Artefact:
    return Artefact(
        path=path,
        make=lambda: renderer.render(template, page=view).encode(),
        fingerprint=fingerprint(template, renderer.digest(template), view),
        sources=sources(view, *own),
    )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
