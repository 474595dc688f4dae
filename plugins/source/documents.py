"""A file of a kind's folder becomes a document, or problems."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from plugins.model import DOCUMENT_TYPES, Document, Problem
from plugins.source import body, front, text
from plugins.source.guarded import guarded
from plugins.source.typed import build, located, misplaced, unknown

SEVERAL = 3
"""So many fields of another kind are no slips, but a file in the wrong folder."""


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
    known = _known(kind)
    if not fields.problems and (other := _of_another(kind, fields.values)):
        message = f"These are the fields of a {other.label.lower()}, and this folder is for {kind.plural.lower()}."
        return None, [Problem(path, 1, "", message, f"Move the file to {other.folder}/.", "F19")]
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


def _known(kind: type[Document]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in kind.editor_fields().items())


def _of_another(kind: type[Document], names: Iterable[str]) -> type[Document] | None:
    """Give the one other kind that has several fields which this one lacks, where it has them all."""
    strange = set(names) - _known(kind)
    others = [other for other in DOCUMENT_TYPES if strange <= _known(other)] if len(strange) >= SEVERAL else []
    return others[0] if len(others) == 1 else None
