"""What an editor asks to see: today or another day, with what is not yet public or without it; and who else sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from plugins.library import Entry
from plugins.model import Document
from plugins.model.clock import LONDON, day_in_words, time_in_words
from plugins.model.taxonomy import Channel, Status
from plugins.source import Reading

_YEARS = range(1970, 2200)
"""The years that can be looked at: who types a year into a browser asks for the years 2, 20 and 202 on the way."""


@dataclass(frozen=True, slots=True)
class Seeing:
    """What to show: of which day and area, and whether drafts and scheduled things are shown as if they were ready."""

    day: str = ""
    early: bool = True
    area: str = ""
    """The area whose own site is shown; nothing for the whole site."""

    @classmethod
    def of(cls, words: str) -> Seeing:
        """Read what the browser keeps: ``all``, ``public`` or a day; and an area after an @."""
        when, _, area = words.partition("@")
        with suppress(ValueError):
            day = date.fromisoformat(when)
            if day.year in _YEARS:
                return cls(day.isoformat(), early=False, area=area)
        return cls(early=when != "public", area=area)

    def of_its_day(self, document: Document, now: datetime) -> Seeing:
        """See a document that is still to come on the day that it comes, unless a day is asked for."""
        to_come = document.appears if self.early and not self.day else None
        return replace(self, day=to_come.date().isoformat()) if to_come and to_come > now else self

    def moment(self, now: datetime) -> datetime:
        """Give the instant to look from: noon of the day asked for, or now."""
        return datetime.combine(date.fromisoformat(self.day), time(12), LONDON) if self.day else now


def staged(reading: Reading, as_of: datetime, entries: Mapping[str, Entry]) -> Reading:
    """Give what was read with drafts and scheduled things as if they were ready and due.

    Of a document that somebody may see then by its entry, nothing changes, and it need not be opened.
    """
    at = as_of.timestamp()

    def shown(document: Document) -> bool:
        entry = entries.get(document.id)
        known = entry is not None and entry.document.digest == document.digest
        return entry is not None and known and entry.spine.phases[entry.spine.phase(at)].carried > 0

    documents = tuple(one if shown(one) else ready(one, as_of) for one in reading.documents)
    return replace(reading, documents=documents)


def ready(document: Document, as_of: datetime) -> Document:
    """Give a document as if it were ready and due; one that was withdrawn, or is both already, as it is."""
    early = document.appears is not None and document.appears > as_of
    if document.status is Status.WITHDRAWN or not (early or document.status is Status.DRAFT):
        return document
    changes: dict[str, object] = {"status": Status.READY, "digest": f"{document.digest}-early"}
    if early:
        changes["publish_on"] = None
        changes["date"] = min(document.date, as_of.date()) if document.date else None
    return document.model_copy(update=changes)


def not_public(document: Document, as_of: datetime) -> str:
    """Say why nobody but its editor sees a document; nothing where others do."""
    if document.status is Status.DRAFT:
        return "Draft. Only you can see this."
    if document.status is Status.WITHDRAWN:
        return "Withdrawn. Nobody can see this."
    if document.appears and document.appears > as_of:
        when = f"{day_in_words(document.appears.date(), weekday=True)}, {time_in_words(document.appears)}"
        return f"Scheduled. Only you can see this before {when}."
    if document.disappears and document.disappears <= as_of:
        return f"Over since {day_in_words(document.disappears.date())}. Only you can see this."
    return "" if document.live(as_of) else "Only you can see this."


def channels(document: Document, as_of: datetime) -> Sequence[tuple[str, bool]]:
    """Say of each channel whether the people in a document agreed to it."""
    return tuple((channel.label, document.allowed(channel, as_of)) for channel in _shown())


def _shown() -> Iterator[Channel]:
    yield from (Channel.WEB, Channel.FEED, Channel.EMAIL, Channel.SEARCH_ENGINES, Channel.SOCIAL)
