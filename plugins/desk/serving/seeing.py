"""What an editor asks to see: today or another day, with what is not yet public or without it; and who else sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from plugins.model import Document
from plugins.model.clock import LONDON, day_in_words, time_in_words
from plugins.model.taxonomy import Channel, Status
from plugins.source import Reading


@dataclass(frozen=True, slots=True)
class Seeing:
    """What to show: at which day, and whether drafts and scheduled things are shown as if their time had come."""

    day: str = ""
    early: bool = True

    @classmethod
    def of(cls, words: str) -> Seeing:
        """Read what the browser keeps: ``all``, ``public``, or a day."""
        try:
            return cls(date.fromisoformat(words).isoformat(), early=False)
        except ValueError:
            return cls(early=words != "public")

    def moment(self, now: datetime) -> datetime:
        """Give the instant to look from: noon of the day asked for, or now."""
        return datetime.combine(date.fromisoformat(self.day), time(12), LONDON) if self.day else now


def staged(reading: Reading, as_of: datetime) -> Reading:
    """Give what was read with drafts and scheduled things as if they were ready and due."""
    documents = tuple(_ready(document, as_of) for document in reading.documents)
    return replace(reading, documents=documents)


def _ready(document: Document, as_of: datetime) -> Document:
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
