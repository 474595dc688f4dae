"""What words could harm somebody: who tells, who is told of, who reads.

The rules are guesses about words, so each says what it saw and how to answer. They never judge how a
storyteller speaks. ``docs/safeguarding.md`` says where each rule of safeguarding is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from plugins.model import Area, Document, Problem, SupportLine
from plugins.model.consent import ConsentStatus
from plugins.model.taxonomy import Status
from plugins.safeguarding.agreed import agreement_problems
from plugins.safeguarding.clues import clue_problems
from plugins.safeguarding.contacts import contact_problems, rep_problems, team_contacts
from plugins.safeguarding.copies import Copy, copies, copy_problems
from plugins.safeguarding.details import detail_problems
from plugins.safeguarding.help_lines import number_problems
from plugins.safeguarding.law import law_problems
from plugins.safeguarding.names import name_problems
from plugins.safeguarding.notes import note_problems
from plugins.safeguarding.places import place_problems
from plugins.safeguarding.texts import young

__all__ = ["Copy", "copies", "problems"]


def problems(documents: Iterable[Document], supports: Mapping[str, SupportLine], as_of: datetime) -> Iterator[Problem]:
    """Give what could harm somebody in everything that is, or may still come to be, published at an instant."""
    documents = tuple(documents)
    areas = tuple(document for document in documents if isinstance(document, Area))
    team = team_contacts(documents)
    yield from copy_problems(document for document in documents if not _gone(document, as_of))
    for document in documents:
        if _gone(document, as_of):
            continue
        yield from note_problems(document, supports)
        yield from number_problems(document, supports)
        yield from detail_problems(document)
        yield from agreement_problems(document)
        if young(document):
            yield from contact_problems(document)
            yield from rep_problems(document, team)
            yield from law_problems(document)
            yield from name_problems(document)
            yield from place_problems(document, areas)
            yield from clue_problems(document, areas)


def _gone(document: Document, as_of: datetime) -> bool:
    withdrawn = document.agreed is not None and document.agreed.status is ConsentStatus.WITHDRAWN
    over = document.disappears is not None and document.disappears <= as_of
    return withdrawn or over or document.status is Status.WITHDRAWN
