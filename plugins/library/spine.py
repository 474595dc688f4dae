"""What stands on a document's spine: all that shelves need to place it, without opening it.

A library of ten thousand documents opens only those that a page shows in full; the others are found, ordered and
left out by their spines. A spine is worked out once for the words of a file, and holds nothing but numbers and
texts, so that it can be kept.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self

from plugins.disk.digests import digest
from plugins.library.address import address, areas_of
from plugins.library.changes import changes, moments
from plugins.library.order import place
from plugins.library.pointers import pointers
from plugins.model import Channel, Document, Event, Newsletter, Page, Story
from plugins.model.clock import LONDON, start_of
from plugins.model.dates import FIRST_YEAR

_ITS_OWN = frozenset({"digest", "body", "lines", "original"})
"""What only its own page shows of a document, and where it stands in its file."""
_EVER = start_of(datetime(FIRST_YEAR, 1, 1, tzinfo=LONDON).date())
_JSON = json.JSONDecoder()
_BIT = {channel: 1 << number for number, channel in enumerate(Channel)}


class Phase(NamedTuple):
    """A time in which nothing about a document changes by itself."""

    since: float
    """When it begins, in seconds since 1970."""
    carried: int
    """The channels that may carry the document then, one bit each; 0 where nobody may see it."""
    ended: bool


class Spine(NamedTuple):
    """A document without its words. Times are seconds since 1970, days are counted from the year 1."""

    card: str
    """Stands for all that is not its body, and for what its body points at."""
    outline: str
    """Stands for where it is and when: for its address, its days and phases, its themes and its areas."""
    url: str
    title: str
    summary: str
    lang: str
    gone: float | None
    """From when nobody will see it any more; None where that is not known."""
    day: int
    """The day it is news of; 0 for what is no news."""
    appears: float | None
    changed: float | None
    starts: tuple[float, ...]
    """When an event begins, each time that it does."""
    length: float
    """How long an event takes, in seconds."""
    themes: tuple[str, ...]
    areas: tuple[str, ...]
    pictures: tuple[str, ...]
    """The pictures it shows beside its portrait."""
    portrait: str
    """The picture that stands for it on cards; a person's only until their term is over."""
    example: bool
    anonymous: str
    """Stands for the name of a storyteller who is not to be named where it may be seen; empty where there is none."""
    agreed: bool
    """Whether somebody's yes is needed for it."""
    programme: bool
    """Whether it is a page about a programme."""
    version_of: str
    """What it says again, in another language or in Easy Read."""
    footer: str
    """What the foot of each page calls it; empty for what does not stand there."""
    phases: tuple[Phase, ...]
    issue: tuple[str, int] | None
    """An issue's month and number."""
    names: tuple[tuple[str, str], ...]
    """Everything it points at, each with the one target it is for, if only one."""
    changes: tuple[tuple[float, str], ...]
    """What readers see change by itself, and when."""
    order: tuple[Any, ...]
    """Its place among the documents of its kind."""

    @classmethod
    def of(cls, written: str) -> Self:
        """Give a spine again from what ``written`` gave. Raises ValueError or TypeError for anything else."""
        *first, phases, issue, names, changes, order = _JSON.raw_decode(written)[0]
        values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in first]
        values += [tuple(map(Phase._make, phases)), issue and tuple(issue)]
        return cls._make([*values, tuple(map(tuple, names)), tuple(map(tuple, changes)), tuple(order)])

    def written(self) -> str:
        """Write it as JSON."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))

    def phase(self, at: float) -> int:
        """Give the number of the phase that an instant falls into."""
        phases = self.phases
        if len(phases) == 1:
            return 0
        return max(0, bisect_right(phases, at, key=_since) - 1)

    def ended(self, at: float) -> bool:
        """Say whether what it is about is over at an instant."""
        return self.phases[self.phase(at)].ended


def spine(document: Document) -> Spine:
    """Work out the spine of a document."""
    updated = start_of(document.updated) if document.updated else None
    starts = document.starts if isinstance(document, Event) else ()
    length = (document.end or starts[0]) - starts[0] if isinstance(document, Event) and starts else timedelta()
    named = dict.fromkeys((pointer.target, str(pointer.only or "")) for pointer in pointers(document))
    made = Spine(
        card=_card(document, tuple(named)),
        outline="",
        url=address(document),
        title=document.title,
        summary=document.summary,
        lang=document.lang,
        phases=_phases(document),
        gone=_stamp(_EVER if document.gone(_EVER) else document.disappears),
        order=place(document),
        day=document.date.toordinal() if document.date else 0,
        appears=_stamp(document.appears),
        changed=_stamp(max(filter(None, (document.appears, updated)), default=None)),
        starts=tuple(start.timestamp() for start in starts),
        length=length.total_seconds(),
        themes=tuple(map(str, document.themes)),
        areas=tuple(sorted(areas_of(document))),
        pictures=tuple(filter(None, (getattr(document, "logo", None), *(block.picture for block in document.body)))),
        portrait=document.image or "",
        names=tuple(named),
        changes=tuple((change.moment.timestamp(), change.what) for change in changes(document)),
        issue=(document.month, document.issue)
        if isinstance(document, Newsletter) and not document.version_of
        else None,
        example=document.example,
        anonymous=_unnamed(document),
        agreed=document.agreed is not None,
        programme=isinstance(document, Page) and document.is_programme,
        version_of=document.version_of,
        footer=document.footer if isinstance(document, Page) else "",
    )
    when = (made.day, made.appears, made.changed, made.phases)
    placed = (made.url, made.order, *when, made.themes, made.areas, made.version_of)
    return made._replace(outline=_digest(placed))


def bits(*channels: Channel) -> int:
    """Give the bits of channels."""
    return sum(_BIT[channel] for channel in channels)


def _phases(document: Document) -> tuple[Phase, ...]:
    """Ask a document at each instant it names, and before all of them, what is so from then on."""
    found: list[Phase] = []
    for moment in (_EVER, *sorted(set(moments(document)))):
        carried = bits(*(channel for channel in Channel if document.allowed(channel, moment)))
        phase = Phase(moment.timestamp(), carried if document.live(moment) else 0, document.ended(moment))
        found.append(phase)
    return tuple(found)


def _card(document: Document, named: tuple[tuple[str, str], ...]) -> str:
    """Stand for the fields that cards are made of, and for what it points at."""
    fields = ((name, getattr(document, name)) for name in type(document).model_fields if name not in _ITS_OWN)
    return _digest((*fields, named))


def _unnamed(document: Document) -> str:
    name = document.untold if isinstance(document, Story) else ""
    return _digest((name,)) if name else ""


def _digest(values: tuple[Any, ...]) -> str:
    return digest(repr(values))


def _stamp(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


def _since(phase: Phase) -> float:
    return phase.since
