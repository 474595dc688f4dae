"""Where a document stands: its address on the site, and the areas it belongs to."""

from __future__ import annotations

from plugins.model import DOCUMENT_TYPES, Document, Page
from plugins.model.page import PageKind
from plugins.model.tombstone import Tombstone

INDEXES = frozenset(f"/{kind.folder}/" for kind in DOCUMENT_TYPES if kind is not Page)
"""The address of each kind's list."""
SITE_PAGES = frozenset({"/", "/archive/", "/themes/", "/a-z/", "/get-the-news/", "/search/"})
"""The addresses that every site has, whatever is in it."""
FINDER = "/what-can-i-get/"
"""The page that asks a few questions and answers with offers; it is there while there are any."""
PROGRAMMES = "/programmes/"
"""The list of programmes; it is there while there are any."""
_FOLDERS = {kind.kind: kind.folder for kind in DOCUMENT_TYPES}


def address(document: Document) -> str:
    """Give a document's address on the site, from its kind and its file name, never from its title."""
    if isinstance(document, Page):
        return "/" if document.page_kind is PageKind.HOME else f"/{document.slug}/"
    return f"/{document.folder}/{document.slug}/"


def former_address(stone: Tombstone) -> str:
    """Give the address that a withdrawn document had."""
    folder = _FOLDERS[stone.kind]
    return f"/{stone.slug}/" if folder == Page.folder else f"/{folder}/{stone.slug}/"


def areas_of(document: Document) -> frozenset[str]:
    """Give the areas a document says it belongs to; for people, the one they agreed to show."""
    shown = getattr(document, "area_shown", None)
    if getattr(document, "location_shown", None) == "area":
        shown = getattr(document, "area", None)
    places = [document.areas, getattr(document, "responsible_areas", ()), getattr(document, "residence_areas", ())]
    return frozenset({*(slug for listed in places for slug in listed), *((shown,) if shown else ())})
