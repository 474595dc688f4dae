"""The form's settings, made from the content model, so that the form and the check cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.desk.drafting import STANDS
from plugins.desk.samples import bare, hint, is_list, nested_class
from plugins.desk.writing import choices
from plugins.model import DOCUMENT_TYPES, Document, fields
from plugins.model.addresses import SLUG_PATTERN

Json = dict[str, Any]
Names = Mapping[str, Sequence[str]]
"""The ids of what there is, by kind: what a field can point to."""

DAY = [r"^\d{4}-\d{2}-\d{2}$", "Write year-month-day: 2026-12-04"]
MOMENT = [r"^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}$", "Write year-month-day and the 24-hour time: 2026-12-04 16:00"]
SLUG = [f"^{SLUG_PATTERN}$", "Small letters, figures and hyphens only"]
_PATTERNS: Sequence[tuple[Any, Sequence[str]]] = (
    (fields.Day, DAY),
    (fields.Moment, MOMENT),
    (fields.HttpsLink, [r"^https://\S+$", "Copy it from the address bar: https://example.org/page"]),
    (fields.Email, [r"^[^\s@]+@[^\s@]+\.[^\s@]+$", "Write it like team@example.org"]),
    (fields.DocumentRef, [r"^[a-z]+:[a-z0-9-]+$", "What it is, a colon, and its file name: offer:warm-bundle"]),
    (fields.Slug, SLUG),
)
_LONG = 150
"""Characters from which a text gets a field of several lines."""


def config(names: Names, api: str) -> Json:
    """Give the settings of Decap CMS for every kind; ``names`` are what there is, ``api`` where files are kept."""
    return {
        "backend": {"name": "proxy", "proxy_url": api, "branch": "main"},
        "locale": "en-GB",
        "media_folder": "content/images",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "show_preview_links": False,
        "collections": [_collection(kind, names) for kind in DOCUMENT_TYPES],
    }


def _collection(kind: type[Document], names: Names) -> Json:
    asked = [_field(kind, name, info, names) for name, info in kind.editor_fields().items() if name not in _SKIPPED]
    body = {"name": "body", "label": "Text", "widget": "text", "required": False, "hint": _BODY}
    return {
        "name": kind.kind,
        "label": kind.plural,
        "label_singular": kind.label,
        "folder": f"content/{kind.folder}",
        "create": True,
        "slug": "{{fields.month}}" if "month" in kind.model_fields else "{{slug}}",
        "identifier_field": "title",
        "extension": "md",
        "format": "yaml-frontmatter",
        "editor": {"preview": False},
        "media_folder": "/content/images",
        "public_folder": "",
        "fields": [*sorted(asked, key=lambda field: not field["required"]), body],
    }


_SKIPPED = frozenset({"translations", "example"})
_BODY = "An empty line begins a paragraph. ## begins a heading. docs/fields.md has the blocks for quotes and buttons."


def _field(owner: type[BaseModel], name: str, info: FieldInfo, names: Names) -> Json:
    """Describe one field: what it is called, what belongs there, and what may be typed."""
    made: Json = {
        "name": info.alias or name,
        "label": _spoken(name),
        "required": info.is_required(),
        "hint": info.description or "",
    }
    return made | _widget(owner, name, info, names)


def _widget(owner: type[BaseModel], name: str, info: FieldInfo, names: Names) -> Json:
    wanted, nested = hint(owner, name), nested_class(hint(owner, name))
    if nested:
        inner = [_field(nested, key, part, names) for key, part in nested.model_fields.items() if key != "id"]
        return {"widget": "list" if is_list(wanted) else "object", "collapsed": not info.is_required(), "fields": inner}
    if terms := choices(wanted):
        options = [{"label": f"{term.label} ({term})", "value": str(term)} for term in terms]
        begin = {"default": STANDS[name]} if issubclass(owner, Document) and name in STANDS else {}
        return {"widget": "select", "multiple": is_list(wanted), "options": options, **begin}
    to = getattr(owner, "points_to", {}).get(name, "")
    if to and names.get(to):
        return {"widget": "select", "multiple": is_list(wanted), "options": list(names[to])}
    if is_list(wanted):
        return {"widget": "list", "allow_add": True}
    return _single(wanted, info)


def _single(wanted: Any, info: FieldInfo) -> Json:
    one = bare(wanted)
    if one == fields.PicturePath:
        return {"widget": "image", "choose_url": False}
    if one == fields.YesNo:
        # Where a yes or no must be given, the one to begin with is the one that asks for more.
        return {"widget": "boolean", "default": info.is_required() or info.default is True}
    if one is int or int in get_args(one)[:1]:
        return {"widget": "number", "value_type": "int"}
    pattern = next((pattern for shape, pattern in _PATTERNS if one == shape), ())
    most = max((getattr(part, "max_length", None) or 0 for part in info.metadata), default=0)
    long = one == fields.Text or (most >= _LONG and one != fields.Line)
    return {"widget": "text" if long else "string", **({"pattern": list(pattern)} if pattern else {})}


def _spoken(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
