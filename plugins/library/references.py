"""Whether everything a document points at is there, ready, and allowed where the document goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from plugins.library.address import INDEXES, former_address
from plugins.library.entry import Entry
from plugins.library.likeness import Likeness, nearest
from plugins.library.pointers import Pointer, pointers
from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Channel, Document, Level, Newsletter, Problem
from plugins.model.blocks import Heading, Only
from plugins.model.clock import day_in_words
from plugins.model.taxonomy import Status, Theme
from plugins.model.tombstone import Tombstone

_KINDS = frozenset(kind.kind for kind in DOCUMENT_TYPES)
_RECORDS = {kind.kind: kind.file for kind in RECORD_TYPES}
_BINDING = frozenset({"translation_of", "easy_read_of"})
"""Fields that bind a version to its original: where that may not be seen, nor may the version."""
_COLLECTIONS = INDEXES | {f"/themes/{theme}/" for theme in Theme}
"""Lists that are there as long as something is in them: that one is empty today is nobody's mistake."""


@dataclass(frozen=True)
class Catalogue:
    """What a pointer is looked up in: every document, whatever its state, and every name there is."""

    entries: Mapping[str, Entry]
    names: frozenset[str]
    unread: frozenset[str]
    addresses: frozenset[str]
    as_of: datetime
    tombstones: Mapping[str, Tombstone]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Give every document by what others call it."""
        return {name: entry.document for name, entry in self.entries.items()}

    @cached_property
    def _by_address(self) -> dict[str, Entry]:
        return {entry.url: entry for entry in self.entries.values()}

    def mark(self, name: str) -> str:
        """Stand for all that looking something up can tell."""
        entry = self._by_address.get(name) if name.startswith("/") else self.entries.get(name)
        if entry:
            return entry.mark
        if stone := self.tombstones.get(name) or self._stones_by_address.get(name):
            return repr(stone)
        kind = name.partition(":")[0]
        return str((name in self.names, name in self.addresses, name in self.unread, f"{kind}:*" in self.unread))

    @cached_property
    def _stones_by_address(self) -> dict[str, Tombstone]:
        return {former_address(stone): stone for stone in self.tombstones.values()}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Give what is wrong with everything a document points at."""
        for pointer in pointers(document):
            problem = self._problem(document, pointer)
            if problem:
                yield problem

    def _problem(self, document: Document, pointer: Pointer) -> Problem | None:
        if pointer.name.startswith("/"):
            return self._address_problem(document, pointer)
        if target := self.documents.get(pointer.target):
            return self._part_problem(document, pointer, target) or self._state_problem(document, pointer, target)
        if stone := self.tombstones.get(pointer.target):
            return _gap(document, pointer, stone)
        kind = pointer.target.partition(":")[0]
        if pointer.target in self.unread or f"{kind}:*" in self.unread:
            return None
        return self._absent_problem(document, pointer, kind)

    def _absent_problem(self, document: Document, pointer: Pointer, kind: str) -> Problem | None:
        if pointer.follows and kind not in _KINDS:
            return _at(document, pointer, "A06", f"There are no pages of the kind “{kind}”.", _instead(pointer))
        if pointer.target in self.names:
            return None
        word = pointer.target.partition(":")[2]
        return _missing(document, pointer, word, self._likeness.nearest(kind, word), kind)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness([*self.documents, *self.names, *(f":{address}" for address in self.addresses)])

    def _address_problem(self, document: Document, pointer: Pointer) -> Problem | None:
        if entry := self._by_address.get(pointer.target):
            target = entry.document
            return self._part_problem(document, pointer, target) or self._state_problem(document, pointer, target)
        if not pointer.target.endswith("/") or pointer.target in self.addresses:
            return None
        if stone := self._stones_by_address.get(pointer.target):
            return _gap(document, pointer, stone)
        if pointer.target in _COLLECTIONS or re.fullmatch(r"/archive/[0-9]{4}/", pointer.target):
            message = f"Nothing is at {pointer.target} at the moment, so the link is left out."
            return _at(document, pointer, "A06", message, "Close the gap, or wait until there is.", Level.WARNING)
        return _missing(document, pointer, pointer.target, self._likeness.nearest("", pointer.target), "address")

    @staticmethod
    def _part_problem(document: Document, pointer: Pointer, target: Document) -> Problem | None:
        part = pointer.name.partition("#")[2]
        anchors = {block.anchor for block in target.body if isinstance(block, Heading)}
        if not part or part in anchors:
            return None
        return _missing(document, pointer, part, nearest(part, anchors), "heading")

    def _state_problem(self, document: Document, pointer: Pointer, target: Document) -> Problem | None:
        name = f"{target.label.lower()} “{target.slug}”"
        if target.status is Status.DRAFT:
            if document.status is not Status.READY:
                return None
            return _at(document, pointer, "A06", f"The {name} is still a draft.", "Make it ready, or take this out.")
        if not target.live(self.as_of):
            if not document.live(self.as_of):
                return None
            message = f"The {name} cannot be seen at the moment, so it is left out here."
            return _at(document, pointer, "C06", message, "Close the gap, or wait until it appears.", Level.WARNING)
        for channel in _channels(document, pointer):
            if not target.allowed(channel, self.as_of):
                message = f"The {name} is used here, but its person did not say yes to {channel.label}."
                fix = "Take it out, or ask them."
                if channel is Channel.EMAIL:
                    fix = "Take it out, ask them about email, or put it into a block that has the option only: web."
                return _at(document, pointer, "C03", message, fix)
        return self._search_problem(document, pointer, target)

    def _search_problem(self, document: Document, pointer: Pointer, target: Document) -> Problem | None:
        engines = Channel.SEARCH_ENGINES
        if target.allowed(engines, self.as_of) or not document.allowed(engines, self.as_of):
            return None
        if pointer.only is Only.EMAIL or pointer.field in _BINDING or not document.live(self.as_of):
            return None
        message = f"The {target.label.lower()} “{target.slug}” may not be shown to search engines."
        fix = "So this whole page is kept out of them. Take it out here if the page should be found."
        return _at(document, pointer, "C03", message, fix, Level.WARNING)


