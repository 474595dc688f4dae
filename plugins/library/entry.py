"""A document with its address."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.model import DOCUMENT_TYPES, Document, Page
from plugins.model.page import PageKind
from plugins.model.tombstone import Tombstone

INDEXES = frozenset(f"/{kind.folder}/" for kind in DOCUMENT_TYPES if kind is not Page)
"""The address of each kind's list."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One document on the shelves."""

    document: Document
    url: str

    @property
    def id(self) -> str:
        """Name the document: ``story:first-keys``."""
        return self.document.id
