"""The facts of a document in rows: what it is called, what it says, where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plugins.model import Area, Document, Event, Offer, Person, Publication
from plugins.model.clock import day_in_words, time_in_words
from plugins.model.document import over
from plugins.model.event_terms import EventStatus
from plugins.view import words
from plugins.view.grammar import begun, labelled, listed, sentences
from plugins.view.viewpoint import Viewpoint

_CLOSED = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.FULL})


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its name, its words, and an address or a time for machines where it has one."""

    label: str
    text: str
    href: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One part of an event's programme."""

    time: str
    title: str
    speakers: str


def rows(document: Document, here: Viewpoint) -> tuple[Row, ...]:
    """Give the facts that a kind of document shows, without those it does not have."""
    match document:
        case Event():
            return event_rows(document, here)
        case Offer():
            return offer_rows(document, here)
        case Area():
            return _area_rows(document)
        case Person():
            return _person_rows(document, here)
        case Publication():
            return _publication_rows(document)
    return ()


def event_rows(event: Event, here: Viewpoint) -> tuple[Row, ...]:
    """Give the facts of an event."""
    provider = here.shelf.providers.get(event.organiser)
    deadline = day_in_words(event.booking_deadline, weekday=True) if event.booking_deadline else ""
    when = words.event_when(event)
    before = words.moment(event.previous_start) if event.previous_start else ""
    return _told(
        Row("When", when.words, iso=when.iso),
        *(Row("Changed", words.changed_day(event, one)) for one in event.changed_days),
        Row("It was to be", before),
        Row("Where", words.event_where(event)),
        Row("How to join", event.online_how or ""),
        Row("Who for", event.who_for),
        Row("Cost", event.cost),
        Row("Travel", event.travel_paid.label),
        Row("Pay", event.pay or ""),
        Row("Food", event.food or ""),
        Row("Children", event.childcare or ""),
        Row("Access", labelled(item.label for item in event.access)),
        Row("Bring someone", event.bring_someone or ""),
        Row("Photos", event.photos.label),
        Row("Recording", event.recording.label if event.recording else ""),
        Row("Places", str(event.places or "")),
        Row("Book by", deadline),
        Row("Book by email", event.booking_email or "", f"mailto:{event.booking_email}"),
        Row("Run by", provider.name if provider else "", (provider.web or "") if provider else ""),
        *_ask_rows(event.contact_email, event.contact_phone),
    )


def offer_rows(offer: Offer, here: Viewpoint) -> tuple[Row, ...]:
    """Give the facts of an offer."""
    provider = here.shelf.providers.get(offer.provider)
    checked = day_in_words(offer.last_checked) if offer.last_checked else ""
    return _told(
        Row("What it is worth", offer.value),
        Row("What it costs", offer.cost),
        Row("Who can get it", words.offer_where(offer, here.shelf)),
        Row("Age", offer.age_note),
        Row("Time in care", begun("; ".join(rule.label for rule in offer.care_rule))),
        Row("Also", sentences(offer.other_rules)),
        Row("Proof", labelled((item.label for item in offer.evidence), "or")),
        Row("Who asks for it", offer.who_applies.label),
        Row("How long it takes", offer.time_to_get or ""),
        Row("How long it lasts", words.offer_until(offer)),
        Row("How many", offer.limited or ""),
        Row("Benefits", offer.affects_benefits or ""),
        Row("Good to know", offer.catch or ""),
        Row("Data", "Its site costs no data" if offer.zero_rated else ""),
        Row("Offline", "You can get it without the internet" if offer.works_offline else ""),
        Row("From", provider.name if provider else "", (provider.web or "") if provider else ""),
        *_ask_rows(offer.contact_email, offer.contact_phone),
        Row("Last checked", checked, iso=offer.last_checked.isoformat() if offer.last_checked else ""),
        Row("Where this is written down", "The source" if offer.source else "", offer.source or ""),
    )


def agenda(event: Event) -> tuple[AgendaRow, ...]:
    """Give the programme of an event, its times in words; where a new day begins, the first time names it."""
    several = event.start is not None and event.end is not None and event.start.date() != event.end.date()
    on: date | None = None
    rows = []
    for when, item in event.programme:
        fresh, on = several and when.date() != on, when.date()
        said = words.moment(when) if fresh else time_in_words(when)
        rows.append(AgendaRow(said, item.title, listed(item.speakers)))
    return tuple(rows)


def booking(event: Event, at: datetime) -> str:
    """Give where to book an event on the web; nothing while it cannot be booked."""
    closed = event.ended(at) or over(event.booking_deadline, at) or event.event_status in _CLOSED
    return "" if closed else event.booking_url or ""


def _area_rows(area: Area) -> tuple[Row, ...]:
    return _told(
        Row("What it is", area.area_kind.label),
        Row(
            "Where",
            f"{area.region.label}, {area.nation.label}"
            if area.region.label != area.nation.label
            else area.nation.label,
        ),
        Row("Now", area.area_status.label),
        Row("Joined in", str(area.joined or "")),
        Row("Council's offers", "The council's own list" if area.offers_page else "", area.offers_page or ""),
        Row("Website", "Its own site" if area.site else "", area.site or ""),
        *_ask_rows(area.contact_email, area.contact_phone),
    )


def _person_rows(person: Person, here: Viewpoint) -> tuple[Row, ...]:
    return _told(
        Row("Role", person.role.label),
        Row("Where", words.person_place(person, here.shelf)),
        Row("Since", day_in_words(person.term_from) if person.term_from else ""),
        Row("Why I joined", person.why_i_joined or ""),
        Row("Proud of", person.proud_of or ""),
        Row("Ask me about", person.ask_me_about or ""),
        *_ask_rows(person.contact_email, None),
    )


def _publication_rows(publication: Publication) -> tuple[Row, ...]:
    size = ", ".join(filter(None, (publication.file_format, publication.file_size)))
    return _told(
        Row("What it is", publication.publication_kind.label),
        Row("By", listed(publication.authors)),
        Row("Length", publication.length or ""),
        Row("File", size),
        Row("Captions", publication.captions or ""),
        Row("Accessible version", publication.accessible_version or ""),
        Row("Licence", publication.licence or ""),
        Row("ISBN", publication.isbn or ""),
        Row("DOI", publication.doi or "", f"https://doi.org/{publication.doi}" if publication.doi else ""),
    )


def _ask_rows(email: str | None, phone: str | None) -> tuple[Row, ...]:
    return (
        Row("Questions by email", email or "", f"mailto:{email}"),
        Row("Questions by phone", phone or "", f"tel:{(phone or '').replace(' ', '')}"),
    )


def _told(*rows: Row) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.text)
