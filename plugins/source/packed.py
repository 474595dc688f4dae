"""A document that was read, as JSON, and back: what it takes to read a file only once.

The words of a file decide the document, so a document may be kept by the digest of its file. JSON
holds no code, unlike a pickle: the worst that a damaged one does is to be read again.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, Document, Prose
from plugins.model.blocks import Heading, Pair, Running
from plugins.model.clock import LONDON
from plugins.model.fields import Term
from plugins.model.later import Part, part_of
from plugins.model.recurrence import Recurrence

_NAME = ""
"""The key under which an object's class stands: no field and no editor's word is called that."""
_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Classes whose values JSON has itself; those that are made of them are looked at more closely."""
_KNOWN_FIRST = frozenset({"slug", "path", "digest", "original"})


def packed(document: Document) -> Iterator[tuple[str, str]]:
    """Write each part of a document as JSON, but for what its file's place says already."""
    for part in Part:
        fields = {name: getattr(document, name) for name in _names(type(document), part)}
        yield part, json.dumps(_flat(fields), ensure_ascii=False, separators=(",", ":"))


def unpacked(kind: type[Document], part: Part, written: str) -> Mapping[str, Any]:
    """Give the fields of a part again. Raises ValueError, KeyError or TypeError for what nobody packed."""
    fields = json.loads(written, object_hook=_made)
    return {name: fields[name] for name in _names(kind, part)}


@cache
def _names(kind: type[Document], part: Part) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in _KNOWN_FIRST and part_of(name) is part)


def _flat(value: Any) -> Any:  # noqa: PLR0911 - one return for each sort of value
    if type(value) in _PLAIN:
        return value
    match value:
        case Term():
            return {_NAME: type(value).__name__, "is": str(value)}
        case datetime():
            return {_NAME: "datetime", "is": value.replace(tzinfo=None).isoformat(), "fold": value.fold}
        case date():
            return {_NAME: "date", "is": value.toordinal()}
        case None | bool() | int() | float() | str():
            return value
        case tuple():
            return [_flat(part) for part in value]
        case Mapping():
            return {name: _flat(part) for name, part in value.items()}
        case BaseModel():
            return {_NAME: type(value).__name__} | _flat(vars(value))
    return {_NAME: type(value).__name__} | {
        field.name: _flat(getattr(value, field.name)) for field in dataclasses.fields(value)
    }


def _made(value: dict[str, Any]) -> Any:
    """Make of a JSON object what was packed in it, when all that it holds is made."""
    name = value.pop(_NAME, None)
    if name in _TIMES:
        return _TIMES[name](value)
    kind = None if name is None else _classes()[name]
    if kind and issubclass(kind, Term):
        return kind(value["is"])
    fields = {key: _tuple(part) if type(part) is list else part for key, part in value.items()}
    if kind is None:
        return fields
    return kind.model_construct(None, **fields) if issubclass(kind, BaseModel) else kind(**fields)


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuple(part) if type(part) is list else part for part in values)


_TIMES: dict[str, Callable[[dict[str, Any]], date]] = {
    "datetime": lambda kept: datetime.fromisoformat(kept["is"]).replace(tzinfo=LONDON, fold=kept["fold"]),
    "date": lambda kept: date.fromordinal(kept["is"]),
}


@cache
def _classes() -> dict[str, type[Any]]:
    """Give every class that stands inside a document, by name; two of one name cannot be told apart."""
    found: dict[str, type[Any]] = {}
    for made in (Recurrence, Prose, Pair, *_below(Term), *_parts((*DOCUMENT_TYPES, *BLOCK_TYPES, Heading, Running))):
        if found.setdefault(made.__name__, made) is not made:
            raise TypeError(made.__name__)
    return found


def _below(parent: type[Any]) -> Iterable[type[Any]]:
    for made in parent.__subclasses__():
        yield made
        yield from _below(made)


def _parts(models: Iterable[type[BaseModel]]) -> Iterable[type[BaseModel]]:
    """Give models, and the models that their fields hold."""
    return {made for made in _below(BaseModel) if made.__module__.startswith("plugins.model.")} | set(models)
