"""Libraries to try rooms with: small ones written as one readable string, and the sample content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

from plugins import source
from plugins.library import Library
from plugins.model import DOCUMENT_TYPES, Document
from plugins.model.clock import LONDON
from plugins.press import Artefact, Wanted, unpacked
from plugins.press.making import resolved
from plugins.source import documents
from plugins.view import Site

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-21 12:00"
KINDS = {kind.folder: kind for kind in DOCUMENT_TYPES}
Room = Callable[[Library, Site, Path], Iterable[Wanted]]


def moment(text: str) -> datetime:
    """Give an instant in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@cache
def reading() -> source.Reading:
    """Read the sample content, once."""
    return source.read(ROOT / "content")


def written(text: str) -> Iterator[Document]:
    """Read documents from one string: each begins with a line ``-- stories/ana.md --``."""
    for path, body in re.findall(r"^-- (\S+) --\n(.*?)(?=^-- \S+ --\n|\Z)", text, re.MULTILINE | re.DOTALL):
        document, problems = documents.read(KINDS[path.partition("/")[0]], path, body.encode())
        assert document is not None, [str(problem) for problem in problems]
        yield document


def small(text: str, as_of: str = NOW) -> Library:
    """Shelve documents that are written in one string, with the help lines of the sample."""
    return Library(written(text), reading().records, (), moment(as_of))


def sample(as_of: str = NOW) -> Library:
    """Shelve the sample content."""
    found = reading()
    return Library(found.documents, found.records, found.pictures, moment(as_of))


def looked_at(wanted: Iterable[Wanted], library: Library) -> Iterator[Artefact]:
    """Give the artefacts that a room wants, as the press does where it knows of no earlier ones."""
    return (resolved(one, library) for one in unpacked(wanted))


def given(room: Room, library: Library, site: Site, theme: Path) -> Iterator[Artefact]:
    """Give the artefacts of a room."""
    return looked_at(room(library, site, theme), library)


def printed(wanted: Iterable[Wanted], library: Library | None = None) -> dict[str, bytes]:
    """Make every artefact; no two may have the same path. What is drawn from views is drawn from a library's."""
    made: dict[str, bytes] = {}
    for artefact in looked_at(wanted, library or sample()):
        assert artefact.path not in made
        made[artefact.path] = artefact.make()
    return made
