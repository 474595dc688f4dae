"""What feeds must say was taken down."""

from __future__ import annotations

from plugins.library import Library
from plugins.model import DOCUMENT_TYPES
from plugins.model.tombstone import Tombstone
from plugins.view.frame import FEED_OF_ALL


def gone(library: Library, name: str) -> tuple[Tombstone, ...]:
    """Give what a feed must say was taken down: in the feed of everything, and in that of its kind."""
    feeds = {kind.kind: (FEED_OF_ALL, kind.folder) for kind in DOCUMENT_TYPES}
    return tuple(stone for stone in library.tombstones if stone.said(library.as_of) and name in feeds[stone.kind])
