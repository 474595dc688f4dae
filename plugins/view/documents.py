"""A document's own page, as its template sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.library import Entry
from plugins.model import Area, Channel, Document, Event, Newsletter, Objective, Offer, Page, Story
from plugins.model.colours import WHITE, words_on
from plugins.view import above, around, following, programmes, words
from plugins.view.adding import calendar_file, to_calendar
from plugins.view.blocks import blocks
from plugins.view.cards import Card
from plugins.view.closing import closing
from plugins.view.facts import AgendaRow, Row, agenda, rows
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.heads import head
from plugins.view.listings import Group
from plugins.view.parts import BlockView, ButtonView, HelpView, QuoteView
from plugins.view.pictures import PictureView, picture, portrait
from plugins.view.sections import contents
from plugins.view.sharing import share
from plugins.view.versions import Versions, versions
from plugins.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Everything a document's page may show: of itself all, of others their cards. What one kind has, others lack."""

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
    logo: PictureView | None = None
    colour: str = ""
    """An area's own colour, #rrggbb; nothing for other kinds."""
    dark: bool = False
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
    agenda: tuple[AgendaRow, ...] = ()
    steps: tuple[str, ...] = ()
    what_helped: str = ""
    actions: tuple[Row, ...] = ()
    """What an objective has done and will do: the year, the words, the state (in ``href``'s place: none)."""
    resources: tuple[Link, ...] = ()
    calendar: str = ""
    adding: tuple[Link, ...] = ()
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
    follow: following.Following | None = None
    """How to follow what is new, for areas."""


def document(entry: Entry, here: Viewpoint) -> DocumentView:
    """Show an entry's page."""
    here = here.inside(entry)
    if isinstance(entry.document, Newsletter):
        here = here.moved_to(entry.document.send_on)
    return _with_its_own(_common(entry, here), entry, here)


def _common(entry: Entry, here: Viewpoint) -> DocumentView:
    """Show what pages of all kinds have."""
    found, beside = entry.document, around.surroundings(entry, here)
    lead, body = above.lead(entry, here, blocks(found, here))
    status, note = above.status(entry, here)
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
        note=above.content_note(entry),
        help=above.help_panel(entry, here),
        contents=contents(body),
        rows=rows(found, here),
        quote=above.quote(entry),
        lead=lead,
        blocks=(*body, *closing(found)),
        next_step=around.next_step(entry, here),
        related=beside.related,
        groups=beside.groups,
        earlier=beside.earlier,
        later=beside.later,
        themes=_themes(entry, here),
        versions=versions(entry, here),
        share=share(entry, here),
    )


def _with_its_own(view: DocumentView, entry: Entry, here: Viewpoint) -> DocumentView:
    """Add what only the page of one kind has."""
    match entry.document:
        case Area() as area:
            return replace(
                view,
                logo=picture(here, area.logo, area.logo_alt or ""),
                colour=area.colour or "",
                dark=bool(area.colour) and words_on(area.colour or "") == WHITE,
                resources=tuple(Link(resource.label, resource.link) for resource in area.resources),
                follow=following.of_area(entry, here),
            )
        case Event() as event:
            return replace(
                view,
                agenda=agenda(event),
                calendar=calendar_file(event, here),
                adding=to_calendar(event, here, here.links.whole(entry.url)),
            )
        case Offer() as offer if not offer.ended(here.today):
            return replace(view, steps=offer.how_to_claim)
        case Story() as story:
            return replace(view, what_helped=story.what_helped)
        case Objective() as objective:
            return replace(view, actions=_actions(objective))
    return view


def _index(found: Document, here: Viewpoint) -> Link | None:
    """Link the list that a document is on; most pages are on none."""
    if isinstance(found, Page):
        return programmes.index(found, here)
    return Link(found.index_title, here.links.to(f"/{found.folder}/"))


def _actions(objective: Objective) -> tuple[Row, ...]:
    return tuple(Row(f"{action.year}: {action.status.label}", action.text) for action in objective.actions)


def _themes(entry: Entry, here: Viewpoint) -> tuple[Link, ...]:
    """Link the themes whose lists are on the web."""
    listed = here.library.on(Channel.WEB).themes
    return tuple(
        Link(theme.label, here.links.to(f"/themes/{theme}/")) for theme in entry.document.themes if theme in listed
    )
