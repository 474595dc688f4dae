"""Front matter as text: values written so that source reads the same ones back, with a hint above each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from plugins.desk.samples import bare, hint, nested_class
from plugins.model.fields import Term
from plugins.source import front

WIDTH = 100
AN_EXAMPLE = "This is only an example: change it."
COPIED = "Nothing here is agreed yet: copy each line from the signed form."
_PLAIN = re.compile(r"[A-Za-z0-9][\w:.-]*")
"""A word that may stand in square brackets as it is."""
FEW = 14
"""So many words to choose from are named in a hint; longer lists are in docs/fields.md."""


def fields(
    owner: type[BaseModel], values: Mapping[str, Any], indent: str = "", examples: Collection[str] = ()
) -> Iterator[str]:
    """Write the fields of a class, each under a hint, as lines; those that hold an example say so."""
    for name, info in owner.model_fields.items():
        if name in values:
            yield from _hint(owner, name, indent)
            nested = nested_class(hint(owner, name))
            if name in examples:
                yield f"{indent}# {COPIED if nested else AN_EXAMPLE}"
            yield from field(info.alias or name, values[name], indent, nested=nested)


def field(name: str, value: Any, indent: str = "", nested: type[BaseModel] | None = None) -> Iterator[str]:
    """Write one field as lines; what is nested keeps its hints if its class is given."""
    if isinstance(value, Mapping):
        yield f"{indent}{name}:"
        inner = f"{indent}  "
        if nested:
            yield from fields(nested, value, inner)
        else:
            for key, part in value.items():
                yield from field(key, part, inner)
    elif isinstance(value, list) and any(isinstance(part, Mapping) for part in value):
        yield f"{indent}{name}:"
        for part in value:
            lines = [line for key, inner in part.items() for line in field(key, inner, f"{indent}    ")]
            yield f"{indent}  - {lines[0].lstrip()}"
            yield from lines[1:]
    elif isinstance(value, list) and all(_PLAIN.fullmatch(part) for part in value):
        yield f"{indent}{name}: [{', '.join(value)}]"
    elif isinstance(value, list):
        yield f"{indent}{name}:"
        yield from (f"{indent}  - {text(part, 'item')}" for part in value)
    elif "\n" in value:
        yield f"{indent}{name}: |"
        yield from (f"{indent}  {line}".rstrip() for line in value.splitlines())
    else:
        yield f"{indent}{name}: {text(value, name)}"


def text(value: str, name: str) -> str:
    """Write a text as it stands if source reads it back from there, else in straight quotes."""
    read = front.read("", [f"{name}: {value}"], 1)
    if not read.problems and read.values == {name: value}:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def choices(wanted: Any) -> list[Term]:
    """Give the words that a field may choose from; none where it is free."""
    wanted = bare(wanted)
    for part in (wanted, *getattr(wanted, "__args__", ())):
        if isinstance(part, type) and issubclass(part, Term):
            return list(part)
        for inner in getattr(part, "__args__", ()):
            if isinstance(inner, type) and issubclass(inner, Term):
                return list(inner)
    return []


def _hint(owner: type[BaseModel], name: str, indent: str) -> Iterator[str]:
    told = owner.model_fields[name].description or ""
    words = [str(term) for term in choices(hint(owner, name))]
    if words and not all(word in told for word in words):
        more = " …, all in docs/fields.md" if len(words) > FEW else ""
        told = f"{told} One of: {', '.join(words[:FEW])}{more}."
    lead = f"{indent}# "
    yield from textwrap.wrap(told, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)
