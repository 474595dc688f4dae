"""A data file becomes its records, or problems: each word at the left edge is a record's id."""

from __future__ import annotations

from plugins.model import Problem, Record
from plugins.source import front, text
from plugins.source.bounds import LONGEST_DATA
from plugins.source.guarded import guarded
from plugins.source.typed import build, located


def read(kind: type[Record], path: str, data: bytes) -> tuple[list[Record], list[Problem]]:
    """Read one data file of records of one kind, in no more time than ``bounds`` says."""
    return guarded(path, data, lambda: _read(kind, path, data), [])


def _read(kind: type[Record], path: str, data: bytes) -> tuple[list[Record], list[Problem]]:
    found, problems = text.read(path, data)
    if found is None:
        return [], problems
    if len(data) > LONGEST_DATA:
        message, fix = f"This file has more than {LONGEST_DATA:,} characters.", "Take out the records nobody needs."
        return [], [Problem(path=path, line=0, field="", message=message, fix=fix, code="F15")]
    fields = front.read(path, found.lines, 1)
    problems += fields.problems
    records: list[Record] = []
    for name, values in fields.values.items():
        given = values if isinstance(values, dict) else {}
        record, findings = build(kind, {key: value for key, value in given.items() if key != "id"}, {"id": name})
        problems += located(findings, path, front.part(fields.lines, name), fields.lines[name])
        if record:
            records.append(record)
    return records, problems
