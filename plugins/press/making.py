"""Makes what must be made, and nothing that the manifest says would be the same; the output stays as it is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from plugins.library import Library, Question
from plugins.press.artefact import Artefact, Beside, Drawn, fingerprint, nothing_beside
from plugins.press.manifest import UNSURE, Manifest, Record
from plugins.press.plan import Plan, Planned
from plugins.press.staging import StagingArea
from plugins.view import sources


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it will be: already there, or in the staging area."""

    path: str
    record: Record
    asked: Mapping[Question, str] = field(default_factory=dict)
    """What its view asked, if it was worked out."""
    staged: bool = False
    known: bool = False
    """Whether it was not made, because the manifest says that it would be the same."""


@dataclass(frozen=True)
class Maker:
    """Makes what must be made, without a change to the output."""

    plan: Plan
    library: Library
    output: Path
    staging: StagingArea
    beside: Beside

    @property
    def manifest(self) -> Manifest:
        """Give what was known before."""
        return self.plan.manifest

    @cached_property
    def other(self) -> frozenset[int]:
        """Give the numbers of the questions that have other answers than last time."""
        return self.manifest.other_answers(self.library)

    def known(self, path: str) -> dict[str, Record] | None:
        """Give what is known of a file, and of what is beside it, if all are as they must be; None where one is not."""
        one, known = self.plan.files[path], self.manifest.records.get(path)
        if known is None or not self._same(one, known) or not _as_recorded(self.output, path, known):
            return None
        found = {path: known._replace(sources=one.sources) if isinstance(one, Artefact) else known}
        if self.beside is not nothing_beside:
            for artefact in self.beside([self._recalled(path, known)]):
                made = self._as_it_is(artefact)
                if made is None:
                    return None
                found.setdefault(artefact.path, made.record)
        return found

    def _same(self, one: Artefact | Drawn | Planned, known: Record) -> bool:
        """Say whether a file would be made of the same as last time."""
        if isinstance(one, Artefact):
            return known.fingerprint == one.fingerprint
        return (isinstance(one, Planned) or known.stamp == one.stamp) and self.other.isdisjoint(known.asked)

    def made(self, one: Artefact | Drawn) -> list[Made]:
        """Make what is wanted, and what is beside it."""
        return [self._as_it_is(found) or self._staged(found) for found in self.beside([self._resolved(one)])]

    def _recalled(self, path: str, known: Record) -> Artefact:
        """Give the artefact of a file that would be made of the same as last time."""
        make = partial(self._drawn, path)
        return Artefact(path=path, make=make, fingerprint=known.fingerprint, sources=known.sources, stamp=known.stamp)

    def _drawn(self, path: str) -> bytes:
        one = self.plan.one(path)
        return one.make() if isinstance(one, Artefact) else one.draw(one.seen.of(self.library)[0])

    def _resolved(self, one: Artefact | Drawn) -> Artefact:
        known = self.manifest.records.get(one.path)
        if isinstance(one, Artefact) or known is None or not self._same(one, known):
            return resolved(one, self.library)
        return replace(self._recalled(one.path, known), asked=self.manifest.asked(known))

    def _as_it_is(self, artefact: Artefact) -> Made | None:
        known = self.manifest.records.get(artefact.path)
        if known and known.fingerprint == artefact.fingerprint and _as_recorded(self.output, artefact.path, known):
            record = known._replace(sources=artefact.sources, stamp=artefact.stamp)
            return Made(artefact.path, record, artefact.asked, known=True)
        return None

    def _staged(self, artefact: Artefact) -> Made:
        data, path = artefact.make(), self.output / artefact.path
        digest = hashlib.sha256(data).hexdigest()
        record = UNSURE._replace(
            fingerprint=artefact.fingerprint, digest=digest, sources=artefact.sources, stamp=artefact.stamp
        )
        if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
            return Made(artefact.path, record, artefact.asked)
        self.staging.put(artefact.path, data)
        return Made(artefact.path, record, artefact.asked, staged=True)


def resolved(one: Artefact | Drawn, library: Library) -> Artefact:
    """Give an artefact; one that is drawn is looked at."""
    if isinstance(one, Artefact):
        return one
    view, questions = one.seen.of(library)
    return Artefact(
        path=one.path,
        make=lambda: one.draw(view),
        fingerprint=fingerprint(one.stamp, view),
        sources=sources(view, *one.own),
        stamp=one.stamp,
        asked={question: library.answer(question) for question in questions},
    )


def _as_recorded(output: Path, path: str, record: Record) -> bool:
    try:
        found = os.lstat(f"{output}/{path}")
    except OSError:
        return False
    return found.st_size == record.size and found.st_mtime_ns == record.modified
