"""The model as a page for editors, docs/fields.md: every field, every block, every data file, each with an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.desk import guide_blocks
from plugins.desk.drafting import draft
from plugins.desk.guide_tables import SHORT, samples, spoken, table
from plugins.desk.samples import hint, nested_class
from plugins.desk.writing import choices, field
from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document, Record
from plugins.model.fields import Term

HEAD = """\
# Every field and every block

This page is made from the model: `make schemas` writes it again. Nothing is changed here by hand.

A file begins with its fields, between two lines of three hyphens; the text comes under them. Its folder says what
kind of thing it is, its name becomes its address.

```markdown
---
title: My first radiator
summary: Ana waited nine weeks for a warm home. A letter from her project changed that.
date: 2026-12-04
themes: [first-home, money]
---

The text.
```

- A day is year-month-day: `2026-12-04`. A day and time: `2026-12-04 16:00`, on the 24-hour clock, in London.
- A list stands in square brackets, `[money, college]`, or one a line with a hyphen and a space in front.
- A text with a colon and a space in it, or with a mark like `#` or `[` at its start, needs straight quotes:
  `"Moving in: what I learned"`. `make check` says where.
- A line that begins with `#` is a note to yourself; readers never see it.

In the tables, **yes** is a field without which there is nothing; **often** is one that is asked for in an ordinary
piece, and `make check` says when.
"""


def guide() -> str:
    """Write the whole page."""
    parts = [HEAD, _shared(), *map(_kind, DOCUMENT_TYPES), guide_blocks.guide(), _records(), _words()]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


def _shared() -> str:
    names = list(Document.editor_fields())
    dated = ", ".join(kind.plural.lower() for kind in DOCUMENT_TYPES if kind.dated)
    note = f"`date` is needed in {dated}."
    return f"## Fields that every kind has\n\n{table(Document, names, (), samples())}\n\n{note}"


def _kind(kind: type[Document]) -> str:
    own = [name for name in kind.editor_fields() if name not in Document.model_fields]
    slug = "2026-12" if "month" in own else "first-keys"
    often = draft(kind, slug, {"title": "My first radiator"}, samples(month=slug)).asked
    shared = sorted(often & set(Document.model_fields))
    told = f"Often asked for as well: {', '.join(f'`{name}`' for name in shared)}." if shared else ""
    parts = [
        f"## {kind.label}: `content/{kind.folder}/`",
        (kind.__doc__ or "").strip(),
        table(kind, own, often, samples(month="2026-12")),
        told,
        *_nested(kind, own),
    ]
    return "\n\n".join(filter(None, parts))


def _nested(kind: type[Document], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        inner = nested_class(hint(kind, name))
        if not inner or inner.__name__ in _told_before(kind):
            continue
        yield f"### Lines for {spoken(inner)}\n\n{(inner.__doc__ or '').strip()}"
        yield table(inner, inner.model_fields, (), samples())
        several = [samples().nested(inner)]
        value = several if "tuple" in repr(hint(kind, name)) else several[0]
        yield "```yaml\n" + "\n".join(field(name, value)) + "\n```"


def _told_before(kind: type[Document]) -> set[str]:
    """Give the classes whose lines an earlier kind has shown already."""
    earlier = DOCUMENT_TYPES[: DOCUMENT_TYPES.index(kind)]
    found = (nested_class(hint(other, name)) for other in earlier for name in other.editor_fields())
    return {inner.__name__ for inner in found if inner}


def _records() -> str:
    told = "Facts that are written once and used everywhere. Each begins with its id."
    parts = [part for kind in RECORD_TYPES for part in _record(kind)]
    return "\n\n".join(["## Data files: `content/data/`", told, *parts])


def _record(kind: type[Record]) -> Iterator[str]:
    yield f"### `{kind.file}`"
    yield (kind.__doc__ or "").strip()
    names = [name for name in kind.model_fields if name != "id"]
    found = samples()
    yield table(kind, names, (), found)
    value = {name: found.first(kind, name) for name in names if kind.model_fields[name].is_required()}
    yield "```yaml\n" + "\n".join(field("its-id", value)) + "\n```"


def _words() -> str:
    groups: dict[str, list[Term]] = {}
    for kind in (*DOCUMENT_TYPES, *RECORD_TYPES):
        for name in kind.model_fields:
            terms = choices(hint(kind, name))
            if len(terms) > SHORT:
                groups.setdefault(spoken(type(terms[0])), terms)
    parts = ["## Words to choose from"]
    for group, terms in sorted(groups.items()):
        told = (type(terms[0]).__doc__ or "").strip()
        rows = "\n".join(f"| `{term}` | {term.label} |" for term in terms)
        parts += [f"### Words for {group}\n\n{told}\n\n| write | readers see |\n|---|---|\n{rows}"]
    return "\n\n".join(parts)
