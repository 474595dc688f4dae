"""What is known of every file of an output folder: what it was made from, and how it looks on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plugins.library import Library, Question
from plugins.model import Channel

FORMAT = 2
"""The manifest's own version: one of another version is not believed."""


SPARE = 1.5
"""The list of questions may be so many times as long as it must be."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the manifest knows of one file."""

    fingerprint: str
    digest: str
    size: int
    modified: int
    sources: tuple[str, ...] = ()
    stamp: str = ""
    asked: tuple[int, ...] = ()
    """What its view asked, by number in the manifest's list of questions."""


UNSURE = Record(fingerprint="", digest="", size=-1, modified=-1)
"""Stands for a file that is being written: after a crash it is compared, never trusted."""


@dataclass(slots=True)
class Manifest:
    """The records of an output folder by path, and every question that a view of them asked, with its answer."""

    records: dict[str, Record] = field(default_factory=dict)
    answers: list[tuple[Question, str]] = field(default_factory=list)
    _numbers: dict[tuple[Question, str], int] = field(default_factory=dict)
    _same: dict[int, bool] = field(default_factory=dict)

    def holds(self, record: Record, library: Library) -> bool:
        """Say whether a library gives the answers that a file's view was made of."""
        return all(self._holds(number, library) for number in record.asked)

    def _holds(self, number: int, library: Library) -> bool:
        if number not in self._same:
            question, answer = self.answers[number]
            self._same[number] = library.answer(question) == answer
        return self._same[number]

    def asked(self, record: Record) -> dict[Question, str]:
        """Give what a file's view asked, with the answers."""
        return dict(self.answers[number] for number in record.asked)

    def numbered(self, asked: Mapping[Question, str]) -> tuple[int, ...]:
        """Write down questions and answers, each once, and give their numbers."""
        if asked and not self._numbers:
            self._numbers = {pair: number for number, pair in enumerate(self.answers)}
        found = []
        for pair in asked.items():
            number = self._numbers.setdefault(pair, len(self.answers))
            if number == len(self.answers):
                self.answers.append(pair)
            found.append(number)
        return tuple(sorted(found))

    def tidy(self) -> None:
        """Forget questions that no file asks any more, if they are many."""
        used = sorted({number for record in self.records.values() for number in record.asked})
        if len(used) * SPARE < len(self.answers):
            numbers = {old: new for new, old in enumerate(used)}
            self.answers = [self.answers[old] for old in used]
            self._numbers = {}
            for path, record in self.records.items():
                self.records[path] = replace(record, asked=tuple(numbers[old] for old in record.asked))


def manifest_path(output: Path) -> Path:
    """Give where the manifest of an output folder lies: beside the folder, never inside it."""
    return output.parent / f".{output.name}.press" / "manifest.json"


def read_manifest(output: Path) -> Manifest:
    """Read what was made last time; nothing where there is no manifest that can be believed."""
    try:
        kept = json.loads(manifest_path(output).read_text("utf-8"))
        if kept["format"] != FORMAT:
            return Manifest()
        records = {path: _record(*values) for path, values in kept["files"].items()}
        return Manifest(records, [(_question(*asked), answer) for asked, answer in kept["answers"]])
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()


def written(manifest: Manifest) -> bytes:
    """Write a manifest as JSON, one file a line."""
    files = (f"{json.dumps(path)}:{_json(_values(record))}" for path, record in sorted(manifest.records.items()))
    answers = (_json([_asked(question), answer]) for question, answer in manifest.answers)
    return f'{{"format":{FORMAT},"files":{{\n{_lines(files)}\n}},"answers":[\n{_lines(answers)}\n]}}\n'.encode()


def _lines(parts: Iterable[str]) -> str:
    return ",\n".join(parts)


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _values(record: Record) -> list[Any]:
    return [getattr(record, name) for name in Record.__slots__]


def _record(*values: Any) -> Record:
    frozen: Any = (tuple(value) if isinstance(value, list) else value for value in values)
    return Record(*frozen)


def _asked(question: Question) -> list[Any]:
    return list(question)


def _question(channels: list[str], what: str, arguments: list[Any]) -> Question:
    return tuple(map(Channel, channels)), what, tuple(arguments)
