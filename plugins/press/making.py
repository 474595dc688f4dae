"""Makes what must be made, and nothing that the manifest says would be the same; the output stays as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.library import Library, Question
from plugins.press.artefact import Artefact, Drawn, fingerprint
from plugins.press.manifest import UNSURE, Manifest, Record
from plugins.press.stage import Stage
from plugins.view import sources


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it will be: already there, or on the stage."""

    path: str
    record: Record
    asked: Mapping[Question, str] = field(default_factory=dict)
    """What its view asked, if it was worked out."""
    staged: bool = False
    known: bool = False
    """Whether it was not made, because the manifest says that it would be the same."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes what must be made, without a change to the output."""

    library: Library
    output: Path
    manifest: Manifest
    stage: Stage
    beside: Callable[[Iterable[Artefact]], Iterable[Artefact]]

    def known(self, one: Artefact | Drawn) -> list[Made] | None:
        """Give what is wanted if all of it is there as it must be; None where something must be worked out."""
        found: list[Made] = []
        sure = recalled(one, self.library, self.manifest)
        for artefact in self.beside([sure] if sure else []):
            made = self._as_it_is(artefact)
            if made is None:
                return None
            found.append(made)
        return found or None

    def made(self, one: Artefact | Drawn) -> list[Made]:
        """Make what is wanted, and what is beside it."""
        return [self._as_it_is(found) or self._staged(found) for found in self.beside([self._resolved(one)])]

    def _resolved(self, one: Artefact | Drawn) -> Artefact:
        return resolved(one, self.library, self.manifest)

    def _as_it_is(self, artefact: Artefact) -> Made | None:
        known = self.manifest.records.get(artefact.path)
        if known and known.fingerprint == artefact.fingerprint and _as_recorded(self.output / artefact.path, known):
            record = _record(artefact, known.digest, known, known.asked if artefact.stamp else ())
            return Made(artefact.path, record, artefact.asked, known=True)
        return None

    def _staged(self, artefact: Artefact) -> Made:
        data, path = artefact.make(), self.output / artefact.path
        record = _record(artefact, hashlib.sha256(data).hexdigest(), UNSURE)
        if path.is_file() and path.read_bytes() == data:
            return Made(artefact.path, record, artefact.asked)
        self.stage.put(artefact.path, data)
        return Made(artefact.path, record, artefact.asked, staged=True)


def recalled(one: Artefact | Drawn, library: Library, manifest: Manifest) -> Artefact | None:
    """Give an artefact; of one that is drawn, only if the library has the same answers for it as last time."""
    if isinstance(one, Artefact):
        return one
    known = manifest.records.get(one.path)
    if not (known and known.stamp == one.stamp and manifest.holds(known, library)):
        return None
    return Artefact(
        path=one.path,
        make=lambda: one.draw(one.seen.of(library)[0]),
        fingerprint=known.fingerprint,
        sources=known.sources,
        stamp=known.stamp,
    )


def resolved(one: Artefact | Drawn, library: Library, manifest: Manifest) -> Artefact:
    """Give an artefact; one that is drawn is looked at only if the library has other answers than last time."""
    if isinstance(one, Artefact):
        return one
    found = recalled(one, library, manifest)
    if found:
        return replace(found, asked=manifest.asked(manifest.records[one.path]))
    view, questions = one.seen.of(library)
    return Artefact(
        path=one.path,
        make=lambda: one.draw(view),
        fingerprint=fingerprint(one.stamp, view),
        sources=sources(view, *one.own),
        stamp=one.stamp,
        asked={question: library.answer(question) for question in questions},
    )


def _as_recorded(path: Path, record: Record) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (record.size, record.modified)


def _record(artefact: Artefact, digest: str, known: Record, asked: tuple[int, ...] = ()) -> Record:
    """Write down what is known of a file."""
    return Record(artefact.fingerprint, digest, known.size, known.modified, artefact.sources, artefact.stamp, asked)
