"""The lists that grow for ever: a theme, a year, what is over; what is too long for one page has leaves."""

from __future__ import annotations

from dataclasses import replace

from plugins.library import Entry
from plugins.library.leaves import year_of_end
from plugins.model import Event
from plugins.model.clock import MONTHS
from plugins.model.taxonomy import Theme
from plugins.view.cards import cards
from plugins.view.frame import Link, feed_links
from plugins.view.grammar import inside_a_sentence
from plugins.view.leaves import Leaf, Long, leaf
from plugins.view.listings import PAST_EVENTS, Group, ListingView, Ways, by_kind, links_page
from plugins.view.viewpoint import Viewpoint

PAST = "Past events"
PAST_SUMMARY = "What we did, and what came of it."


def theme_page(theme: Theme, here: Viewpoint, place: str = "") -> ListingView:
    """List everything with one theme, kind by kind."""
    here = here if theme in here.lists.themes else here.quietly()
    found = leaf(Long("themes", theme, f"/themes/{theme}/", theme.label), place, here)
    about = inside_a_sentence(theme.label)
    summary = f"What we published about {about}: {found.when}." if place else f"Everything about {about}."
    page = _page(theme.label, summary, by_kind(found.entries, here), found, here)
    count = page.count if place else here.lists.count("themes", theme)
    return replace(
        page,
        summary=summary if place else f"{count} {'thing' if count == 1 else 'things'} to read, do or claim.",
        chips=(*found.whole, Link("All themes", here.links.to("/themes/"))),
        feeds=feed_links(f"themes/{theme}", here),
        count=count,
    )


def year_page(year: int, here: Viewpoint, place: str = "") -> ListingView:
    """List what was published in a year, month by month."""
    here = here if year in here.lists.years else here.quietly()
    found = leaf(Long("years", year, f"/archive/{year}/", f"Archive: {year}"), place, here)
    months: dict[int, list[Entry]] = {}
    for entry in found.entries:
        if entry.document.date:
            months.setdefault(entry.document.date.month, []).append(entry)
    groups = (Group(MONTHS[m - 1], cards(tuple(each), here), MONTHS[m - 1].lower()) for m, each in months.items())
    summary = f"What we published: {found.when}." if place else f"Everything we published in {year}."
    page = _page("Archive" if place else f"Archive: {year}", summary, tuple(groups), found, here)
    return replace(page, chips=(*found.whole, Link("All years", here.links.to("/archive/"))))


def past_events(here: Viewpoint, place: str = "") -> ListingView:
    """List the events that are over, the latest first."""
    here = here if here.lists.count("past", Event.kind) else here.quietly()
    found = leaf(Long("past", Event.kind, PAST_EVENTS, PAST), place, here)
    years: dict[str, list[Entry]] = {}
    for entry in found.entries:
        years.setdefault(year_of_end(entry)[1], []).append(entry)
    groups = tuple(Group(year, cards(tuple(each), here), f"y{year}") for year, each in years.items())
    page = _page(PAST, f"{PAST_SUMMARY[:-1]}: {found.when}." if place else PAST_SUMMARY, groups, found, here)
    index = Link(Event.index_title, here.links.to(f"/{Event.folder}/"))
    count = page.count if place else here.lists.count("past", Event.kind)
    return replace(page, kind=Event.kind, chips=(*found.whole, index), count=count)


def _page(title: str, summary: str, groups: tuple[Group, ...], found: Leaf, here: Viewpoint) -> ListingView:
    """Make a page of a list; a leaf is called by its time, and the list's own page leads to each time."""
    title = f"{title}: {found.when}" if found.when else title
    return replace(
        links_page(title, summary, (), here),
        ways=(Ways("Older ones", found.times),) if found.times else (),
        cut=True,
        groups=groups,
        earlier=found.earlier,
        later=found.later,
        count=len(found.entries),
    )
