"""When a document was published and when it last changed: from its own dates, never from a clock."""

from __future__ import annotations

from datetime import datetime

from plugins.model import Document
from plugins.model.clock import start_of


def published(document: Document) -> datetime | None:
    """Give the instant a document was published at, in London; None for one that has no date."""
    return document.appears


def changed(document: Document) -> datetime | None:
    """Give the instant a document last changed at, never before it was published; None for one without dates."""
    updated = start_of(document.updated) if document.updated else None
    return max(filter(None, (document.appears, updated)), default=None)
