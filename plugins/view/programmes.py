"""The list of programmes: those that run, then those that have ended."""

from __future__ import annotations

from plugins.library import PROGRAMMES, Entry, Shelf
from plugins.model import Page
from plugins.model.document import over
from plugins.view.cards import cards
from plugins.view.frame import Link, frame
from plugins.view.listings import Group, ListingView, list_head
from plugins.view.viewpoint import Viewpoint

TITLE = "Programmes"
SUMMARY = "What we run and what we ran: each with its story, who took part, and what came of it."


def programmes(shelf: Shelf) -> tuple[Entry, ...]:
    """Give the programmes that may be seen, in the order of pages."""
    return tuple(entry for entry in shelf.all(Page.kind) if entry.spine.programme)


def programmes_page(here: Viewpoint) -> ListingView:
    """List the programmes."""
    here = here if programmes(here.lists) else here.quietly()
    found = programmes(here.lists)
    past = tuple(entry for entry in found if over(getattr(entry.document, "ended_on", None), here.today))
    current = tuple(entry for entry in found if entry not in past)
    groups = (Group("", cards(current, here)), Group("Programmes that have ended", cards(past, here), "past"))
    return ListingView(
        frame=frame(here),
        head=list_head(TITLE, SUMMARY, here),
        kind=Page.kind,
        title=TITLE,
        summary=SUMMARY,
        chips=(),
        groups=tuple(group for group in groups if group.cards),
        feeds=(),
        count=len(found),
    )


def index(page: Page, here: Viewpoint) -> Link | None:
    """Link the list that a page is on; most pages are on none."""
    if not page.is_programme or PROGRAMMES not in here.shelf.addresses:
        return None
    return Link(TITLE, here.links.to(PROGRAMMES))
