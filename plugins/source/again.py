"""What a content folder holds after some of its documents changed: only these files are read again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from plugins.model import DOCUMENT_TYPES, Document
from plugins.source import Reading, read_files
from plugins.source.memory import Memory

_FOLDERS = "|".join(kind.folder for kind in DOCUMENT_TYPES)
_PLAIN = re.compile(rf"({_FOLDERS})/[a-z0-9-]+\.md")
"""The names whose files can speak of no other file; whatever else changed, everything is to be looked at."""
_path = attrgetter("path")


def read_again(reading: Reading, content: Path, names: Sequence[str], memory: Memory) -> Reading | None:
    """Give what ``read`` would give now, if of a content folder only the files of these names changed since.

    ``names`` are paths in the folder. None where it takes a look at the whole folder to be sure.
    """
    names = [name for name in names if not _passed_by(reading, content, name)]
    plain = all(map(_PLAIN.fullmatch, names)) and not any((content / name).is_dir() for name in names)
    if not plain or reading.unread:
        return None
    new = read_files(content, [name for name in names if _there(content / name)], memory)
    gone = frozenset(names)
    return replace(
        reading,
        documents=_put(reading.documents, names, new.documents),
        problems=tuple(sorted((*(one for one in reading.problems if one.path not in gone), *new.problems))),
        tombstones=tuple(sorted((*(s for s in reading.tombstones if s.path not in gone), *new.tombstones), key=_path)),
        unread=new.unread,
        opened=new.opened,
    )


def _passed_by(reading: Reading, content: Path, name: str) -> bool:
    """Say whether a name is of a file that an editing program left for a moment only, and that was never read."""
    folder, _, rest = name.partition("/")
    strange = not _PLAIN.fullmatch(name) and folder in _FOLDERS.split("|") and rest and "/" not in rest
    known = any(problem.path.startswith(name) for problem in reading.problems)
    return bool(strange) and not known and (content / folder).is_dir() and not _there(content / name)


def _there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _put(documents: Sequence[Document], names: Iterable[str], new: Iterable[Document]) -> tuple[Document, ...]:
    """Put new documents in the places of those that had their names; both are in the order of their paths."""
    found = list(documents)
    fresh = {document.path: document for document in new}
    for name in names:
        place = bisect_left(found, name, key=_path)
        there = place < len(found) and found[place].path == name
        found[place : place + there] = [fresh[name]] if name in fresh else []
    return tuple(found)
