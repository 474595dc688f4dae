"""Every document, its address, its neighbours and collections; and for one channel, only what may be seen there.

A room that makes something asks ``library.on(channel)``. Consent is not a check that somebody must
remember: it is what this room returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import datetime
from functools import cached_property
from typing import Any, Self, TypeVar

from plugins.library.address import FINDER, INDEXES, PROGRAMMES, address, areas_of
from plugins.library.changes import Change
from plugins.library.collisions import collisions
from plugins.library.coming import next_changes
from plugins.library.deadlines import deadline_problems, unchecked
from plugins.library.differing import Differing, State, state
from plugins.library.entry import Entry
from plugins.library.forwarding import moved_problems
from plugins.library.marks import mark
from plugins.library.notebook import Notebook
from plugins.library.readers import reader_problems
from plugins.library.references import Catalogue
from plugins.library.shelf import Question, Shelf
from plugins.library.spine import Spine, bits, spine
from plugins.library.stock import Stock
from plugins.library.succession import standing_in
from plugins.library.versions import bound, twins, version_problems
from plugins.model import (
    Authority,
    Channel,
    Document,
    Fact,
    Moved,
    Problem,
    Provider,
    Record,
    SupportLine,
    Withdrawn,
)
from plugins.model.blocks import Only
from plugins.model.clock import LONDON, end_of
from plugins.model.picture import Original
from plugins.model.tombstone import Tombstone

__all__ = [
    "FINDER",
    "INDEXES",
    "PROGRAMMES",
    "Differing",
    "Entry",
    "Library",
    "Notebook",
    "Question",
    "Shelf",
    "Spine",
    "State",
    "address",
    "areas_of",
    "spine",
    "standing_in",
]

_SEARCHABLE = "searchable"
Found = TypeVar("Found")


class Library:
    """All documents at one instant, ``as_of``, which is the only clock there is."""

    def __init__(  # noqa: PLR0913, PLR0917 - everything that is read, and when
        self,
        documents: Iterable[Document],
        records: Iterable[Record],
        pictures: Iterable[Original],
        as_of: datetime,
        unread: frozenset[str] = frozenset(),
        tombstones: Iterable[Tombstone] = (),
        spines: Callable[[Document], Spine] = spine,
    ) -> None:
        """Take what was read; nothing is looked up anywhere else. ``spines`` gives the spine of a document."""
        self.documents = bound(documents)
        self.as_of = as_of
        self.unread = unread
        self.tombstones = tuple(tombstones)
        records = tuple(records)
        self.supports = {record.id: record for record in records if isinstance(record, SupportLine)}
        self.providers = {record.id: record for record in records if isinstance(record, Provider)}
        self.withdrawn = tuple(record for record in records if isinstance(record, Withdrawn))
        self.facts = {record.id: record for record in records if isinstance(record, Fact)}
        self.authorities = {record.id: record for record in records if isinstance(record, Authority)}
        self.moved = tuple(record for record in records if isinstance(record, Moved))
        self.pictures = {picture.name: picture for picture in pictures}
        self.notebook = Notebook({}, [])
        self._now = as_of.timestamp()
        self._spines = spines
        self._stocks: dict[tuple[Channel, ...], Stock] = {}
        self._marks: dict[Question, str] = {}
        self._found: dict[str, frozenset[str]] = {}
        self._note: Callable[[Question], None] | None = None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Give every document, as it is now, in the order in which they were read."""
        return tuple(entry.document for entry in self.entries.values())

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Give every document, whether anybody may see it or not, by what documents call it."""
        found = ((document, self._spines(document)) for document in self.documents)
        return {document.id: Entry(document, spine, spine.phase(self._now)) for document, spine in found}

    def on(self, *channels: Channel) -> Shelf:
        """Give what a channel may carry at this instant; of several channels, what all of them may."""
        return Shelf(self._stock(channels), self.as_of, self._note)

    def noting(self, questions: set[Question]) -> Self:
        """Give the same library, which writes down every question that it is asked."""
        noting = copy(self)
        noting._note = questions.add  # noqa: SLF001 - its own copy
        return noting

    def hear(self, questions: Iterable[Question]) -> None:
        """Write down questions that were asked of this library before."""
        if self._note:
            for question in questions:
                self._note(question)

    def worked_out(self, name: str, stamp: str, look: Callable[[Self], Found]) -> Found:
        """Give what a function makes of what it asks of the library: texts, numbers and tuples.

        If the notebook has it, under a name and a stamp for everything else that it is made of, nobody works it out.
        """
        known = self.notebook.recall(name, stamp, self)
        if known is None:
            questions: set[Question] = set()
            known = look(self.noting(questions)), frozenset(questions)
            self.notebook.write(name, stamp, *known)
        self.hear(known[1])
        found: Found = known[0]
        return found

    def answer(self, question: Question) -> str:
        """Stand for the answer to a question: while this is the same, so is whatever was made of the answer."""
        if question not in self._marks:
            channels, what, args = question
            if what == _SEARCHABLE:
                self._marks[question] = str(args[0] in self._searched)
            else:
                self._marks[question] = mark(getattr(self._stock(channels), what)(*args), whole=what == "whole")
        return self._marks[question]

    def exchange(self, document: Document) -> Document | None:
        """Put a document in the place of its last version and give that one, if nothing but its own words changed.

        None, and all stays as it was, where its spine has changed, or where others are bound to it.
        """
        entry = self.entries.get(document.id)
        if entry is None or document.version_of or document.id in self._bound or self._spines(document) != entry.spine:
            return None
        last = entry.document
        entry.exchange(document)
        if "_catalogue" in vars(self):
            self._catalogue.documents[document.id] = document
        vars(self).pop("documents", None)
        self._marks = {question: mark for question, mark in self._marks.items() if question[1] != "whole"}
        return last

    @cached_property
    def _bound(self) -> frozenset[str]:
        return frozenset(document.original.id for document in self.documents if document.original)

    def _stock(self, channels: tuple[Channel, ...]) -> Stock:
        if channels not in self._stocks:
            wanted = bits(*channels)
            seen = (e for e in self.entries.values() if e.spine.phases[e.phase].carried & wanted == wanted)
            tables: dict[str, Mapping[str, Any]] = {
                "supports": self.supports,
                "providers": self.providers,
                "facts": self.facts,
            }
            tables |= {"authorities": self.authorities, "pictures": self.pictures}
            self._stocks[channels] = Stock(channels, seen, self._now, tables)
        return self._stocks[channels]

    @property
    def states(self) -> dict[str, State]:
        """Give what decides all that is said of each document, by id; see ``Differing``."""
        return {name: state(entry) for name, entry in self.entries.items()}

    def searchable(self, entry: Entry) -> bool:
        """Say whether search engines may keep a page: its people agreed, and those of all it points at; it is on."""
        self.hear([((), _SEARCHABLE, (entry.id,))])
        return entry.id in self._searched

    @property
    def _searched(self) -> frozenset[str]:
        """Give the ids of the documents whose pages search engines may keep."""
        if _SEARCHABLE not in self._found:
            engines = self._stock((Channel.SEARCH_ENGINES,))
            hidden = [entry for entry in self._stock((Channel.WEB,)).every() if engines.get(entry.id) is None]
            names = frozenset(part for entry in hidden for part in (entry.id, entry.url))
            pages = (entry for entry in engines.listed() if not names.intersection(_on_its_page(entry)))
            self._found[_SEARCHABLE] = frozenset(entry.id for entry in pages)
        return self._found[_SEARCHABLE]

    def until(self) -> datetime:
        """Give the instant up to which everything stays as it is, if nobody changes a file: midnight at the latest."""
        coming = (phase.since for entry in self.entries.values() for phase in entry.spine.phases[entry.phase + 1 :])
        midnight = end_of(self.as_of.date())
        return min(midnight, datetime.fromtimestamp(min(coming, default=midnight.timestamp()), LONDON))

    def next_changes(self) -> tuple[Change, ...]:
        """Give all that appears, disappears or is over by itself at the next instant at which anything does."""
        return next_changes(self.entries.values(), self.as_of)

    def examples(self) -> tuple[str, ...]:
        """Give the paths and ids of everything that is sample content."""
        records = (*self.supports.values(), *self.providers.values(), *self.facts.values(), *self.authorities.values())
        found = [entry.document.path for entry in self.entries.values() if entry.spine.example]
        found += [stone.path for stone in self.tombstones if stone.example]
        found += [f"data/{record.file}: {record.id}" for record in (*records, *self.moved) if record.example]
        return tuple(sorted(found))

    def problems(self) -> Iterator[Problem]:
        """Give what is wrong between documents, and with their time: references, addresses, dates gone by."""
        yield from self.common_problems()
        for entry in self.entries.values():
            yield from self.problems_of(entry)

    def common_problems(self) -> Iterator[Problem]:
        """Give what is wrong with no one document alone."""
        yield from collisions(self.entries.values(), self.pictures.values())
        yield from twins(self.documents)
        yield from moved_problems(self.moved, self.entries, self.tombstones)
        yield from unchecked((*self.supports.values(), *self.facts.values()), self.as_of)

    def problems_of(self, entry: Entry) -> Iterator[Problem]:
        """Give what is wrong with what a document points at, and with its time."""
        yield from deadline_problems(entry.document, self._catalogue.documents, self.as_of)
        yield from reader_problems(entry.document)
        yield from version_problems(entry.document, self._catalogue.documents)
        yield from self._catalogue.problems(entry.document)

    def surroundings(self, entry: Entry) -> str:
        """Stand for everything outside a document that ``problems_of`` it depends on."""
        named = (self._catalogue.mark(name) for name, _ in entry.spine.names)
        return f"{entry.mark} {self.as_of.date()} {' '.join(named)}"

    @cached_property
    def _catalogue(self) -> Catalogue:
        records = (*self.supports.values(), *self.providers.values(), *self.facts.values())
        names = {f"{record.kind}:{record.id}" for record in records} | {f"picture:{name}" for name in self.pictures}
        return Catalogue(
            entries=self.entries,
            names=frozenset(names),
            unread=self.unread,
            addresses=frozenset(self.on(Channel.WEB).addresses),
            as_of=self.as_of,
            tombstones={stone.id: stone for stone in self.tombstones},
        )


def _on_its_page(entry: Entry) -> Iterator[str]:
    """Give everything that the page of an entry points at."""
    return (name for name, only in entry.spine.names if only != Only.EMAIL)
