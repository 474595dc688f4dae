"""Takes the files of a content folder one after the other, or lets other processes read its documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from plugins.model import BLOCK_TYPES, DOCUMENT_TYPES, RECORD_TYPES, Document, Problem, Record
from plugins.model.picture import Original
from plugins.model.tombstone import Tombstone
from plugins.source import markup, pictures, records, strays, tombstones
from plugins.source.bounds import LARGEST_FILE
from plugins.source.documents import digest as digest_of
from plugins.source.folder import shown
from plugins.source.memory import Memory, Notes, Recall, Result
from plugins.source.text import plain_name

_KINDS = {kind.folder: kind for kind in DOCUMENT_TYPES}
_DATA = {kind.file: kind for kind in RECORD_TYPES}

New = dict[tuple[str, str], str]
"""What a memory has not got yet: texts by room and name."""


@dataclass(frozen=True, slots=True)
class Helpers:
    """How a file's document is read in another process."""

    each: Callable[[Callable[[str], New], Sequence[str]], Iterable[New]]
    """Gives what a function makes of each name, in their order, wherever it is called."""
    also: Callable[[Document, Memory], object]
    """What is worked out of a document while it is open, and put into a memory."""


def ready() -> None:
    """Make what reading any document begins with: the schemas of its kinds and blocks, and Markdown."""
    for kind in (*DOCUMENT_TYPES, *BLOCK_TYPES):
        kind.model_rebuild()
    markup.tree("")


@dataclass(slots=True)
class Reader:
    """Takes one file after the other."""

    recall: Recall
    content: Path
    helpers: Helpers | None = None
    waiting: dict[str, tuple[type[Document], str]] = field(default_factory=dict)
    """The names of files that helpers are to read, each with its kind and the digest of what it held."""
    documents: list[Document] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    pictures: list[Original] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    tombstones: list[Tombstone] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def take(self, name: str) -> None:
        """Read a file for what its place says it is."""
        try:
            if not self._as_it_was(name):
                self._take(self.content / name, shown(name))
        except OSError as error:
            self.shut(name, error)

    def help(self) -> None:
        """Let the helpers read what they were left, and take what they found."""
        if self.helpers:
            names = tuple(self.waiting)
            for name, new in zip(names, self.helpers.each(self._noted, names), strict=True):
                for (room, key), value in new.items():
                    self.recall.memory.put(room, key, value)
                (kind, digest), path = self.waiting[name], self.content / name
                known = self.recall.known(kind, path, name, digest)
                self._found(kind, path.stem, known) if known else self._read_again(name)

    def _noted(self, name: str) -> New:
        """Read a document, and give all that its memory would have; nothing if the file has changed meanwhile."""
        notes, path, (kind, _) = Notes(self.recall.memory), self.content / name, self.waiting[name]
        with suppress(OSError):
            document, _ = Recall(notes).read(kind, path, name, _bytes(path))
            if document and self.helpers:
                self.helpers.also(document, notes)
        return notes.new

    def _read_again(self, name: str) -> None:
        self.helpers = None
        self.take(name)

    def _as_it_was(self, name: str) -> bool:
        """Take what a document's file gave before, if it looks as it did then; say whether it does."""
        kind = _kind_at(name)
        if kind is None or not name.isascii():
            return False
        file = f"{self.content}/{name}"
        known = self.recall.unchanged(kind, file, name, os.lstat(file))
        if known is not None:
            self._found(kind, name.partition("/")[2].removesuffix(".md"), known)
        return known is not None

    def _take(self, path: Path, name: str) -> None:
        folder, _, rest = name.partition("/")
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            self.stray(name, "This is not a plain file.", "Put the file itself here.")
        elif kind := _kind_at(name):
            self._document(kind, path, name, found)
        elif folder == "data" and rest in _DATA:
            self._data(path, name, rest)
        elif folder == "images" and "/" not in rest and path.suffix.lower() in pictures.ENDINGS:
            original, wrong = pictures.read(name, path)
            self.problems += wrong
            if original:
                self.pictures.append(original)
            else:
                self.unread.add(f"picture:{rest}")
        elif not strays.left_by_a_program(name):
            self.stray(name, *strays.said(name))

    def shut(self, name: str, error: OSError) -> None:
        """Report a file or a folder that the system does not let us read."""
        message = f"This cannot be opened: {error.strerror or 'nobody says why'}."
        self.stray(shown(name).rstrip("/"), message, "Ask whoever looks after the computer.")

    def stray(self, name: str, message: str, fix: str) -> None:
        """Report a file that is not read."""
        self.problems.append(Problem(path=name, line=0, field="", message=message, fix=fix, code="F19"))

    def _document(self, kind: type[Document], path: Path, name: str, found: os.stat_result) -> None:
        data = _bytes(path)
        self.opened.append(name)
        if tombstones.marks(data):
            stone, wrong = tombstones.read(kind, name, data)
            self.tombstones += [stone] if stone else []
            self.problems += wrong
            return
        digest = digest_of(name, data)
        self.recall.opened(name, found, digest)
        result = self.recall.known(kind, path, name, digest)
        if result is None and self.helpers and name.endswith(f"/{path.name}"):
            self.waiting[name] = kind, digest
            return
        self._found(kind, path.stem, result or self.recall.read(kind, path, name, data))

    def _found(self, kind: type[Document], stem: str, result: Result) -> None:
        document, wrong = result
        self.problems += wrong
        if document:
            self.documents.append(document)
        else:
            self.unread |= {f"{kind.kind}:{stem}", f"{kind.kind}:{plain_name(stem)}"}

    def _data(self, path: Path, name: str, rest: str) -> None:
        kind = _DATA[rest]
        found, wrong = records.read(kind, name, _bytes(path))
        self.records += found
        self.problems += wrong
        if any(problem.stops for problem in wrong):
            self.unread.add(f"{kind.kind}:*")


def _kind_at(name: str) -> type[Document] | None:
    """Give the kind of document that is read from a place in the content folder; None where no document is."""
    folder, _, rest = name.partition("/")
    return _KINDS.get(folder) if "/" not in rest and rest.endswith(".md") else None


def _bytes(path: Path) -> bytes:
    """Read a file, but no more of it than tells that it is too large."""
    with path.open("rb", buffering=0) as opened:
        size = os.fstat(opened.fileno()).st_size
        return opened.read(min(size, LARGEST_FILE) + 1)