def _channels(document: Document, pointer: Pointer) -> tuple[Channel, ...]:
    """Give the channels that a document carries what it points at to; a version carries its original nowhere."""
    if pointer.field in _BINDING:
        return ()
    if not isinstance(document, Newsletter):
        return (Channel.WEB,)
    both = {Only.WEB: (Channel.WEB,), Only.EMAIL: (Channel.EMAIL,)}
    return both[pointer.only] if pointer.only else (Channel.WEB, Channel.EMAIL)


def _gap(document: Document, pointer: Pointer, stone: Tombstone) -> Problem:
    day = day_in_words(stone.withdrawn_on)
    if pointer.field in _BINDING:
        message = f"The original was withdrawn on {day}, so this is not shown either."
        fix = f"Take its words out too: clnm withdraw {document.path.removesuffix('.md')}"
        return _at(document, pointer, "C06", message, fix, Level.WARNING)
    message = f"The {stone.kind} “{stone.slug}” was withdrawn on {day}. We have left it out here."
    return _at(document, pointer, "C06", message, "Please close the gap.", Level.WARNING)


def _instead(pointer: Pointer) -> str:
    """Say what to write for a name whose kind has no pages."""
    kind, _, name = pointer.target.partition(":")
    if kind in {"support", "fact"}:
        return f"Write {{{kind}: {name}}} into a sentence instead."
    near = nearest(kind, _KINDS)
    return f"Did you mean {near}:{name}?" if near else f"Use one of: {', '.join(sorted(_KINDS))}."


def _missing(document: Document, pointer: Pointer, word: str, near: str, what: str) -> Problem:
    where = f"Look for its name in content/data/{_RECORDS[what]}" if what in _RECORDS else "Check the file's name"
    fix = f"Did you mean “{near}”?" if near else f"{where}, or take this out."
    code = "O04" if what == "area" else "A06"
    return _at(document, pointer, code, f"There is no {what} “{word}”.", fix)


def _at(  # noqa: PLR0913, PLR0917 - the parts of a problem
    document: Document, pointer: Pointer, code: str, message: str, fix: str, level: Level = Level.ERROR
) -> Problem:
    return Problem(
        path=document.path,
        line=pointer.line,
        field=pointer.field,
        message=message,
        fix=fix,
        code=code,
        level=level,
    )
