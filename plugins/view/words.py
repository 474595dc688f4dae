"""Dates, places and ages in the words that readers use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plugins.library import Shelf
from plugins.model import Area, Event, Offer, Person, Story
from plugins.model.clock import MONTHS, day_in_words, time_in_words
from plugins.model.event_terms import EventStatus, Mode
from plugins.model.offer_terms import WhereRule
from plugins.model.story import UNNAMED, Identity, Place
from plugins.model.timed import Occurrence
from plugins.view.grammar import inside_a_sentence, listed

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class When:
    """A time in words, and for machines (ISO 8601)."""

    words: str
    iso: str


def day(value: date) -> When:
    """Say a day."""
    return When(day_in_words(value), value.isoformat())


def moment(value: datetime) -> str:
    """Say a day with its weekday and a time."""
    return f"{day_in_words(value.date(), weekday=True)}, {time_in_words(value)}"


def span(start: datetime, end: datetime, *, all_day: bool = False) -> str:
    """Say from when to when."""
    first = day_in_words(start.date(), weekday=True)
    if start.date() == end.date():
        return first if all_day else f"{first}, {time_in_words(start)} to {time_in_words(end)}"
    last = day_in_words(end.date(), weekday=True)
    return f"{first} to {last}" if all_day else f"{moment(start)} to {moment(end)}"


def event_when(event: Event) -> When:
    """Say when an event is, and how it repeats."""
    if event.start is None or event.end is None:
        return When("New date not set yet", "")
    words = span(event.start, event.end, all_day=event.all_day)
    if event.recurs:
        series = event.recurs.starts(event.start) or event.starts
        first, last = series[0], series[-1]
        words = f"{event.recurs.rhythm} from {day_in_words(first.date())} to {day_in_words(last.date())}"
        if not event.all_day:
            words += f", {time_in_words(event.start)} to {time_in_words(event.end)}"
        gaps = tuple(day_in_words(gap) for gap in event.recurs.gaps if first.date() < gap < last.date())
        words += f". Not on {listed(gaps)}" if gaps else ""
    return When(words, event.start.date().isoformat() if event.all_day else event.start.isoformat())


def changed_day(event: Event, occurrence: Occurrence) -> str:
    """Say what became of one time of a series."""
    was = day_in_words(occurrence.day, weekday=True)
    if occurrence.moved_to is None:
        return f"{was} is called off. {occurrence.note}"
    now = day_in_words(occurrence.moved_to.date(), weekday=True) if event.all_day else moment(occurrence.moved_to)
    return f"{was} moves to {now}. {occurrence.note}"


def event_where(event: Event) -> str:
    """Say where an event is, as far as it may be told in public."""
    place = event_place(event)
    if event.mode is Mode.ONLINE:
        return "Online"
    return f"{place}, and online" if event.mode is Mode.BOTH else place


def event_place(event: Event) -> str:
    """Say where the building is, as far as it may be told in public."""
    parts = (event.venue, event.address, event.postcode)
    if event.address_shown == "booked-only":
        parts = (event.venue, "we tell you the address when you book", None)
    return ", ".join(filter(None, parts))


def event_status(event: Event, at: datetime) -> str:
    """Say what has changed about an event, or that it is over; nothing while it goes ahead as planned."""
    if event.ended(at) and event.event_status is not EventStatus.CANCELLED:
        return "Over"
    return "" if event.event_status is EventStatus.SCHEDULED else event.event_status.label


def event_title(event: Event) -> str:
    """Give an event's title, marked where it is not as people knew it: not everybody who hears of it sees its page."""
    changed = event.event_status in {EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.RESCHEDULED}
    return f"{event.event_status.label}: {event.title}" if changed else event.title


def offer_where(offer: Offer, shelf: Shelf) -> str:
    """Say which people an offer is for by place, with the names of the places."""
    nations = listed(tuple(nation.label for nation in offer.nations), "or")
    cared = _areas(offer.responsible_areas, shelf)
    lives = _areas(offer.residence_areas, shelf) or f"anywhere in {nations}"
    by = f"People who were looked after by {cared}" if cared else f"People who were looked after in {nations}"
    match offer.where_rule:
        case WhereRule.ANYWHERE:
            return f"Anywhere in {nations}, whoever looked after you" if nations else offer.where_rule.label
        case WhereRule.RESPONSIBLE_ONLY:
            return f"{by}, wherever they live now"
        case WhereRule.RESIDENCE_ONLY:
            return f"People who live {_in(lives)} now, whoever looked after them"
        case WhereRule.BOTH:
            return f"{by} and live {_in(lives)} now"
    return f"{by}, and people who live {_in(lives)} now"


def offer_who(offer: Offer, shelf: Shelf) -> str:
    """Say the same in a few words, for lists: Living in Merecombe now."""
    nations = listed(tuple(nation.label for nation in offer.nations), "or")
    cared = f"Looked after {_by(_areas(offer.responsible_areas, shelf), nations)}"
    lives = f"iving in {_areas(offer.residence_areas, shelf) or nations} now"
    match offer.where_rule:
        case WhereRule.ANYWHERE:
            return f"Anywhere in {nations}"
        case WhereRule.RESPONSIBLE_ONLY:
            return cared
        case WhereRule.RESIDENCE_ONLY:
            return f"L{lives}"
        case WhereRule.BOTH:
            return f"{cared} and l{lives}"
    return f"{cared}, or l{lives}"


def _by(areas: str, nations: str) -> str:
    return f"by {areas}" if areas else f"in {nations}"


def _in(place: str) -> str:
    return place if place.startswith("anywhere ") else f"in {place}"


def _areas(slugs: tuple[str, ...], shelf: Shelf) -> str:
    found = (shelf.get(f"area:{slug}") for slug in slugs)
    return listed(tuple(entry.document.called for entry in found if entry and isinstance(entry.document, Area)), "or")


def offer_until(offer: Offer) -> str:
    """Say until when an offer lasts."""
    return f"Until {day_in_words(offer.valid_until)}" if offer.valid_until else "No end date"


def story_place(story: Story, shelf: Shelf) -> str:
    """Say where a storyteller is from, never more finely than they agreed."""
    match story.location_shown:
        case Place.AREA:
            entry = shelf.get(f"area:{story.area}")
            return entry.document.title if entry else ""
        case Place.REGION:
            return story.region.label if story.region else ""
        case Place.NATION:
            return listed(tuple(nation.label for nation in story.nations))
    return ""


def story_by(story: Story) -> str:
    """Name the storyteller as they chose."""
    match story.identity:
        case Identity.ANONYMOUS:
            return UNNAMED
        case Identity.PSEUDONYM:
            return f"{story.storyteller} (name changed)"
    return story.storyteller


def story_line(story: Story) -> str:
    """Name the storyteller in a line of its own."""
    return f"By {inside_a_sentence(UNNAMED)}" if story.identity is Identity.ANONYMOUS else f"By {story_by(story)}"


def person_place(person: Person, shelf: Shelf) -> str:
    """Say where a person is from, as far as they agreed."""
    entry = shelf.get(f"area:{person.area_shown}") if person.area_shown else None
    if entry:
        return entry.document.title
    return person.region.label if person.region else ""


def minutes(words: int) -> int:
    """Give how many minutes a text takes to read: one at the least."""
    return max(1, round(words / WORDS_A_MINUTE))


def month(value: str) -> str:
    """Say a month that is written 2026-12."""
    year, number = value.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"
