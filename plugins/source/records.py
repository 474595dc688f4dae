"""A data file becomes its records, or problems: each word at the left edge is a record's id."""

from __future__ import annotations

from plugins.model import Problem, Record
from plugins.source import front, text
from plugins.source.typed import build, located


def read(kind: type[Record], path: str, data: bytes) -> tuple[list[Record], list[Problem]]:
    """Read one data file of records of one kind."""
    found, problems = text.read(path, data)
    if found is None:
        return [], problems
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
