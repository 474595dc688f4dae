"""What was read before and need not be read again: a document, and what is wrong with it, by its file's digest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from plugins.model import Document, Level, Problem
from plugins.model.later import Part
from plugins.source import documents
from plugins.source.packed import packed, unpacked

Result = tuple[Document | None, list[Problem]]

_MOMENT = 2_000_000_000
"""Nanoseconds: a file that changed so shortly before it was read may have changed again under the same time."""

_FIRST = ("translation_of", "easy_read_of")
"""Fields that are wanted of every document, so that versions find their originals."""


class Memory(Protocol):
    """Keeps texts by room and name; what it gives back is what was put there, or nothing."""

    since: int
    """When it was last written, in nanoseconds as file systems count them."""

    def get(self, room: str, name: str) -> str | None:
        """Give what is kept in a room under a name."""

    def put(self, room: str, name: str, value: str) -> None:
        """Keep a text in a room under a name."""


class Blank:
    """A memory that keeps nothing."""

    since = 0

    def get(self, room: str, name: str) -> str | None:
        """Give nothing."""

    def put(self, room: str, name: str, value: str) -> None:
        """Keep nothing."""


@dataclass(slots=True)
class Notes:
    """A memory beside another: what is put there can be handed on, from one process to the next."""

    memory: Memory
    new: dict[tuple[str, str], str] = field(default_factory=dict)
    since: int = 0

    def get(self, room: str, name: str) -> str | None:
        """Give what is new, or what the other keeps."""
        return self.new.get((room, name)) or self.memory.get(room, name)

    def put(self, room: str, name: str, value: str) -> None:
        """Note a text."""
        self.new[room, name] = value


@dataclass(frozen=True, slots=True)
class Recall:
    """Reads documents, or recalls them; the fields of one that is recalled are fetched when they are asked for."""

    memory: Memory

    def unchanged(self, kind: type[Document], file: str | Path, path: str, found: os.stat_result) -> Result | None:
        """Give what a file gave before, if it looks as it did then; None if it must be opened."""
        looks, _, digest = (self.memory.get("looks", path) or "").rpartition(" ")
        if looks != _looks(found) or found.st_mtime_ns > self.memory.since - _MOMENT:
            return None
        return self.known(kind, file, path, digest)

    def opened(self, path: str, found: os.stat_result, digest: str) -> None:
        """Note how a file looked before it was opened, and what the digest of its words was found to be.

        What is known already is not noted again: a young file is opened each time, and nothing need be written for it.
        """
        noted = f"{_looks(found)} {digest}"
        if self.memory.get("looks", path) != noted:
            self.memory.put("looks", path, noted)

    def read(self, kind: type[Document], file: Path, path: str, data: bytes) -> Result:
        """Read the bytes of a file, unless the same were read before; ``path`` is its place in the content folder."""
        digest = documents.digest(path, data)
        known = self.known(kind, file, path, digest)
        return known or self._remembered(digest, documents.read(kind, path, data))

    def known(self, kind: type[Document], file: str | Path, path: str, digest: str) -> Result | None:
        """Give what was read of a file that held what its digest stands for; None if nobody read it."""
        kept = self.memory.get("read", digest)
        if kept is None:
            return None
        first, problems = _parted(kept)
        if first is None:
            return None, told(problems)

        def fields(part: Part) -> Mapping[str, Any]:
            try:
                return unpacked(kind, part, self.memory.get(part, digest) or "")
            except (ValueError, KeyError, TypeError):
                return vars(documents.read(kind, path, Path(file).read_bytes())[0])

        return kind.later(path, digest, fields, **first), told(problems)

    def _remembered(self, digest: str, result: Result) -> Result:
        document, problems = result
        if document:
            for part, written_down in packed(document):
                self.memory.put(part, digest, written_down)
        first = {name: getattr(document, name) for name in _FIRST} if document else None
        self.memory.put("read", digest, json.dumps([first, written(problems)]))
        return result


@lru_cache(maxsize=1024)
def _parted(kept: str) -> tuple[dict[str, Any] | None, str]:
    """Part what was kept of a file: the fields that are wanted first, and its problems; most files' are the same."""
    first, problems = json.loads(kept)
    return first, problems


def written(problems: Iterable[Problem]) -> str:
    """Write problems as JSON; nothing for none."""
    found = [astuple(problem) for problem in problems]
    return json.dumps(found, ensure_ascii=False) if found else ""


def told(text: str) -> list[Problem]:
    """Give problems again from what ``written`` gave."""
    return [
        Problem(path, line, field, message, fix, code, Level(level), column)
        for path, line, field, message, fix, code, level, column in (json.loads(text) if text else ())
    ]


def _looks(found: os.stat_result) -> str:
    """Say how a file looks; when it last changed at all (ctime) nobody can set back, as they can when its words did."""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino}"
