"""A card: all that may be seen of one document from another."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Area, Channel, Event, Newsletter, Objective, Offer, Person, Publication, Story
from plugins.model.area import AreaStatus
from plugins.model.clock import day_in_words
from plugins.view import words
from plugins.view.frame import Link
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
    after: Link | None = None
    """Where it says what came of it, for an event that is over."""
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
        after=_after(entry, here),
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
            stale = offer.last_checked if offer.stale(here.today) else None
            return (
                offer.value,
                words.offer_who(offer, here.shelf),
                offer.age_note,
                words.offer_until(offer),
                f"Last checked {day_in_words(stale)}" if stale else "",
            )
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
        case Area() as area if area.ended(here.today):
            return AreaStatus.ENDED.label
        case Area() as area if area.begins and not area.begun(here.today):
            return f"From {day_in_words(area.begins)}"
        case Area() as area if area.area_status is not AreaStatus.RUNNING:
            return area.area_status.label
    return ""


def _after(entry: Entry, here: Viewpoint) -> Link | None:
    event = entry.document
    found = (
        here.shelf.get(event.after) if isinstance(event, Event) and event.after and event.ended(here.today) else None
    )
    return Link(found.document.title, here.href(found), document_id=found.id) if found else None


def _published(entry: Entry) -> str:
    return day_in_words(entry.document.date) if entry.document.date else ""


def _offer_status(offer: Offer, here: Viewpoint) -> str:
    if offer.ended(here.today):
        return "Ended"
    soon = "Ending soon" if offer.soon(here.today) else ""
    return " · ".join(filter(None, (soon, f"Limited: {offer.limited}" if offer.limited else "")))
