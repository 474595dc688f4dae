"""A card: all that may be seen of one document from another."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Area, Channel, Event, Newsletter, Objective, Offer, Person, Publication, Story
from plugins.model.area import AreaStatus
from plugins.model.clock import day_in_words
from plugins.view import words
from plugins.view.pictures import ON_CARDS, PictureView, picture, portrait
from plugins.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Card:
    """One document seen from another."""

    kind: str
    """The kind, by which the theme picks a colour."""
    label: str
    """The kind in words, which always stands beside the colour."""
    title: str
    href: str
    """Where its page is; nothing where it has none on the web."""
    summary: str
    lines: tuple[str, ...] = ()
    """Short facts: when, where, who for."""
    status: str = ""
    """What has changed: Cancelled, Full, Ended."""
    iso: str = ""
    """The day or start, for machines (ISO 8601)."""
    picture: PictureView | None = None
    quote: str = ""
    by: str = ""
    number: int = 0
    """The objective's number; 0 for other kinds."""
    searchable: bool = True
    """Whether search engines may show it."""
    document_id: str = ""


def card(entry: Entry, here: Viewpoint) -> Card:
    """Make the card of an entry, seen from somewhere."""
    document = entry.document
    return Card(
        kind=document.kind,
        label=document.label,
        title=document.title,
        href=here.href(entry),
        summary=document.summary,
        lines=tuple(filter(None, _lines(entry, here))),
        status=_status(entry, here),
        iso=_iso(entry),
        picture=picture(
            here, portrait(document, here.today), document.image_alt or "", document.image_credit, ON_CARDS
        ),
        quote=(document.pull_quote or "") if isinstance(document, Story) else "",
        by=words.story_by(document) if isinstance(document, Story) else "",
        number=document.order if isinstance(document, Objective) else 0,
        searchable=here.library.on(Channel.SEARCH_ENGINES).get(entry.id) is not None,
        document_id=entry.id,
    )


def cards(entries: tuple[Entry, ...], here: Viewpoint) -> tuple[Card, ...]:
    """Make the cards of several entries."""
    return tuple(card(entry, here) for entry in entries)


def _iso(entry: Entry) -> str:
    document = entry.document
    if isinstance(document, Event):
        return document.start.isoformat() if document.start else ""
    return document.date.isoformat() if document.date else ""


def _lines(entry: Entry, here: Viewpoint) -> tuple[str, ...]:  # noqa: PLR0911 - one return for each kind
    match entry.document:
        case Newsletter() as issue:
            return f"Issue {issue.issue}", _published(entry)
        case Story() as story:
            return words.story_line(story), words.story_place(story, here.shelf)
        case Event() as event:
            return words.event_when(event).words, words.event_where(event), event.who_for
        case Offer() as offer:
            return offer.value, offer.age_note, words.offer_until(offer)
        case Person() as person:
            return person.role.label, words.person_place(person, here.shelf)
        case Area() as area:
            return area.area_kind.label, area.region.label
        case Publication() as publication:
            cost = " ".join(filter(None, (publication.file_format, publication.file_size, publication.length)))
            return publication.publication_kind.label, cost, _published(entry)
        case Objective() as objective:
            return (objective.strapline,)
    return (_published(entry),)


def _status(entry: Entry, here: Viewpoint) -> str:
    match entry.document:
        case Event() as event:
            return words.event_status(event, here.today)
        case Offer() as offer:
            return _offer_status(offer, here)
        case Area() as area if area.area_status is not AreaStatus.RUNNING:
            return area.area_status.label
    return ""


def _published(entry: Entry) -> str:
    return day_in_words(entry.document.date) if entry.document.date else ""


def _offer_status(offer: Offer, here: Viewpoint) -> str:
    if offer.ended(here.today):
        return "Ended"
    if offer.last_chance and offer.last_chance <= here.today:
        return "Ending soon"
    return f"Limited: {offer.limited}" if offer.limited else ""
