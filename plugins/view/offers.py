"""The lists of offers: all of them, cut down to a place, an age or a kind of help, and compared between councils."""

from __future__ import annotations

from dataclasses import replace

from plugins.library import FINDER, Entry
from plugins.model import Offer
from plugins.model.offer_terms import Category
from plugins.view import comparing, eligible, facets
from plugins.view.cards import Card, cards
from plugins.view.frame import Link, feed_links, frame
from plugins.view.listings import Group, ListingView, Ways, list_head
from plugins.view.viewpoint import Viewpoint

LONG = 6
"""A list longer than this can be narrowed down in the page."""


def index(here: Viewpoint) -> ListingView:
    """List every offer that can be had, the headings that the law names first."""
    claims = eligible.claims(here.shelf)
    found = tuple(claim.entry for claim in claims if here.lists.get(claim.entry.id))
    page = _page(Offer.index_title, Offer.index_summary, found, here)
    topics = {str(cut.topic): cut for cut in facets.topics(claims)}
    groups = tuple(replace(group, href=here.links.to(topics.pop(group.anchor).url)) for group in page.groups)
    ways = (
        _ways("By place", facets.places(here.shelf, claims), here),
        _ways("By age", facets.ages(claims), here),
        _ways("Also about", tuple(topics.values()), here),
        Ways("Council beside council", _compared(tuple(Category), here)),
    )
    return replace(
        page,
        groups=groups,
        ways=tuple(way for way in ways if way.links),
        lead=Link("What can I get?", here.links.to(FINDER)) if claims else None,
        feeds=feed_links(Offer.folder, here),
    )


def cut_page(cut: facets.Cut, here: Viewpoint) -> ListingView:
    """List the offers of one cut; engines keep the list of all, not each cut through it."""
    here, cut = here.quietly(), cut.asked(here.shelf)
    claims = eligible.claims(here.shelf)
    local = replace(cut, topic=None, ages=None).of(claims) if cut.place else claims
    chips: tuple[Link, ...] = (Link(f"All {Offer.plural.lower()}", here.links.to(f"/{Offer.folder}/")),)
    if cut.place and (cut.topic or cut.ages):
        whole = replace(cut, topic=None, ages=None)
        chips += (Link(f"All in {whole.place_name}", here.links.to(whole.url)),)
    ways = (
        _ways("By age", facets.ages(local, cut.place), here),
        _ways("By kind of help", facets.topics(local, cut.place), here),
        Ways("Council beside council", _compared(tuple(filter(None, [cut.topic])), here)),
    )
    return replace(
        _page(cut.title, cut.summary, tuple(claim.entry for claim in cut.of(claims)), here),
        chips=chips,
        ways=tuple(way for way in ways if way.links),
        cut=bool(cut.topic or cut.ages),
    )


def _page(title: str, summary: str, entries: tuple[Entry, ...], here: Viewpoint) -> ListingView:
    return ListingView(
        frame=frame(here),
        head=list_head(title, summary, here),
        kind=Offer.kind,
        title=title,
        summary=summary,
        chips=(),
        groups=_by_category(entries, here),
        filtered=len(entries) > LONG,
        feeds=(),
        count=len(entries),
    )


def _ways(title: str, cuts: tuple[facets.Cut, ...], here: Viewpoint) -> Ways:
    return Ways(title, tuple(Link(cut.label, here.links.to(cut.url), here.links.page == cut.url) for cut in cuts))


def _compared(topics: tuple[Category, ...], here: Viewpoint) -> tuple[Link, ...]:
    """Link those of the tables that there are."""
    found = (one for one in comparing.compared(here.shelf) if one in topics)
    return tuple(Link(one.label, here.links.to(comparing.url(one))) for one in found)


def _brief(entries: tuple[Entry, ...], here: Viewpoint) -> tuple[Card, ...]:
    """Make cards without summaries: of an offer, the lines say the same in fewer words."""
    return tuple(replace(found, summary="") for found in cards(entries, here))


def _by_category(entries: tuple[Entry, ...], here: Viewpoint) -> tuple[Group, ...]:
    found: dict[Category, list[Entry]] = {category: [] for category in Category}
    for entry in entries:
        if isinstance(entry.document, Offer):
            found[entry.document.category[0]].append(entry)
    return tuple(
        Group(category.label, _brief(tuple(row), here), str(category)) for category, row in found.items() if row
    )
