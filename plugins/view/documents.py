"""A document's own page, as its template sees it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Area, Channel, Document, Event, Newsletter, Objective, Offer, Page, Story
from plugins.model.colours import WHITE, words_on
from plugins.view import above, around, following, programmes, words
from plugins.view.adding import to_calendar
from plugins.view.blocks import blocks
from plugins.view.cards import Card
from plugins.view.closing import closing
from plugins.view.facts import AgendaRow, Row, agenda, rows
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.heads import head
from plugins.view.listings import Group
from plugins.view.parts import BlockView, ButtonView, HeadingView, HelpView, QuoteView
from plugins.view.pictures import PictureView, picture, portrait
from plugins.view.sharing import share
from plugins.view.versions import Versions, versions
from plugins.view.viewpoint import Viewpoint

__all__ = ["DocumentView", "document", "head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Everything a document's page may show: of itself all, of others their cards."""

    frame: Frame
    head: Head
    kind: str
    label: str
    index: Link | None
    """The list this document is in."""
    title: str
    summary: str
    kicker: str
    """A short line above the title: the issue's number, a slogan, the sort of offer."""
    byline: str
    """Who tells it, as they chose; nothing for most kinds."""
    told: str
    """How the words came about, for stories."""
    date: words.When | None
    updated: words.When | None
    minutes: int
    status: str
    """What has changed: Cancelled, New date, Ended."""
    status_note: str
    picture: PictureView | None
    logo: PictureView | None
    colour: str
    """An area's own colour, #rrggbb; nothing for other kinds."""
    dark: bool
    """Whether words on that colour are to be light."""
    note: str
    """What the content note says: nothing where there is none."""
    help: HelpView | None
    """Lines of support that belong to the content note, shown before the text."""
    contents: tuple[Link, ...]
    rows: tuple[Row, ...]
    quote: QuoteView | None
    lead: ButtonView | None
    """The one thing to do: book, apply, or a home page's first button."""
    blocks: tuple[BlockView, ...]
    agenda: tuple[AgendaRow, ...]
    steps: tuple[str, ...]
    what_helped: str
    actions: tuple[Row, ...]
    """What an objective has done and will do: the year, the words, the state (in ``href``'s place: none)."""
    resources: tuple[Link, ...]
    calendar: str
    adding: tuple[Link, ...]
    """Ways to put an event into one's own calendar, or to take it out."""
    next_step: Card | None
    related: tuple[Card, ...]
    groups: tuple[Group, ...]
    """Other documents that belong to this one: an area's offers, events and stories."""
    earlier: Link | None
    later: Link | None
    themes: tuple[Link, ...]
    versions: Versions
    """The same text in other languages and in Easy Read."""
    share: tuple[Link, ...]
    """Ways to pass it on; none where its people did not agree to that."""
    follow: following.Following | None
    """How to follow what is new, for areas."""


def document(entry: Entry, here: Viewpoint) -> DocumentView:
    """Show an entry's page."""
    found, here = entry.document, here.inside(entry)
    if isinstance(found, Newsletter):
        here = here.moved_to(found.send_on)
    lead, body = above.lead(entry, here, blocks(found, here))
    status, note = above.status(entry, here)
    groups = around.groups(entry, here)
    grouped = {card.document_id for group in groups for card in group.cards}
    related = tuple(card for card in around.related(entry, here) if card.document_id not in grouped)
    earlier, later = around.neighbours(entry, here, {card.document_id for card in related})
    return DocumentView(
        frame=frame(here),
        head=head(entry, here),
        kind=found.kind,
        label=found.label,
        index=_index(found, here),
        title=found.title,
        summary=found.summary,
        kicker=above.kicker(entry),
        byline=above.byline(entry),
        told=above.told(entry, here),
        date=words.day(found.date) if found.date else None,
        updated=words.day(found.updated) if found.updated else None,
        minutes=words.minutes(len(found.words.split())),
        status=status,
        status_note=note,
        picture=picture(here, portrait(found, here.today), found.image_alt or "", found.image_credit),
        logo=picture(here, found.logo, found.logo_alt or "") if isinstance(found, Area) else None,
        colour=(found.colour or "") if isinstance(found, Area) else "",
        dark=isinstance(found, Area) and bool(found.colour) and words_on(found.colour or "") == WHITE,
        note=words.listed(tuple(note.label for note in found.content_note)),
        help=above.help_panel(entry, here),
        contents=_contents(body),
        rows=rows(found, here),
        quote=above.quote(entry),
        lead=lead,
        blocks=(*body, *closing(found)),
        agenda=agenda(found) if isinstance(found, Event) else (),
        steps=found.how_to_claim if isinstance(found, Offer) and not found.ended(here.today) else (),
        what_helped=found.what_helped if isinstance(found, Story) else "",
        actions=_actions(entry),
        resources=tuple(Link(r.label, r.link) for r in found.resources) if isinstance(found, Area) else (),
        calendar=here.links.to(f"/calendars/{found.translation_of or found.slug}.ics")
        if isinstance(found, Event)
        else "",
        adding=to_calendar(found, here, here.links.whole(entry.url)) if isinstance(found, Event) else (),
        next_step=around.next_step(entry, here),
        related=related,
        groups=groups,
        earlier=earlier,
        later=later,
        themes=_themes(entry, here),
        versions=versions(entry, here),
        share=share(entry, here),
        follow=following.of_area(entry, here) if isinstance(found, Area) else None,
    )


def _index(found: Document, here: Viewpoint) -> Link | None:
    """Link the list that a document is on; most pages are on none."""
    if isinstance(found, Page):
        return programmes.index(found, here)
    return Link(found.index_title, here.links.to(f"/{found.folder}/"))


def _contents(body: tuple[BlockView, ...]) -> tuple[Link, ...]:
    """Link the sections."""
    return tuple(Link(b.text, f"#{b.anchor}") for b in body if isinstance(b, HeadingView) and b.level == 2)  # noqa: PLR2004 - sections


def _actions(entry: Entry) -> tuple[Row, ...]:
    found = entry.document
    if not isinstance(found, Objective):
        return ()
    return tuple(Row(f"{action.year}: {action.status.label}", action.text) for action in found.actions)


def _themes(entry: Entry, here: Viewpoint) -> tuple[Link, ...]:
    """Link the themes whose lists are on the web."""
    listed = here.library.on(Channel.WEB).themes
    return tuple(
        Link(theme.label, here.links.to(f"/themes/{theme}/")) for theme in entry.document.themes if theme in listed
    )
