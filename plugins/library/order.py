"""The order in which readers meet the documents of a kind."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from plugins.model import Document, Event, Newsletter, Objective, Page, Person
from plugins.model.clock import LONDON
from plugins.model.person import Role

_NEVER = datetime.max.replace(tzinfo=LONDON)
_LAST = 10_000


def _newest(document: Document) -> tuple[Any, ...]:
    return (-(document.date or date.min).toordinal(), document.slug)


def _by_title(document: Document) -> tuple[Any, ...]:
    return (document.title.casefold(), document.slug)


def place(document: Document) -> tuple[Any, ...]:
    """Give what the documents of a kind are ordered by: the newest first, what is soon first, or by name."""
    match document:
        case Newsletter():
            return (-document.issue, document.slug)
        case Event():
            return (document.start.timestamp() if document.start else _NEVER.timestamp(), document.slug)
        case Objective():
            return (document.order, document.slug)
        case Page():
            return (document.nav_order or _LAST, *_by_title(document))
        case Person():
            return (list(Role).index(document.role), document.display_name.casefold(), document.slug)
    return _newest(document) if document.dated and document.kind != "offer" else _by_title(document)
