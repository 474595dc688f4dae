"""A file of a kind's folder becomes a document, or problems."""

from __future__ import annotations

import hashlib

from plugins.model import Document, Problem
from plugins.source import body, front, text
from plugins.source.guarded import guarded
from plugins.source.typed import build, located, misplaced, unknown


def read(kind: type[Document], path: str, data: bytes) -> tuple[Document | None, list[Problem]]:
    """Read one file; ``path`` is relative to the content folder, and its stem is the slug.

    Never raises for what is in the file, and takes no longer than ``bounds`` says.
    """
    document, wrong = guarded(path, data, lambda: _read(kind, path, data), None)
    problems = [*text.name_problems(path), *wrong]
    return (None if any(problem.stops for problem in problems) else document), problems


def digest(path: str, data: bytes) -> str:
    """Stand for a file: its place and its bytes."""
    return hashlib.sha256(path.encode() + b"\0" + data).hexdigest()


def _read(kind: type[Document], path: str, data: bytes) -> tuple[Document | None, list[Problem]]:
    found, problems = text.read(path, data)
    if found is None:
        return None, problems
    lines, close, wrong = front.split(found)
    if wrong:
        return None, wrong
    fields, content = front.read(path, lines, 2), body.read(found, close)
    problems = [*fields.problems, *content.problems, *problems]
    known = {field.alias or name for name, field in kind.editor_fields().items()}
    findings = [unknown(key, known, "field", misplaced(kind, key)) for key in fields.values if key not in known]
    document = None
    if not fields.problems:
        given = {
            "slug": path.rpartition("/")[2].removesuffix(".md"),
            "path": path,
            "digest": digest(path, data),
            "body": content.blocks,
            "lines": {**content.lines, **fields.lines},
        }
        values = {key: value for key, value in fields.values.items() if key in known}
        document, wrong_values = build(kind, values, given)
        findings += [finding for finding in wrong_values if finding.field != "slug"]
    problems += located(findings, path, fields.lines, 1)
    if document and not content.problems:
        problems += located(document.findings(), path, fields.lines, 1)
    return document, problems
