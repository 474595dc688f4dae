"""The line and the column of what a problem quotes, where it was only known in which part of a text that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.model import Problem

_QUOTED = re.compile(r"“([^”…]{2,})[”…]|\(([^()“”]{2,40})\)|not (\d[\d ]+\d)")


def aimed(content: Path, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Give each problem with the line that its quoted words stand on, if that is below where it points."""
    files: dict[str, Sequence[str]] = {}
    for problem in problems:
        if problem.line and not problem.column and problem.path.endswith(".md"):
            yield _aimed(problem, _lines(content, problem.path, files))
        else:
            yield problem


def _lines(content: Path, path: str, known: dict[str, Sequence[str]]) -> Sequence[str]:
    if path not in known:
        try:
            known[path] = (content / path).read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            known[path] = ()
    return known[path]


def _aimed(problem: Problem, lines: Sequence[str]) -> Problem:
    wanted = [_plain(part) for found in _QUOTED.findall(problem.message) for part in found if part]
    below = range(problem.line - 1, min(len(lines), problem.line if problem.field else len(lines)))
    for word in wanted:
        for at in below:
            column = _plain(lines[at]).find(word)
            if column >= 0:
                return replace(problem, line=at + 1, column=column + 1)
    if not problem.field and 0 < problem.line <= len(lines) and not lines[problem.line - 1].strip():
        return replace(problem, line=next((at + 1 for at in below if lines[at].strip()), problem.line))
    return problem


_SAME: Mapping[int, str] = str.maketrans({"’": "'", "‘": "'", "\u00a0": " "})


def _plain(text: str) -> str:
    return text.lower().translate(_SAME)
