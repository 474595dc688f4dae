"""A file of which only the fact is left that something was withdrawn."""

from __future__ import annotations

import re

from plugins.model import Document, Problem
from plugins.model.tombstone import Tombstone
from plugins.source import front, text
from plugins.source.guarded import guarded
from plugins.source.typed import build, located

_MARKED = re.compile(rb"^status: *[\"']?withdrawn", re.MULTILINE)
_TITLED = re.compile(rb"^title:", re.MULTILINE)


def marks(data: bytes) -> bool:
    """Say whether a file is a tombstone: withdrawn, and without a title of its own."""
    return b"withdrawn" in data and bool(_MARKED.search(data)) and not _TITLED.search(data)


def read(kind: type[Document], path: str, data: bytes) -> tuple[Tombstone | None, list[Problem]]:
    """Read a tombstone; words that are still in it are a problem."""
    return guarded(path, data, lambda: _read(kind, path, data), None)


def _read(kind: type[Document], path: str, data: bytes) -> tuple[Tombstone | None, list[Problem]]:
    found, problems = text.read(path, data)
    if found is None:
        return None, problems
    lines, close, wrong = front.split(found)
    if wrong:
        return None, wrong
    fields = front.read(path, lines, 2)
    given = {"kind": kind.kind, "slug": path.rpartition("/")[2].removesuffix(".md"), "path": path}
    stone, findings = build(Tombstone, fields.values, given)
    problems = [*fields.problems, *located(findings, path, fields.lines, 1)]
    if any(line.strip() for line in found.lines[close:]):
        message = f"This {kind.label.lower()} was withdrawn, but words of it are still in the file."
        fix = "Delete everything under the second ---, so that nothing of it is kept."
        problems.append(Problem(path=path, line=close + 1, field="", message=message, fix=fix, code="C06"))
    return (None if problems else stone), problems
