"""Pages that list others: a kind, themes, years, and the page for an address that is not there."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import PROGRAMMES, Entry
from plugins.model import DOCUMENT_TYPES, Channel, Document, Event
from plugins.model.taxonomy import Theme
from plugins.view.cards import Card, cards
from plugins.view.frame import FEED_OF_ALL, Frame, Head, Link, feed_links, frame
from plugins.view.heads import site_head
from plugins.view.viewpoint import Viewpoint

MOST = 50
"""A list shows this many at once; the archive has the rest."""

RECENT = 4
"""So many events that are over stand under those to come; the others have a page."""
PAST_EVENTS = "/events/past/"
OVER = {"person": "Who was with us before", "area": "Areas that have closed"}
"""What a list calls those that are over, where “past” is not the word for it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading; without a heading, they stand right under the page's."""

    title: str
    cards: tuple[Card, ...]
    anchor: str = ""
    href: str = ""
    """A page about just these, and others like them."""
    more: str = ""
    """What the link to it says; nothing where the heading is the link."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways to look at a list that are of one sort, and what they go by."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """A page of cards."""

    frame: Frame
    head: Head
    kind: str
    """The kind it lists; nothing where it lists several."""
    title: str
    summary: str
    chips: tuple[Link, ...]
    """Other ways to look at the same things."""
    by: str = ""
    """What these ways go by, where their words do not say it."""
    ways: tuple[Ways, ...] = ()
    """More such ways, each sort under its name."""
    cut: bool = False
    """Whether it is cut down already: what it holds comes before more such ways."""
    lead: Link | None = None
    """What to try before the list."""
    filtered: bool = False
    """Whether a script may narrow the list down in the page."""
    groups: tuple[Group, ...]
    feeds: tuple[Link, ...]
    calendar: str = ""
    more: Link | None = None
    earlier: Link | None = None
    """Of a list that has leaves, the one with what came before."""
    later: Link | None = None
    count: int = 0


def index(kind: type[Document], here: Viewpoint) -> ListingView:
    """List a kind: what is on first, then what is over; offers have their own list."""
    here = here if here.lists.all(kind.kind) else here.quietly()
    current, past = here.lists.current(kind.kind), here.lists.past(kind.kind)
    groups: tuple[Group, ...] = (Group("", cards(current[:MOST], here)),)
    themes = sorted({Theme(theme) for entry in current for theme in entry.spine.themes}, key=lambda t: t.label)
    chips = tuple(Link(theme.label, here.links.to(f"/themes/{theme}/")) for theme in themes)
    more = Link("Everything, year by year", here.links.to("/archive/")) if max(len(current), len(past)) > MOST else None
    if kind is Event and past:
        past, more = past[:RECENT], Link("All past events", here.links.to(PAST_EVENTS))
    if past:
        groups += (Group(OVER.get(kind.kind, f"Past {kind.plural.lower()}"), cards(past[:MOST], here), "past"),)
    if len(here.lists.all(kind.kind)) < len(here.shelf.all(kind.kind)):
        more = Link(f"More {kind.plural.lower()}, kept out of search engines", here.links.to(quiet(kind)))
    return ListingView(
        frame=frame(here),
        head=list_head(kind.index_title, kind.index_summary, here),
        kind=kind.kind,
        title=kind.index_title,
        summary=kind.index_summary,
        chips=chips,
        by="theme",
        groups=tuple(group for group in groups if group.cards),
        feeds=feed_links(kind.folder, here) if kind.dated else (),
        calendar=here.links.to("/calendars/all.ics") if kind.kind == "event" else "",
        more=more,
        count=len(current),
    )


def quiet(kind: type[Document]) -> str:
    """Give the address of the list of what search engines may not show, of a kind."""
    return f"/{kind.folder}/unlisted/"


def quiet_index(kind: type[Document], here: Viewpoint) -> ListingView:
    """List what search engines may not show, on a page that they may not keep."""
    here = here.quietly()
    open_ones = here.library.on(Channel.WEB, Channel.SEARCH_ENGINES)
    entries = tuple(entry for entry in here.shelf.all(kind.kind) if not open_ones.get(entry.id))
    summary = "The people in these did not want search engines to show them. Please keep it that way."
    return ListingView(
        frame=frame(here),
        head=list_head(f"More {kind.plural.lower()}", summary, here),
        kind=kind.kind,
        title=f"More {kind.plural.lower()}",
        summary=summary,
        chips=(Link(kind.index_title, here.links.to(f"/{kind.folder}/")),),
        groups=(Group("", cards(entries, here)),),
        feeds=(),
        count=len(entries),
    )


def themes_page(here: Viewpoint) -> ListingView:
    """List the themes."""
    chips = tuple(
        Link(theme.label, here.links.to(f"/themes/{theme}/")) for theme in {**here.shelf.themes, **here.lists.themes}
    )
    return links_page("Themes", "Find what you are looking for by what it is about.", chips, here)


def archive_page(here: Viewpoint) -> ListingView:
    """List the years."""
    chips = tuple(
        Link(str(year), here.links.to(f"/archive/{year}/")) for year in {**here.shelf.years, **here.lists.years}
    )
    if PROGRAMMES in here.lists.addresses:
        chips += (Link("Programmes", here.links.to(PROGRAMMES)),)
    return links_page("Archive", "Everything we published, year by year.", chips, here)


def front(here: Viewpoint) -> ListingView:
    """List what is new, for a site whose home page is not written yet."""
    found = here.lists.dated()[:MOST]
    return ListingView(
        frame=frame(here),
        head=list_head(here.site.sitename, here.site.tagline, here),
        kind="",
        title=here.site.sitename,
        summary=here.site.tagline,
        chips=(),
        groups=by_kind(found, here),
        feeds=feed_links(FEED_OF_ALL, here),
    )


def not_found(here: Viewpoint) -> ListingView:
    """Show what to do at an address where nothing is."""
    summary = "This page is not here. It may have moved, or been taken down because somebody asked us to."
    return links_page("Page not found", summary, frame(here).navigation, here)


def links_page(title: str, summary: str, chips: tuple[Link, ...], here: Viewpoint) -> ListingView:
    """Show a page of a title, a sentence and some ways on."""
    return ListingView(
        frame=frame(here),
        head=list_head(title, summary, here),
        kind="",
        title=title,
        summary=summary,
        chips=chips,
        groups=(),
        feeds=(),
    )


def list_head(title: str, summary: str, here: Viewpoint) -> Head:
    """Make what machines read of a list."""
    return site_head(title, summary, here, indexed=here.links.page is not None and here.searched)


def by_kind(entries: tuple[Entry, ...], here: Viewpoint) -> tuple[Group, ...]:
    """Put entries under the names of their kinds."""
    groups = (
        Group(kind.plural, cards(tuple(e for e in entries if e.document.kind == kind.kind), here), kind.folder)
        for kind in DOCUMENT_TYPES
    )
    return tuple(group for group in groups if group.cards)
