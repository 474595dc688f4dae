"""A file becomes a document, or problems that an editor can act on.

Everything is read before anything is judged: ``read`` gives all documents, all records and all
problems of a content folder at once, sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.model import Document, Problem, Record
from plugins.model.picture import Original
from plugins.model.tombstone import Tombstone
from plugins.source.folder import files
from plugins.source.memory import Blank, Memory, Recall, told, written
from plugins.source.reader import Helpers, Reader, ready

__all__ = ["Blank", "Helpers", "Memory", "Reading", "read", "read_files", "ready", "told", "written"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a content folder holds, and what is wrong with it."""

    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    pictures: tuple[Original, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    """The ids of documents that are there but could not be read, so that nobody calls them missing."""
    tombstones: tuple[Tombstone, ...] = ()
    opened: frozenset[str] = frozenset()
    """The paths of the documents whose files were opened, because they do not look as they did."""


def read(
    content: Path,
    memory: Memory | None = None,
    counted: Callable[[Iterable[str]], Iterable[str]] | None = None,
    helpers: Helpers | None = None,
) -> Reading:
    """Read a whole content folder. Never raises for what editors wrote; each fault is a problem.

    What ``memory`` knows of a file is not read again, and what is read is put there. ``counted`` gives the
    files back one by one, and may show how many were read. Where there is a memory to bring it to, ``helpers`` read.
    """
    reader = Reader(Recall(memory or Blank()), content, helpers if memory else None)
    names = sorted(files(str(content), reader.shut))
    return _taken(reader, counted(names) if counted else names)


def read_files(content: Path, names: Iterable[str], memory: Memory) -> Reading:
    """Read some files of a content folder, by their paths in it, as if there were no others."""
    return _taken(Reader(Recall(memory), content), names)


def _taken(reader: Reader, names: Iterable[str]) -> Reading:
    for name in names:
        reader.take(name)
    reader.help()
    found = tuple(sorted(reader.problems))
    return Reading(
        documents=tuple(sorted(reader.documents, key=lambda document: document.path)),
        records=tuple(reader.records),
        pictures=tuple(reader.pictures),
        problems=found,
        unread=frozenset(reader.unread),
        tombstones=tuple(reader.tombstones),
        opened=frozenset(reader.opened),
    )
