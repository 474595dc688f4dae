"""A document that was read, as JSON, and back: what it takes to read a file only once.

The words of a file decide the document, so a document may be kept by the digest of its file. JSON
holds no code, unlike a pickle: the worst that a damaged one does is to be read again.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, Document, Prose
from plugins.model.blocks import Heading, Pair, Running
from plugins.model.clock import LONDON
from plugins.model.fields import Term
from plugins.model.recurrence import Recurrence

_NAME = ""
"""The key under which an object's class stands: no field and no editor's word is called that."""
_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Classes whose values JSON has itself; those that are made of them are looked at more closely."""
_KNOWN_FIRST = frozenset({"slug", "path", "digest", "original"})


def packed(document: Document) -> str:
    """Write a document as JSON, but for what its file's place says already."""
    fields = {name: value for name, value in vars(document).items() if name not in _KNOWN_FIRST}
    return json.dumps(_flat(fields), ensure_ascii=False, separators=(",", ":"))


def unpacked(kind: type[Document], written: str) -> Mapping[str, Any]:
    """Give the fields of a document again. Raises ValueError, KeyError or TypeError for what nobody packed."""
    fields = dict(_whole(json.loads(written)))
    missing = kind.model_fields.keys() - _KNOWN_FIRST - fields.keys()
    if missing:
        raise KeyError(*sorted(missing))
    return fields


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


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_whole, value))
    if not isinstance(value, dict):
        return value
    name = value.pop(_NAME, None)
    if name in _TIMES:
        return _TIMES[name](value)
    fields = {key: _whole(part) for key, part in value.items()}
    return fields if name is None else _made(_classes()[name], fields)


def _made(kind: type[Any], fields: dict[str, Any]) -> Any:
    if issubclass(kind, Term):
        return kind(fields["is"])
    return kind.model_construct(None, **fields) if issubclass(kind, BaseModel) else kind(**fields)


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
