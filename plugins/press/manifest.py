"""What is known of every file of an output folder: what it was made from, and how it looks on the disk.

It is read by every build and may name thirty thousand files, so it is kept as ``kept`` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from plugins.library import Differing, Library, Question, State
from plugins.press import kept

SORT = "manifest 5"
"""The manifest's own version: one of another version is not believed."""
SPARE = 1.5
"""The list of questions may be so many times as long as it must be."""


class Record(NamedTuple):
    """What the manifest knows of one file."""

    fingerprint: str
    digest: str
    size: int
    modified: int
    sources: tuple[str, ...] = ()
    stamp: str = ""
    asked: tuple[int, ...] = ()
    """What its view asked, by number in the manifest's list of questions."""


class Batched(NamedTuple):
    """Which files were planned together, and the key under which they were."""

    key: str
    paths: tuple[str, ...]


UNSURE = Record(fingerprint="", digest="", size=-1, modified=-1)
"""Stands for a file that is being written: after a crash it is compared, never trusted."""


@dataclass(slots=True)
class Manifest:
    """The records of an output folder by path, and every question that a view of them asked, with its answer."""

    records: dict[str, Record] = field(default_factory=dict)
    answers: list[tuple[Question, str]] = field(default_factory=list)
    batches: dict[str, Batched] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    """When something was last put into each folder or taken out, in nanoseconds since 1970."""
    states: dict[str, State] = field(default_factory=dict)
    """The documents of the library that gave the answers."""
    digest: str = ""
    """Stands for all of it, as it was read or written; empty where a build was cut off since, so nobody is sure."""
    read: bool = field(default=False, compare=False)
    """Whether there was one that can be believed: a file that it does not name is somebody else's."""
    _numbers: dict[tuple[Question, str], int] = field(default_factory=dict, compare=False)

    def other_answers(self, library: Library) -> frozenset[int]:
        """Give the numbers of the questions that a library has other answers to now."""
        may_differ = Differing(self.states, library.states).among(asked for asked, _ in self.answers)
        pairs = ((number, *self.answers[number]) for number in may_differ)
        return frozenset(number for number, asked, known in pairs if library.answer(asked) != known)

    def asked(self, record: Record) -> dict[Question, str]:
        """Give what a file's view asked, with the answers."""
        return dict(self.answers[number] for number in record.asked)

    def numbered(self, asked: Mapping[Question, str]) -> tuple[int, ...]:
        """Write down questions and answers, each once, and give their numbers."""
        if asked and not self._numbers:
            self._numbers = {pair: number for number, pair in enumerate(self.answers)}
        found = []
        for question, answer in asked.items():
            number = self._numbers.get((question, answer))
            if number is None:
                pair = in_plain(question), intern(answer)
                number = self._numbers[pair] = len(self.answers)
                self.answers.append(pair)
            found.append(number)
        return tuple(sorted(found))

    def tidy(self) -> None:
        """Forget questions that no file asks any more, if they are many."""
        used = sorted(set().union(*{record.asked for record in self.records.values()}))
        if len(used) * SPARE < len(self.answers):
            numbers = {old: new for new, old in enumerate(used)}
            self.answers = [self.answers[old] for old in used]
            self._numbers = {}
            for path, record in self.records.items():
                self.records[path] = record._replace(asked=tuple(numbers[old] for old in record.asked))


def manifest_path(output: Path) -> Path:
    """Give where the manifest of an output folder lies: beside the folder, never inside it."""
    return output.parent / f".{output.name}.press" / "manifest"


def unsure_path(output: Path) -> Path:
    """Give where the names of files lie while they are being written: after a crash they are compared, not trusted."""
    return manifest_path(output).with_name("unsure.json")


def read_manifest(output: Path) -> Manifest:
    """Read what was made last time; nothing where there is no manifest that can be believed.

    After a build that was cut off, what it may have written is compared, and looked into, whatever was done before.
    """
    found = _read(output)
    for path in _unsure(output):
        found.records[path] = UNSURE
        found.digest = ""
    return found


def _unsure(output: Path) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads(unsure_path(output).read_bytes())))
    except (OSError, ValueError, TypeError):
        return ()


def _read(output: Path) -> Manifest:
    found = kept.read(manifest_path(output), SORT)
    if found is None:
        return Manifest()
    (records, answers, batches, folders, states), digest = found
    return Manifest(
        records={path: Record._make(values) for path, values in records.items()},
        answers=answers,
        batches={name: Batched(*values) for name, values in batches.items()},
        folders=folders,
        states=states,
        digest=digest,
        read=True,
    )


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Write down what was made, and note the digest of that in it."""
    plain = (
        {path: tuple(record) for path, record in manifest.records.items()},
        manifest.answers,
        {name: tuple(batch) for name, batch in manifest.batches.items()},
        manifest.folders,
        manifest.states,
    )
    manifest.digest = kept.write(manifest_path(output), SORT, plain)


def in_plain(question: Question) -> Question:
    """Give a question in nothing but plain texts and numbers: terms are texts, and equal to them.

    Workers send each question as a copy; equal texts become one.
    """
    channels, what, args = question
    return _channels(channels), intern(what), _texts(args)


def _texts(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(intern(str(value)) if isinstance(value, str) else value for value in values)


_channels = lru_cache(maxsize=64)(_texts)
