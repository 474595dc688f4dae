"""The order in which readers meet the documents of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from plugins.library.entry import Entry
from plugins.model import Document, Event, Newsletter, Objective, Page, Person
from plugins.model.clock import LONDON
from plugins.model.person import Role

_NEVER = datetime.max.replace(tzinfo=LONDON)
_LAST = 10_000


def _newest(document: Document) -> Any:
    return (-(document.date or date.min).toordinal(), document.slug)


def _by_title(document: Document) -> Any:
    return (document.title.casefold(), document.slug)


def _key(document: Document) -> Any:
    match document:
        case Newsletter():
            return (-document.issue, document.slug)
        case Event():
            return (document.start.timestamp() if document.start else _NEVER.timestamp(), document.slug)
        case Objective():
            return (document.order, document.slug)
        case Page():
            return (document.nav_order or _LAST, _by_title(document))
        case Person():
            return (list(Role).index(document.role), document.display_name.casefold(), document.slug)
    return _newest(document) if document.dated and document.kind != "offer" else _by_title(document)


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put the entries of one kind in their order: the newest first, what is soon first, or by name."""
    key: Callable[[Entry], Any] = lambda entry: _key(entry.document)  # noqa: E731 - typed, and used once
    return tuple(sorted(entries, key=key))
