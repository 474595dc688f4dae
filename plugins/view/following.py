"""How to follow what is new: the feeds and calendars there are, and a place to leave an email address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from plugins.library import Entry, Library
from plugins.library.changes import KEPT_IN_CALENDARS
from plugins.model import DOCUMENT_TYPES, Channel, Event
from plugins.model.taxonomy import Audience
from plugins.view.frame import FEED_OF_ALL, Frame, Head, Link, feed_links, frame
from plugins.view.heads import site_head
from plugins.view.viewpoint import Viewpoint

URL = "/get-the-news/"
TITLE = "Get the news"
SUMMARY = "New stories, dates and offers can come to you: by email, into your calendar, or into a feed reader."


@dataclass(frozen=True, slots=True)
class Following:
    """One thing to follow: its feed, and its calendar where it has dates."""

    title: str
    feed: str
    """Its RSS feed; nothing for what has only a calendar."""
    calendar: str = ""
    """Its calendar as an address that calendar programs subscribe to (webcal)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """The page that says how to get the news."""

    frame: Frame
    head: Head
    title: str
    summary: str
    newsletter: str
    """What the newsletter is called."""
    why: str
    """What subscribers are told about why they get it."""
    sign_up: str
    """The address of the form that takes an email address; nothing where there is none."""
    field: str
    """The name by which that form knows the email address."""
    yours: str
    """Where people see and erase what is held about them; nothing where the form is not our own."""
    write: str
    """A letter that asks for the newsletter, as an address; for sites without such a form."""
    email: str
    feeds: tuple[Following, ...]
    audiences: tuple[Following, ...]
    areas: tuple[Following, ...]
    all_formats: tuple[Link, ...]


def to_subscribe(library: Library, area: str = "") -> tuple[Entry, ...]:
    """Give the events of a calendar to subscribe to: of all, or of one area by its slug."""
    web = library.on(Channel.WEB)
    events = web.of_area(area) if area else web.all(Event.kind)
    since = (library.as_of - KEPT_IN_CALENDARS).timestamp()
    return tuple(entry for entry in events if entry.document.kind == Event.kind and not entry.spine.ended(since))


def by_audience(library: Library) -> dict[Audience, tuple[Entry, ...]]:
    """Give the events of the calendar of each audience that one is for by name, with those that are for everyone."""
    events = [(entry, frozenset(entry.document.audience)) for entry in to_subscribe(library)]
    named = frozenset[Audience]().union(*(audiences for _, audiences in events)) - {Audience.EVERYONE}
    return {
        audience: tuple(entry for entry, audiences in events if audiences & {audience, Audience.EVERYONE})
        for audience in Audience
        if audience in named
    }


def of_area(entry: Entry, here: Viewpoint) -> Following:
    """Say how to follow an area."""
    slug = entry.document.slug
    dates = to_subscribe(here.library, slug)
    return Following(
        entry.document.title,
        here.links.to(f"/feeds/areas/{slug}.rss.xml"),
        _webcal(f"/calendars/areas/{slug}.ics", here) if dates else "",
    )


def news_page(here: Viewpoint) -> NewsView:
    """Show every way to get the news."""
    site, to = here.site, here.links.to
    kinds = (kind for kind in DOCUMENT_TYPES if kind.dated)
    return NewsView(
        frame=frame(here),
        head=site_head(TITLE, SUMMARY, here),
        title=TITLE,
        summary=SUMMARY,
        newsletter=site.newsletter_name,
        why=site.why_you_get_it,
        sign_up=f"{site.subscriptions_url}/" if site.subscriptions_url else site.sign_up_url,
        field="email" if site.subscriptions_url else site.sign_up_field,
        yours=f"{site.subscriptions_url}/yours" if site.subscriptions_url else "",
        write=f"mailto:{site.contact_email}?subject={quote(f'Please send me {site.newsletter_name}')}",
        email=site.contact_email,
        feeds=(
            Following("Everything", to("/feeds/all.rss.xml"), _webcal("/calendars/all.ics", here)),
            *(Following(kind.index_title, to(f"/feeds/{kind.folder}.rss.xml")) for kind in kinds),
        ),
        audiences=tuple(
            Following(audience.label, "", _webcal(f"/calendars/audiences/{audience}.ics", here))
            for audience in by_audience(here.library)
        ),
        areas=tuple(of_area(entry, here) for entry in here.shelf.current("area")),
        all_formats=feed_links(FEED_OF_ALL, here),
    )


def _webcal(path: str, here: Viewpoint) -> str:
    """Write the address of a calendar so that a phone subscribes to it, instead of copying today's dates."""
    whole = urlsplit(here.links.whole(path))
    return whole._replace(scheme="webcal").geturl()
