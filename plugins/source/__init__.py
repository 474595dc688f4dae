"""A file becomes a document, or problems that an editor can act on.

Everything is read before anything is judged: ``read`` gives all documents, all records and all
problems of a content folder at once, sorted by file and line.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document, Problem, Record
from plugins.model.picture import Original
from plugins.model.tombstone import Tombstone
from plugins.source import pictures, records, tombstones
from plugins.source.bounds import LARGEST_FILE
from plugins.source.memory import Blank, Memory, Recall, told, written
from plugins.source.text import plain_name

__all__ = ["Blank", "Memory", "Reading", "read", "read_files", "told", "written"]

_KINDS = {kind.folder: kind for kind in DOCUMENT_TYPES}
_DATA = {kind.file: kind for kind in RECORD_TYPES}
_LIKE_FILES = (".md", ".yml", *pictures.ENDINGS)
_LEFT_ALONE = frozenset({".gitkeep", ".DS_Store", "Thumbs.db"})


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
    opened: int = 0
    """How many documents' files were opened, because they do not look as they did."""


def read(
    content: Path, memory: Memory | None = None, counted: Callable[[Iterable[str]], Iterable[str]] = iter
) -> Reading:
    """Read a whole content folder. Never raises for what editors wrote; each fault is a problem.

    What ``memory`` knows of a file is not read again, and what is read is put there. ``counted`` gives the
    files back one by one, and may show how many were read.
    """
    reader = _Reader(Recall(memory or Blank()))
    return _taken(reader, content, counted(sorted(_files(str(content), reader.shut))))


def read_files(content: Path, names: Iterable[str], memory: Memory) -> Reading:
    """Read some files of a content folder, by their paths in it, as if there were no others."""
    return _taken(_Reader(Recall(memory)), content, names)


def _taken(reader: _Reader, content: Path, names: Iterable[str]) -> Reading:
    for name in names:
        try:
            reader.take(content / name, _shown(name))
        except OSError as error:
            reader.shut(name, error)
    found = tuple(sorted(reader.problems))
    return Reading(
        documents=tuple(reader.documents),
        records=tuple(reader.records),
        pictures=tuple(reader.pictures),
        problems=found,
        unread=frozenset(reader.unread),
        tombstones=tuple(reader.tombstones),
        opened=reader.opened,
    )


def _files(folder: str, shut: Callable[[str, OSError], None]) -> Iterator[str]:
    """Give everything in a folder and below that is no folder itself, or is called like a file; by path from the first.

    Folders that cannot be opened are given to ``shut`` instead.
    """
    waiting = [""]
    while waiting:
        before = waiting.pop()
        try:
            found = list(os.scandir(f"{folder}/{before}"))
        except OSError as error:
            shut(before, error)
            continue
        for one in found:
            deeper = one.is_dir(follow_symlinks=False)
            if deeper:
                waiting.append(f"{before}{one.name}/")
            if not deeper or one.name.endswith(_LIKE_FILES):
                yield before + one.name


def _shown(name: str) -> str:
    """Give a file's name so that it can be printed, whatever bytes it is made of."""
    if name.isascii() and name.isprintable():
        return name
    written = name.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in written)


@dataclass(slots=True)
class _Reader:
    """Takes one file after the other."""

    recall: Recall
    documents: list[Document] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    pictures: list[Original] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    tombstones: list[Tombstone] = field(default_factory=list)
    opened: int = 0

    def take(self, path: Path, name: str) -> None:
        """Read a file for what its place says it is. Raises OSError if it cannot be opened."""
        folder, _, rest = name.partition("/")
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            self.stray(name, "This is not a plain file.", "Put the file itself here.")
        elif folder in _KINDS and "/" not in rest and rest.endswith(".md"):
            self._document(path, name, found)
        elif folder == "data" and rest in _DATA:
            self._data(path, name, rest)
        elif folder == "images" and "/" not in rest and path.suffix.lower() in pictures.ENDINGS:
            original, wrong = pictures.read(name, path)
            self.problems += wrong
            if original:
                self.pictures.append(original)
            else:
                self.unread.add(f"picture:{rest}")
        elif path.name not in _LEFT_ALONE:
            self._misplaced(folder, name, rest)

    def shut(self, name: str, error: OSError) -> None:
        """Report a file or a folder that the system does not let us read."""
        message = f"This cannot be opened: {error.strerror or 'nobody says why'}."
        self.stray(_shown(name).rstrip("/"), message, "Ask whoever looks after the computer.")

    def stray(self, name: str, message: str, fix: str) -> None:
        """Report a file that is not read."""
        self.problems.append(Problem(path=name, line=0, field="", message=message, fix=fix, code="F19"))

    def _document(self, path: Path, name: str, found: os.stat_result) -> None:
        kind = _KINDS[name.partition("/")[0]]
        result = self.recall.unchanged(kind, path, name, found)
        if result is None:
            data = _bytes(path)
            self.opened += 1
            if tombstones.marks(data):
                stone, wrong = tombstones.read(kind, name, data)
                self.tombstones += [stone] if stone else []
                self.problems += wrong
                return
            result = self.recall.read(kind, path, name, data)
        document, wrong = result
        self.problems += wrong
        if document:
            self.documents.append(document)
        else:
            self.unread |= {f"{kind.kind}:{path.stem}", f"{kind.kind}:{plain_name(path.stem)}"}

    def _data(self, path: Path, name: str, rest: str) -> None:
        kind = _DATA[rest]
        found, wrong = records.read(kind, name, _bytes(path))
        self.records += found
        self.problems += wrong
        if any(problem.stops for problem in wrong):
            self.unread.add(f"{kind.kind}:*")

    def _misplaced(self, folder: str, name: str, rest: str) -> None:
        if folder in _KINDS and "/" not in rest:
            fix = (
                f"Save it as plain text with the ending .md: {plain_name(Path(rest).stem)}.md. Pictures go into images."
            )
            self.stray(name, "Only files that end in .md are read here.", fix)
        elif folder == "images" and "/" not in rest:
            self.stray(name, *pictures.not_read(Path(rest).suffix))
        else:
            fix = (
                f"Stories go into stories/, pictures into images/. The folders are: {', '.join(_KINDS)}, images, data."
            )
            self.stray(name, "This file is in a place where nothing is read.", fix)


def _bytes(path: Path) -> bytes:
    """Read a file, but no more of it than tells that it is too large."""
    with path.open("rb", buffering=0) as opened:
        size = os.fstat(opened.fileno()).st_size
        return opened.read(min(size, LARGEST_FILE) + 1)
