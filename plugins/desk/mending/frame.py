"""The lines of three hyphens round the top part of a file, where it is plain where they belong."""

from __future__ import annotations

import re

from plugins.source.slips import KEY

_EDGE = re.compile(r"-{3,}\s*")
_DASHES = re.compile("[ \\t]*[-\u2013\u2014\u2212_=*]+\\s*")


def body_starts(lines: list[str]) -> int:
    """Give the index of the first line after the top part; the number of lines where it has no end."""
    return next((at + 1 for at, line in enumerate(lines[1:], 1) if _EDGE.fullmatch(line)), len(lines))


def mend(lines: list[str]) -> list[tuple[int, str]]:
    """Put the lines of hyphens where they are missing; change ``lines`` and say what was done."""
    said: list[tuple[int, str]] = []
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if first and _EDGE.fullmatch(lines[first]):
        del lines[:first]
        said.append((1, "took out empty lines above the first ---"))
    elif lines and not _EDGE.fullmatch(lines[first]):
        said += _open(lines, first)
    if lines and _EDGE.fullmatch(lines[0]) and body_starts(lines) == len(lines) and not _ends_at_edge(lines):
        said += _close(lines)
    return said


def _ends_at_edge(lines: list[str]) -> bool:
    return len(lines) > 1 and any(_EDGE.fullmatch(line) for line in lines[1:])


def _open(lines: list[str], first: int) -> list[tuple[int, str]]:
    if _DASHES.fullmatch(lines[first]) and KEY.fullmatch(lines[first + 1].rstrip() if first + 1 < len(lines) else ""):
        lines[: first + 1] = ["---"]
        return [(1, "wrote the first line as three hyphens")]
    if KEY.fullmatch(lines[first].rstrip()) and any(_EDGE.fullmatch(line) for line in lines[first:]):
        lines[:first] = ["---"]
        return [(1, "put --- above the fields")]
    return []


def _close(lines: list[str]) -> list[tuple[int, str]]:
    """Put the closing line where the fields plainly end: before dashes of another kind, or an empty line and prose."""
    last = 0
    for at, line in enumerate(lines[1:], 1):
        bare = line.rstrip()
        if last and _DASHES.fullmatch(bare) and bare:
            lines[at] = "---"
            return [(at + 1, "wrote the line under the fields as three hyphens")]
        if KEY.fullmatch(bare) or line.startswith((" ", "- ", "# ")):
            last = at
        elif not bare and last:
            lines.insert(last + 1, "---")
            return [(last + 2, "put --- under the fields")]
        else:
            return []
    return []
