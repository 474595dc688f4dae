"""Every document, its address, its neighbours and collections; and for one channel, only what may be seen there.

A room that makes something asks ``library.on(channel)``. Consent is not a check that somebody must
remember: it is what this room returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache

from plugins.library.changes import Change, next_changes
from plugins.library.collisions import collisions
from plugins.library.deadlines import deadline_problems
from plugins.library.entry import INDEXES, Entry, address
from plugins.library.pointers import pointers
from plugins.library.references import Desk
from plugins.library.shelf import Shelf, areas_of
from plugins.model import Channel, Document, Fact, Problem, Provider, Record, SupportLine, Withdrawn
from plugins.model.blocks import Only
from plugins.model.picture import Original
from plugins.model.tombstone import Tombstone

__all__ = ["INDEXES", "Entry", "Library", "Shelf", "address", "areas_of"]


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
    ) -> None:
        """Take what was read; nothing is looked up anywhere else."""
        self.documents = tuple(documents)
        self.as_of = as_of
        self.unread = unread
        self.tombstones = tuple(tombstones)
        records = tuple(records)
        self.supports = {record.id: record for record in records if isinstance(record, SupportLine)}
        self.providers = {record.id: record for record in records if isinstance(record, Provider)}
        self.withdrawn = tuple(record for record in records if isinstance(record, Withdrawn))
        self.facts = {record.id: record for record in records if isinstance(record, Fact)}
        self.pictures = {picture.name: picture for picture in pictures}
        self.on = cache(self._on)
        self._searchable = cache(self._may_be_searched)

    def _on(self, *channels: Channel) -> Shelf:
        """Give what a channel may carry at this instant; of several channels, what all of them may."""
        seen = (
            document
            for document in self.documents
            if document.live(self.as_of) and all(document.allowed(channel, self.as_of) for channel in channels)
        )
        return Shelf(
            channel=channels[0],
            as_of=self.as_of,
            entries=tuple(Entry(document, address(document)) for document in seen),
            supports=self.supports,
            providers=self.providers,
            facts=self.facts,
            pictures=self.pictures,
        )

    def searchable(self, entry: Entry) -> bool:
        """Say whether search engines may keep a page: its own people agreed, and so did those of all it points at."""
        return self._searchable(entry.id)

    def _may_be_searched(self, name: str) -> bool:
        engines, web = self.on(Channel.SEARCH_ENGINES), self.on(Channel.WEB)
        entry = engines.get(name)
        if entry is None:
            return False
        named = {pointer.target for pointer in pointers(entry.document) if pointer.only is not Only.EMAIL}
        shown = (web.at(name) if name.startswith("/") else web.get(name) for name in named)
        return all(engines.get(other.id) for other in shown if other)

    def next_changes(self) -> tuple[Change, ...]:
        """Give all that appears, disappears or is over by itself at the next instant at which anything does."""
        return next_changes(self.documents, self.as_of)

    def examples(self) -> tuple[str, ...]:
        """Give the paths and ids of everything that is sample content."""
        records = (*self.supports.values(), *self.providers.values(), *self.facts.values())
        found = [document.path for document in self.documents if document.example]
        found += [stone.path for stone in self.tombstones if stone.example]
        found += [f"data/{record.file}: {record.id}" for record in records if record.example]
        return tuple(sorted(found))

    def problems(self) -> Iterator[Problem]:
        """Give what is wrong between documents, and with their time: references, addresses, dates gone by."""
        yield from collisions(self.documents, self.pictures.values())
        yield from deadline_problems(self.documents, (*self.supports.values(), *self.facts.values()), self.as_of)
        records = (*self.supports.values(), *self.providers.values(), *self.facts.values())
        names = {f"{record.kind}:{record.id}" for record in records} | {f"picture:{name}" for name in self.pictures}
        desk = Desk(
            documents={document.id: document for document in self.documents},
            names=frozenset(names),
            unread=self.unread,
            addresses=self.on(Channel.WEB).addresses,
            as_of=self.as_of,
            tombstones={stone.id: stone for stone in self.tombstones},
        )
        for document in self.documents:
            yield from desk.problems(document)
