"""What stands above a document's text: what sort it is, who tells it, what has changed, and the one thing to do."""

from __future__ import annotations

from datetime import datetime

from plugins.library import Entry
from plugins.model import Area, Event, Newsletter, Objective, Offer, Page, Person, Publication, Story
from plugins.model.clock import day_in_words
from plugins.model.page import PageKind
from plugins.view import words
from plugins.view.facts import booking
from plugins.view.grammar import listed
from plugins.view.help import support_views
from plugins.view.parts import BlockView, ButtonView, HelpView, QuoteView
from plugins.view.passages import Passage, quoted
from plugins.view.viewpoint import Viewpoint


def kicker(entry: Entry) -> str:  # noqa: PLR0911 - one return for each kind
    """Give the short line above the title."""
    match entry.document:
        case Newsletter() as issue:
            return f"Issue {issue.issue}"
        case Offer() as offer:
            return offer.offer_kind.label
        case Event() as event:
            return event.event_kind.label
        case Publication() as publication:
            return publication.publication_kind.label
        case Objective() as objective:
            return f"Objective {objective.order}: {objective.strapline}"
        case Page() as page:
            return page.slogan or ""
        case Person() as person:
            return person.role.label
    return ""


def byline(entry: Entry) -> str:
    """Name who tells it, as they chose; nothing for most kinds."""
    return words.story_by(entry.document) if isinstance(entry.document, Story) else ""


def told(entry: Entry, here: Viewpoint) -> str:
    """Say where a storyteller is from, how old they are, and how the words came about."""
    found = entry.document
    if not isinstance(found, Story):
        return ""
    age = f"Aged {found.age_band.label}" if found.age_band else ""
    return " · ".join(filter(None, (words.story_place(found, here.shelf), age, found.told_by.label)))


def status(entry: Entry, here: Viewpoint) -> tuple[str, str]:
    """Say what has changed, in a word and in a sentence."""
    match entry.document:
        case Event() as event:
            over = "This event is over." if event.ended(here.today) else ""
            return words.event_status(event, here.today), event.status_note or over
        case Page(ended_on=day) as page if day:
            return "Ended", f"This ended on {day_in_words(day)}. {page.ended_note or ''}".strip()
        case Offer() as offer:
            return _offer_status(offer, here.today)
        case Area() as area:
            return _area_status(area, here)
        case Person() as person if person.ended(here.today):
            return "Past", "Their term is over. Thank you!"
    return "", ""


def _area_status(area: Area, here: Viewpoint) -> tuple[str, str]:
    """Say what became of a council, and who takes over."""
    later = (here.shelf.get(f"area:{slug}") for slug in area.successors)
    names = listed(tuple(entry.document.title for entry in later if entry))
    if area.ended(here.today) and area.ends:
        now = f" Now there is {names}." if names else ""
        return "This council has ended", f"Its last day was {day_in_words(area.ends)}.{now}"
    if area.begins and not area.begun(here.today):
        return "Not yet", f"It begins on {day_in_words(area.begins)}."
    if area.ends and names:
        return "It will change", f"Its last day is {day_in_words(area.ends)}. Then there is {names}."
    return "", ""


def _offer_status(offer: Offer, at: datetime) -> tuple[str, str]:
    until = day_in_words(offer.valid_until) if offer.valid_until else ""
    if offer.ended(at):
        return "This has ended", f"Its last day was {until}. The page stays for a while."
    if offer.stale(at) and offer.last_checked:
        day = day_in_words(offer.last_checked)
        return "Last checked a while ago", f"That was on {day}. Ask whether it is still so before you count on it."
    return ("Ending soon", f"Its last day is {until}.") if offer.soon(at) else ("", "")


def content_note(entry: Entry) -> str:
    """Say what readers may want to know before they read; nothing where there is no such thing."""
    return listed(tuple(note.label for note in entry.document.content_note))


def help_panel(entry: Entry, here: Viewpoint) -> HelpView | None:
    """Give the lines of support that belong to a content note."""
    found = entry.document
    if not found.content_note:
        return None
    return HelpView("If you need someone", support_views(found.supports, here), Passage())


def quote(entry: Entry) -> QuoteView | None:
    """Give a story's own quote."""
    found = entry.document
    if not isinstance(found, Story) or not found.pull_quote:
        return None
    return QuoteView(quoted(found.pull_quote), words.story_by(found))


def lead(entry: Entry, here: Viewpoint, body: tuple[BlockView, ...]) -> tuple[ButtonView | None, tuple[BlockView, ...]]:
    """Give the one thing to do, and the body without it."""
    match entry.document:
        case Event() as event if url := booking(event, here.today):
            return ButtonView(f"Book a place: {event.title}", url), body
        case Offer(link=str(url)) as offer if not offer.ended(here.today):
            return ButtonView(f"Get this offer: {offer.title}", url), body
        case Publication(link=str(url)) as found:
            size = ", ".join(filter(None, (found.file_format, found.file_size, found.length)))
            return ButtonView(f"Open “{found.title}”", url, size), body
        case Page(page_kind=PageKind.HOME) if body and isinstance(body[0], ButtonView):
            return body[0], body[1:]
    return None, body
