"""What a form saved, written as editors write: lines that it did not change stay as they were, letter for letter."""

from __future__ import annotations

from typing import Any

import yaml

from plugins.desk import writing
from plugins.desk.samples import hint, nested_class
from plugins.model import Document
from plugins.source import front

MARK = "\ufeff"
"""What some editing programs put before a text (U+FEFF); it stays."""
Values = dict[str, Any]


def kept(kind: type[Document], before: str, saved: str) -> str:
    """Give a file's new text: of ``before`` whatever ``saved`` says too, the rest as our own writer writes it.

    ``before`` is empty for a new file. Raises ValueError for what is saved without its lines of hyphens.
    """
    mark = MARK if before.startswith(MARK) else ""
    ends = "\r\n" if "\r\n" in before else "\n"
    before = before.removeprefix(MARK)
    new, body = _parted(saved)
    wanted = {name: value for name, value in _plain(yaml.load(new, Loader=yaml.BaseLoader)).items() if value}  # noqa: S506 - texts only
    old_front, old_body = _parted(before) if before else ("", "")
    lines = old_front.splitlines()
    known = front.read("", lines, 1)
    written: list[str] = []
    for name, own in _groups(lines):
        if not name or wanted.get(name) == _plain(known.values.get(name)):
            written += own
        elif name in wanted:
            written += _written(kind, name, wanted[name])
        wanted.pop(name, None)
    for name, value in wanted.items():
        written += _written(kind, name, value)
    text = old_body if before and old_body.strip() == body.strip() else f"\n{body.strip()}\n"
    return mark + "\n".join(["---", *written, "---", text]).replace("\n", ends)


def _written(kind: type[Document], name: str, value: Any) -> list[str]:
    nested = nested_class(hint(kind, name)) if name in kind.model_fields else None
    if isinstance(value, str) and "\n" in value:
        return [f"{name}: |", *(f"  {line}".rstrip() for line in value.splitlines())]
    return [line for line in writing.field(name, value, nested=nested) if not line.lstrip().startswith("# ")]


def _parted(text: str) -> tuple[str, str]:
    """Part a file into its fields and what stands below them."""
    text = text.replace("\r\n", "\n")
    first, edge, rest = text.partition("---\n")
    fields, second, body = rest.partition("\n---\n")
    if first.strip() or not edge or not second:
        fields, second, body = rest.removesuffix("\n").removesuffix("---"), "", ""
    return fields, body


def _groups(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Part lines into fields, each with what is indented under it; notes between them have no name."""
    groups: list[tuple[str, list[str]]] = []
    for line in lines:
        name = line.partition(":")[0].strip().lower() if line[:1].isalpha() else ""
        if name:
            groups.append((name, [line]))
        elif groups and groups[-1][0] and not line.startswith("#"):
            groups[-1][1].append(line)
        else:
            groups.append(("", [line]))
    return groups


def _plain(value: Any) -> Any:
    """Give a value as our own reader would: texts, lists and blocks of them, without what is empty."""
    if isinstance(value, dict):
        found = {str(key): _plain(part) for key, part in value.items()}
        return {key: part for key, part in found.items() if part not in ("", None, [], {})}
    if isinstance(value, list):
        return [_plain(part) for part in value if part not in ("", None)]
    return "" if value is None else str(value).strip()
