"""One document in the place of its last version: at once where nothing but its own words changed, else not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from plugins.desk.project import moment
from plugins.library import Entry, Library
from plugins.model import Area, Document, Problem
from plugins.model.blocks import Heading
from plugins.press.judged import Judge, contacts_of, pasted_again
from plugins.source import Memory, Reading

_path = attrgetter("path")


class Exchange:
    """Holds a library in which nothing is wrong, and what tells quickly that it stays so."""

    def __init__(self, library: Library, memory: Memory) -> None:
        """Take a library that was judged."""
        self.library, self._memory = library, memory
        self._until = library.until()
        self._judge = Judge(library, memory)
        self._namers: dict[str, list[Entry]] = {}
        for entry in library.entries.values():
            for name, _ in entry.spine.names:
                self._namers.setdefault(name, []).append(entry)

    @property
    def over(self) -> bool:
        """Say whether time alone has changed what is on the shelves."""
        return moment() >= self._until

    def take(self, new: Document) -> bool:
        """Put a document in its place; False, and nothing done, where more changed than its words, or it is wrong."""
        entry = self.library.entries.get(new.id)
        if entry is None or new.kind == Area.kind or self.over:
            return False
        if contacts_of(new, self._memory) != contacts_of(entry.document, self._memory):
            return False  # the team's addresses say what other pages may hold
        last = self.library.exchange(new)
        if last is None:
            return False
        if any(problem.stops for problem in self._problems(entry, last)):
            self.library.exchange(last)
            return False
        return True

    def _problems(self, entry: Entry, last: Document) -> Iterator[Problem]:
        """Judge a document; where its headings changed, judge all that names it too, for that may lead to one."""
        namers = () if _parts(entry.document) == _parts(last) else (entry.id, entry.url)
        for one in (entry, *chain.from_iterable(self._namers.get(name, ()) for name in namers)):
            yield from self.library.problems_of(one)
        yield from pasted_again(self.library, [entry.document])
        yield from self._judge.alone(entry.document)


def _parts(document: Document) -> list[str]:
    """Give what links may lead to inside a document's page; of its words, no other document knows more."""
    return [block.anchor for block in document.body if isinstance(block, Heading)]


def only_new(before: Reading, after: Reading) -> Document | None:
    """Give the one document that was read anew, where the others are the same; both are in the order of their paths."""
    if len(after.opened) != 1 or len(before.documents) != len(after.documents):
        return None
    (name,) = after.opened
    at = bisect_left(after.documents, name, key=_path)
    there = after.documents[at : at + 1]
    return there[0] if there and there[0].path == name == before.documents[at].path else None
