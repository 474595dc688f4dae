"""Which documents show in a view: the record from which a story can be found, and withdrawn, everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def sources(view: Any, *own: str) -> tuple[str, ...]:
    """Give the ids of the documents that show in a view, beside its own, sorted."""
    found = set(own)
    waiting: list[object] = [view]
    while waiting:
        value = waiting.pop()
        if name := getattr(value, "document_id", ""):
            found.add(name)
        found.update(getattr(value, "document_ids", ()))
        waiting += [part for part in _inside(type(value))(value) if _inside(type(part)) is not _nothing]
    return tuple(sorted(found))


def _nothing(value: object) -> Iterable[Any]:  # noqa: ARG001 - as the others
    return ()


def _inside_of(kind: type) -> Callable[[Any], Iterable[Any]]:
    """Say how to get at what a value of a type holds: a view's fields, the parts of a tuple; texts hold nothing."""
    if issubclass(kind, tuple):
        return iter
    if not is_dataclass(kind):
        return _nothing
    names = tuple(field.name for field in fields(kind))
    return lambda value: [getattr(value, name) for name in names]


_inside: Callable[[type], Callable[[Any], Iterable[Any]]] = cache(_inside_of)
