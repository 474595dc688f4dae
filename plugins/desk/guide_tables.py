"""Fields as tables of docs/fields.md: what each is, whether it is needed, and what it may say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel

from plugins.desk.phrases import PHRASES
from plugins.desk.samples import Samples, hint, nested_class
from plugins.desk.writing import choices, field

DAY = date(2026, 12, 4)
SHORT = 8
"""So many words to choose from stand in the table; longer lists have a part of their own."""


def samples(**known: str) -> Samples:
    """Give the examples of this page: always of the same day."""
    return Samples(DAY, {**PHRASES, **{name: (value,) for name, value in known.items()}})


def table(owner: type[BaseModel], names: Iterable[str], often: Iterable[str], found: Samples) -> str:
    """Write fields of a class as a table."""
    rows = ["| field | needed | what it is | for example |", "|---|---|---|---|"]
    for name in names:
        info = owner.model_fields[name]
        needed = "yes" if info.is_required() else "often" if name in often else ""
        rows.append(f"| `{info.alias or name}` | {needed} | {_about(owner, name)} | {_example(owner, name, found)} |")
    return "\n".join(rows)


def _about(owner: type[BaseModel], name: str) -> str:
    told = owner.model_fields[name].description or ""
    terms = choices(hint(owner, name))
    words = [str(term) for term in terms]
    if words and not all(word in told for word in words):
        there = anchor(f"Words for {spoken(type(terms[0]))}")
        more = ", ".join(words) if len(words) <= SHORT else f"[{len(words)} words](#{there})"
        told = f"{told} One of: {more}."
    return told.replace("|", "\\|")


def _example(owner: type[BaseModel], name: str, found: Samples) -> str:
    inner = nested_class(hint(owner, name))
    if inner:
        return f"[its own lines](#{anchor(f'Lines for {spoken(inner)}')})"
    lines = list(field(name, found.first(owner, name)))
    shown = lines[0].partition(": ")[2] if len(lines) == 1 else " ".join(line.strip() for line in lines[1:])
    return f"`{shown.strip()}`".replace("|", "\\|")


def spoken(named: type) -> str:
    """Say a class's name in words: content note for ContentNote."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", named.__name__).lower()


def anchor(heading: str) -> str:
    """Give the address that a heading of the page has."""
    return heading.lower().replace(" ", "-")
