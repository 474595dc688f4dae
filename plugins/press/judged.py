"""Everything that is wrong with the content, worked out only for what changed since somebody last looked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from plugins import safeguarding, source
from plugins.disk.digests import digest
from plugins.library import Entry, Library, fingerprints
from plugins.model import Area, Document, Level, Person, Problem
from plugins.press.copied import copied
from plugins.source import Memory, told, written
from plugins.source.bounds import SECONDS_TO_JUDGE, TooSlow, bounded

Each = Callable[[Callable[[str], list[Problem]], Sequence[str]], Iterable[list[Problem]]]
"""Gives what a function finds wrong with each document of a row of names, in their order."""

FINGERPRINT_KEY = "CLNM_FINGERPRINT_KEY"
"""The environment's name for the key of withdrawn words; it is in no file of the repository."""


def found_problems(
    reading: source.Reading, library: Library, memory: Memory, each: Each = map, *, copies: bool = True
) -> Iterator[Problem]:
    """Give everything that is wrong with what was read: in each file, between files, with time, and for people.

    ``each`` judges the documents that nobody has judged before: one after the other, or many at once. Without
    ``copies`` nobody looks for what stands of stories in other documents, of which every document may have to be
    compared again when a story has changed; that stops nothing.
    """
    yield from reading.problems
    yield from library.common_problems()
    yield from pasted_again(library, library.documents)
    now = library.as_of.timestamp()
    if copies:
        yield from copied((e.document for e in library.entries.values() if not e.gone(now)), memory)
    judge = Judge(library, memory)
    entries = tuple(library.entries.values())
    names = [judge.name(entry) for entry in entries]
    known = [memory.get("judged", name) for name in names]
    judged = iter(each(judge.judged, [entry.id for entry, kept in zip(entries, known, strict=True) if kept is None]))
    for name, kept in zip(names, known, strict=True):
        if kept != "":  # most documents have none
            yield from judge.remembered(name, next(judged)) if kept is None else told(kept)


def pasted_again(library: Library, documents: Iterable[Document]) -> Iterator[Problem]:
    """Find withdrawn words that came back in documents, where the environment has the key: ``CLNM_FINGERPRINT_KEY``."""
    key = os.environ.get(FINGERPRINT_KEY, "")
    if key:
        yield from fingerprints.pasted_again(documents, library.withdrawn, key.encode())


class Judge:
    """Judges each document once for its words, and for everything outside it that its judgement depends on."""

    def __init__(self, library: Library, memory: Memory) -> None:
        """Take what is on the shelves, and what recalls judgements."""
        self.library = library
        self.memory = memory
        entries = library.entries.values()
        areas = [entry for entry in entries if entry.document.kind == Area.kind]
        self.around = safeguarding.Circumstances(
            supports=library.supports,
            areas=tuple(entry.document for entry in areas if isinstance(entry.document, Area)),
            team=frozenset(contact for entry in entries for contact in contacts_of(entry.document, memory)),
            as_of=library.as_of,
            facts=library.facts,
            providers=library.providers,
        )
        self.mark = digest(repr((self.around.records, [area.card_mark for area in areas])))
        self.team_mark = digest(repr(sorted(self.around.team)))

    def judged(self, document_id: str) -> list[Problem]:
        """Judge a document."""
        entry = self.library.entries[document_id]
        return [*self.library.problems_of(entry), *self.alone(entry.document)]

    def remembered(self, name: str, found: list[Problem]) -> list[Problem]:
        """Keep a judgement under its name, and give it; what stops a build is judged anew each time."""
        if not any(problem.level is Level.ERROR for problem in found):
            self.memory.put("judged", name, written(found))
        return found

    def name(self, entry: Entry) -> str:
        """Stand for a document, and for everything outside it that its judgement depends on."""
        team = self.team_mark if entry.document.kind == Person.kind else ""
        return digest(f"{self.library.surroundings(entry)} {self.mark} {team}")

    def alone(self, document: Document) -> list[Problem]:
        """Judge what could harm somebody in a document, whatever stands around it."""
        try:
            return bounded(lambda: list(safeguarding.problems_of(document, self.around)), SECONDS_TO_JUDGE)
        except TooSlow:
            message = "This text is too tangled to look for what could harm somebody."
            fix = "Look for long runs of figures, marks or names, and take them out."
            return [Problem(path=document.path, line=0, field="", message=message, fix=fix, code="F15")]


def contacts_of(document: Document, memory: Memory) -> list[str]:
    """Give the team's mailboxes and numbers in a document."""
    known = memory.get("contacts", document.digest)
    if known is None:
        known = "\n".join(sorted(safeguarding.contacts_of(document)))
        memory.put("contacts", document.digest, known)
    return known.splitlines()
