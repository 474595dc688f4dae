"""What words could harm somebody: who tells, who is told of, who reads.

The rules are guesses about words, so each says what it saw and how to answer. They never judge how a
storyteller speaks. ``docs/safeguarding.md`` says where each rule of safeguarding is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plugins.model import Area, Document, Fact, Problem, Provider, SupportLine
from plugins.safeguarding.agreed import agreement_problems
from plugins.safeguarding.clues import clue_problems
from plugins.safeguarding.contacts import contact_problems, contacts_of, rep_problems
from plugins.safeguarding.copies import Copy, copies, copy_problems, held, told
from plugins.safeguarding.details import detail_problems
from plugins.safeguarding.figures import figure_problems
from plugins.safeguarding.help_lines import number_problems, provider_problems
from plugins.safeguarding.law import law_problems
from plugins.safeguarding.meetings import meeting_problems
from plugins.safeguarding.names import name_problems
from plugins.safeguarding.notes import note_problems
from plugins.safeguarding.places import place_problems
from plugins.safeguarding.texts import ready, young

__all__ = [
    "Circumstances",
    "Copy",
    "contacts_of",
    "copies",
    "copy_problems",
    "held",
    "problems",
    "problems_of",
    "ready",
    "told",
]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the words of one document are judged by, beside themselves."""

    supports: Mapping[str, SupportLine]
    areas: tuple[Area, ...]
    team: frozenset[str]
    """The team's mailboxes and numbers, as ``contacts_of`` gives them."""
    as_of: datetime
    facts: Mapping[str, Fact] = field(default_factory=dict)
    providers: Mapping[str, Provider] = field(default_factory=dict)

    @property
    def records(self) -> tuple[object, ...]:
        """Give all that the rules read of records: while that is the same, they find the same. Hours are not in it."""
        return (
            [(one.id, one.name, one.phone, one.text, one.nations) for one in self.supports.values()],
            [(one.name, one.phone) for one in self.providers.values()],
            [(one.id, one.file, one.text, one.nation, one.about) for one in self.facts.values() if one.about],
        )


def problems(documents: Iterable[Document], supports: Mapping[str, SupportLine], as_of: datetime) -> Iterator[Problem]:
    """Give what could harm somebody in everything that is, or may still come to be, published at an instant."""
    documents = tuple(documents)
    areas = tuple(document for document in documents if isinstance(document, Area))
    team = frozenset[str]().union(*map(contacts_of, documents))
    yield from copy_problems(document for document in documents if not document.gone(as_of))
    for document in documents:
        yield from problems_of(document, Circumstances(supports, areas, team, as_of))


def problems_of(document: Document, around: Circumstances) -> Iterator[Problem]:
    """Give what could harm somebody in the words of one document, unless nobody will see them any more."""
    if document.gone(around.as_of):
        return
    yield from note_problems(document, around.supports)
    yield from number_problems(document, around.supports)
    yield from provider_problems(document, around.providers)
    yield from meeting_problems(document)
    yield from figure_problems(document, around.facts)
    yield from detail_problems(document)
    yield from agreement_problems(document)
    if young(document):
        yield from contact_problems(document)
        yield from rep_problems(document, around.team)
        yield from law_problems(document)
        yield from name_problems(document)
        yield from place_problems(document, around.areas)
        yield from clue_problems(document, around.areas)
