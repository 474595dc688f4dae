"""Values that fit a field, as an editor would write them, found by the field's type and its description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from plugins.model import fields
from plugins.model.fields import Term
from plugins.model.recurrence import Recurrence
from plugins.model.unwritten import NO_FORM, UNWRITTEN

Value = Any
"""A text, a list of values, or values by name: what front matter can hold."""

CAUTIOUS = ("paused", "none", "unknown", "ask", "anonymous")
"""The words to begin with where a list has them: they promise nothing and show nothing."""
AHEAD = frozenset({"review_by", "expires", "valid_until", "unpublish_on", "term_to", "until", "review", "withdrawn_on"})
"""Fields whose day lies ahead."""


@dataclass(frozen=True)
class Samples:
    """Finds values; ``known`` has some by field, or by class and field, which come before those of the type."""

    day: date
    known: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    email: str = "team@example.org"

    def fitting(self, owner: type[BaseModel], name: str) -> Iterator[Value]:
        """Give values that a field of a class accepts, the most fitting first."""
        info = owner.model_fields[name]
        adapter = _adapter(owner, name)
        for value in [*self._known(owner, name), *self._values(hint(owner, name), info, name)]:
            try:
                adapter.validate_python(value)
            except ValidationError:
                continue
            yield value

    def nested(self, owner: type[BaseModel]) -> dict[str, Value]:
        """Give a value for each field that a class needs."""
        needed = (name for name, info in owner.model_fields.items() if info.is_required())
        return {name: self.first(owner, name) for name in needed}

    def first(self, owner: type[BaseModel], name: str) -> Value:
        """Give the value that fits a field best. Raises LookupError where none is known."""
        for value in self.fitting(owner, name):
            return value
        message = f"No value is known for {owner.__name__}.{name}; put one into plugins/desk/phrases.py."
        raise LookupError(message)

    def _known(self, owner: type[BaseModel], name: str) -> Iterator[Value]:
        several = is_list(hint(owner, name))
        for value in self.known.get(f"{owner.__name__}.{name}", self.known.get(name, ())):
            yield [value] if several and isinstance(value, str) else value

    def _values(self, wanted: Any, info: FieldInfo, name: str) -> Iterator[Value]:
        wanted = bare(wanted)
        for alias, texts in self._by_alias(name):
            if wanted == alias:
                yield from texts
                return
        inner = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
        if is_list(inner):
            yield from ([value] for value in self._values(get_args(inner)[0], info, name))
        elif isinstance(inner, type) and issubclass(inner, Term):
            terms = [str(term) for term in inner]
            yield from sorted(terms, key=lambda term: CAUTIOUS.index(term) if term in CAUTIOUS else len(CAUTIOUS))
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield self.nested(inner)
        elif bare(inner) is Recurrence:
            yield info.description
        elif inner is int:
            least = (bound.ge for bound in info.metadata if hasattr(bound, "ge"))
            yield str(next(least, 1) or 1)
        elif get_origin(inner) is not None:
            yield {"cy": "first-keys-cy"}
        else:
            yield from _texts(info)

    def _by_alias(self, name: str) -> tuple[tuple[Any, Sequence[Value]], ...]:
        days = [self.day + timedelta(days=ahead) for ahead in (0, 30, 365)]
        start = self.day + timedelta(days=30)
        return (
            (fields.Day, [str(day) for day in (reversed(days) if name in AHEAD else days)]),
            (fields.Moment, [f"{start} 16:00", f"{start} 18:00"]),
            (fields.Month, [f"{self.day:%Y-%m}"]),
            (fields.YesNo, ["false", "true"]),
            (fields.Slug, ["first-keys"]),
            (fields.DocumentRef, ["page:contact"]),
            (fields.HttpsLink, ["https://example.org/page"]),
            (fields.Email, [self.email]),
            (fields.Phone, ["01632 960 114"]),
            (fields.Colour, ["#ffc93c"]),
            (fields.GssCode, ["E08000001"]),
            (fields.ConsentRef, [f"CR-{self.day.year}{NO_FORM}"]),
            (fields.PicturePath, ["first-keys-1.png"]),
        )


def _texts(info: FieldInfo) -> Iterator[str]:
    """Give texts: one to be written, then, for a field that takes only some, those that its description names."""
    told = info.description or ""
    yield UNWRITTEN
    yield f"{UNWRITTEN}. {told}"
    yield "Someone"
    yield from (part.strip(" .") for part in re.split(r"[,;:] | or ", told))
    if isinstance(info.default, str):
        yield str(info.default)


def bare(wanted: Any) -> Any:
    """Give a type without the None that lets a field be left out."""
    if get_origin(wanted) in {Union, UnionType}:
        others = [part for part in get_args(wanted) if part is not type(None)]
        return others[0] if len(others) == 1 else wanted
    return wanted


def is_list(wanted: Any) -> bool:
    """Say whether a field holds several values."""
    wanted = bare(wanted)
    inner = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
    return get_origin(inner) is tuple


def nested_class(wanted: Any) -> type[BaseModel] | None:
    """Give the class of a field that has lines of its own, once or several times; None for other fields."""
    wanted = bare(wanted)
    for part in (wanted, *get_args(wanted)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def hint(owner: type[BaseModel], name: str) -> Any:
    """Give a field's type as its class writes it, with the shape it is named by."""
    return _hints(owner)[name]


@cache
def _hints(owner: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(owner, include_extras=True)


@cache
def _adapter(owner: type[BaseModel], name: str) -> TypeAdapter[Any]:
    info = copy(owner.model_fields[name])
    info.alias = info.validation_alias = info.serialization_alias = None  # a value alone has no name
    ruled: Any = Annotated[info.annotation, info]
    return TypeAdapter(ruled)
