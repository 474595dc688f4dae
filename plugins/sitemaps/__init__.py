"""Leaves what search engines read first in the output: ``sitemap.xml``, and ``robots.txt`` that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from plugins.library import Entry, Library
from plugins.model import DOCUMENT_TYPES, Channel, Page
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site
from plugins.view.dates import changed

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give the map of every page that search engines may keep, and the rules for robots."""
    pages, ids = _pages(library)
    yield Artefact(
        path="sitemap.xml",
        make=lambda: sitemap(pages, site),
        fingerprint=fingerprint(tuple(pages.items()), site.siteurl),
        sources=ids,
    )
    yield Artefact(path="robots.txt", make=lambda: robots(site), fingerprint=fingerprint(site.siteurl))


def sitemap(pages: Mapping[str, date | None], site: Site) -> bytes:
    """Write addresses, each with the day it last changed where that is known (sitemaps.org, protocol 0.9)."""
    root = ET.Element(f"{{{NAMESPACE}}}urlset")
    for url, day in pages.items():
        found = ET.SubElement(root, f"{{{NAMESPACE}}}url")
        ET.SubElement(found, f"{{{NAMESPACE}}}loc").text = site.siteurl + url
        if day:
            ET.SubElement(found, f"{{{NAMESPACE}}}lastmod").text = day.isoformat()
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True, default_namespace=NAMESPACE)
    return written + b"\n"


def robots(site: Site) -> bytes:
    """Write the rules for robots (RFC 9309): editions are for the people they are sent to."""
    editions = f"{urlsplit(site.siteurl).path}/editions/"
    return f"User-agent: *\nDisallow: {editions}\n\nSitemap: {site.siteurl}/sitemap.xml\n".encode()


def _pages(library: Library) -> tuple[dict[str, date | None], tuple[str, ...]]:
    """Give the addresses that engines may keep with their last change, sorted, and the documents behind them."""
    web, engines = library.on(Channel.WEB), library.on(Channel.SEARCH_ENGINES)
    entries = tuple(entry for entry in web.entries if engines.get(entry.id))
    news = tuple(entry for entry in web.dated() if engines.get(entry.id))
    pages = {"/": None, "/archive/": _last(news), "/themes/": _last(news)}
    for kind in DOCUMENT_TYPES:
        found = tuple(entry for entry in entries if entry.document.kind == kind.kind)
        if found and kind is not Page:
            pages[f"/{kind.folder}/"] = _last(found)
    pages |= {f"/themes/{theme}/": _last(found) for theme, found in engines.themes.items() if theme in web.themes}
    pages |= {f"/archive/{year}/": _last(found) for year, found in engines.years.items() if year in web.years}
    pages |= {entry.url: _last((entry,)) for entry in entries}
    kept_out = {entry.url for entry in entries if not library.searchable(entry)}
    return {url: pages[url] for url in sorted(pages) if url not in kept_out}, tuple(
        sorted(entry.id for entry in entries)
    )


def _last(entries: tuple[Entry, ...]) -> date | None:
    return max((moment.date() for entry in entries if (moment := changed(entry.document))), default=None)


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
