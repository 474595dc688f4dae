"""Bytes as they lie on the disk, turned into text that is safe to read on, or problems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.model.addresses import SLUG_PATTERN
from plugins.model.problem import Problem
from plugins.source.bounds import LARGEST_FILE
from plugins.source.letters import unseen
from plugins.source.noted import notes

_FILE_NAME = re.compile(rf"{SLUG_PATTERN}\.md")
_RESERVED = frozenset(
    {"all", "unlisted", "con", "prn", "aux", "nul", "index", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}
)
_EDGES = frozenset("<>")
_VERSION = re.compile(r"(?:<{7}|>{7})(?: |$)")


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with Unix line ends, in Unicode's composed form, without anything that cannot be seen."""

    path: str
    lines: tuple[str, ...]

    def line_of(self, snippet: str, after: int = 0) -> int:
        """Give the number of the first line, after another, that holds a snippet; that other if none does."""
        for number, line in enumerate(self.lines[after:], start=after + 1):
            if snippet in line:
                return number
        return after


def plain_name(stem: str) -> str:
    """Give the file name, without its ending, that comes nearest to a name: small letters, figures and hyphens."""
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:98].strip("-") or "a-plain-name"
    return f"{name}-1" if name in _RESERVED else name


def name_problems(path: str) -> Iterator[Problem]:
    """Give what is wrong with a document's file name."""
    name = PurePosixPath(path).name
    stem = name.removesuffix(".md")
    if _FILE_NAME.fullmatch(name) and stem not in _RESERVED:
        return
    message, fix = "File names use small letters, figures and hyphens.", f"Rename “{name}” to “{plain_name(stem)}.md”."
    if stem in _RESERVED:
        message = f"No computer lets a file be called “{stem}”, or the site needs the name itself."
    yield _problem(path, 0, "F09", message, fix)


def read(path: str, data: bytes) -> tuple[Text | None, list[Problem]]:
    """Turn bytes into text; without a text, the problems say why there is none."""
    if len(data) > LARGEST_FILE:
        return None, [
            _problem(path, 0, "F15", "This file is too big to be a text.", "Check that it is the right file.")
        ]
    try:
        text = data.decode("utf-8-sig")
        line = 0 if "\0" in text else -1
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if b"\0" not in data else 0
    if line >= 0:
        message = "This file was saved in an older format, so letters like ’ and £ may break."
        return None, [_problem(path, line, "F08", message, "Open it, choose Save as, pick UTF-8.")]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    problems = [*_merge_problems(path, lines), *_character_problems(path, lines)]
    if problems:
        return None, problems
    return Text(path, tuple(unicodedata.normalize("NFC", line) for line in lines)), list(notes(path, lines))


def _problem(path: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, field="", message=message, fix=fix, code=code)


def _merge_problems(path: str, lines: list[str]) -> Iterator[Problem]:
    marks = [number for number, line in enumerate(lines, 1) if line[:1] in _EDGES and _VERSION.match(line)]
    if marks:
        message = f"Two people changed this file and both versions are still in it (lines {marks[0]} to {marks[-1]})."
        fix = "Keep one and delete the lines with <<<, === and >>>. Ask if unsure."
        yield _problem(path, marks[0], "F07", message, fix)


def _character_problems(path: str, lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if found := unseen(line):
            message = f"There is an invisible {found} in this line."
            yield _problem(path, number, "F16", message, "Type the line again rather than paste it.")
