"""The files that programs read: each must be in its format, from the first byte to the last."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from plugins.model import Problem


def xml_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Say whether a file is well-formed XML (XML 1.0, 2.1)."""
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        yield _at(name, error.lineno, f"This XML cannot be read: {expat.ErrorString(error.code)}.")


def json_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Say whether a file is JSON (RFC 8259)."""
    try:
        json.loads(data)
    except ValueError as error:
        yield _at(name, getattr(error, "lineno", 0), f"This JSON cannot be read: {error}.")


def calendar_problems(name: str, data: bytes) -> Iterator[Problem]:
    """Say whether a file begins, ends and breaks its lines as a calendar does (RFC 5545, 3.1 and 3.4)."""
    if not data.startswith(b"BEGIN:VCALENDAR\r\n"):
        yield _at(name, 1, "This calendar does not begin with BEGIN:VCALENDAR.")
    if not data.endswith(b"\nEND:VCALENDAR\r\n"):
        yield _at(name, data.count(b"\n") or 1, "This calendar does not end with END:VCALENDAR.")
    bare = re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    if bare:
        line = data.count(b"\n", 0, bare.start()) + 1
        yield _at(name, line, "This line does not end as calendar lines do, with CR LF.")


FORMATS: Mapping[str, Callable[[str, bytes], Iterator[Problem]]] = {
    ".xml": xml_problems,
    ".svg": xml_problems,
    ".json": json_problems,
    ".ics": calendar_problems,
}
"""Which judge reads the files of an ending."""


def _at(name: str, line: int, message: str) -> Problem:
    fix = "Programs would refuse the whole file; look at the room that makes it."
    return Problem(path=name, line=line, field="", message=message, fix=fix, code="K04")
