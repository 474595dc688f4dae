"""Leaves what search engines read first in the output: ``sitemap.xml``, and ``robots.txt`` that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from plugins.library import Library
from plugins.model import Channel, Page
from plugins.press import Artefact, Batch, Wanted, fingerprint, printing
from plugins.sitemaps.places import Place, places
from plugins.view import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAP = "sitemap.xml"
MOST = 50_000
"""More addresses stand in several files: the protocol allows no more in one, and a new page changes only its own."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Wanted]:  # noqa: ARG001 - a room's signature
    """Give the map of every page that search engines may keep, and the rules for robots."""
    web, engines = library.on(Channel.WEB), library.on(Channel.SEARCH_ENGINES)
    shown = [entry.id for entry in engines.entries if library.searchable(entry)]
    pages = [entry.card_mark for entry in web.all(Page.kind)]
    key = fingerprint(site, web.outline, engines.outline, shown, pages)
    yield Batch(name="sitemaps", key=key, files=partial(_maps, library, site))
    yield Artefact(path="robots.txt", make=lambda: robots(site), fingerprint=fingerprint(site.siteurl))


def _maps(library: Library, site: Site) -> Iterator[Artefact]:
    """Give the map, in parts where it is long."""
    parts = _parts(places(library, site))
    for path, part in parts.items():
        yield Artefact(
            path=path,
            make=partial(sitemap, part, site),
            fingerprint=fingerprint(part, site.siteurl),
            sources=tuple(sorted({place.document_id for place in part if place.document_id})),
        )
    if MAP not in parts:
        days = {path: max((place.day for place in part if place.day), default=None) for path, part in parts.items()}
        yield Artefact(
            path=MAP, make=lambda: index(days, site), fingerprint=fingerprint(tuple(days.items()), site.siteurl)
        )


def sitemap(part: tuple[Place, ...], site: Site) -> bytes:
    """Write addresses, each with the day it last changed where that is known (sitemaps.org, protocol 0.9)."""
    return _written("urlset", "url", {site.siteurl + place.url: place.day for place in part})


def index(days: Mapping[str, date | None], site: Site) -> bytes:
    """Write which files the map is in, each with the day of its last change (the same, “sitemap index”)."""
    return _written("sitemapindex", "sitemap", {f"{site.siteurl}/{path}": day for path, day in days.items()})


def _written(root: str, each: str, days: Mapping[str, date | None]) -> bytes:
    tree = ET.Element(f"{{{NAMESPACE}}}{root}")
    for address, day in days.items():
        found = ET.SubElement(tree, f"{{{NAMESPACE}}}{each}")
        ET.SubElement(found, f"{{{NAMESPACE}}}loc").text = address
        if day:
            ET.SubElement(found, f"{{{NAMESPACE}}}lastmod").text = day.isoformat()
    ET.indent(tree)
    written: bytes = ET.tostring(tree, encoding="utf-8", xml_declaration=True, default_namespace=NAMESPACE)
    return written + b"\n"


def _parts(found: tuple[Place, ...]) -> dict[str, tuple[Place, ...]]:
    """Share places out to files: one; or one for each section of the site, so that a new story changes only its own."""
    if len(found) <= MOST:
        return {MAP: found}
    parts: dict[str, tuple[Place, ...]] = {}
    for section, group in groupby(sorted(found, key=lambda place: (place.section, place.url)), key=lambda p: p.section):
        rest, number = tuple(group), 1
        while rest:
            name = f"sitemap-{section}.xml" if number == 1 else f"sitemap-{section}-{number}.xml"
            parts[name], rest, number = rest[:MOST], rest[MOST:], number + 1
    return parts


def robots(site: Site) -> bytes:
    """Write the rules for robots (RFC 9309): editions are for the people they are sent to."""
    editions = f"{urlsplit(site.siteurl).path}/editions/"
    return f"User-agent: *\nDisallow: {editions}\n\nSitemap: {site.siteurl}/sitemap.xml\n".encode()


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
