"""Which documents show in a view: the record from which a story can be found, and withdrawn, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def sources(view: Any, *own: str) -> tuple[str, ...]:
    """Give the ids of the documents that show in a view, beside its own, sorted."""
    return tuple(sorted({*own, *_found(view)}))


def _found(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _found(part)
    elif is_dataclass(value):
        if name := getattr(value, "document_id", ""):
            yield name
        yield from getattr(value, "document_ids", ())
        for field in fields(value):
            yield from _found(getattr(value, field.name))
