"""The archive of events: what is over, year by year, each with its write-up where somebody wrote one."""

from __future__ import annotations

from plugins.library import Entry
from plugins.model import Event
from plugins.view.cards import Card, card
from plugins.view.frame import Link, frame
from plugins.view.listings import Group, ListingView, list_head
from plugins.view.viewpoint import Viewpoint

TITLE = "Past events"
SUMMARY = "What we did, and what came of it."


def past_events(here: Viewpoint) -> ListingView:
    """List the events that are over, the latest first."""
    here = here if here.lists.past(Event.kind) else here.quietly()
    years: dict[int, list[Card]] = {}
    for entry in here.lists.past(Event.kind):
        years.setdefault(_year(entry), []).append(card(entry, here))
    return ListingView(
        frame=frame(here),
        head=list_head(TITLE, SUMMARY, here),
        kind=Event.kind,
        title=TITLE,
        summary=SUMMARY,
        chips=(Link(Event.index_title, here.links.to(f"/{Event.folder}/")),),
        groups=tuple(Group(str(year), tuple(found), f"y{year}") for year, found in years.items()),
        feeds=(),
        count=sum(map(len, years.values())),
    )


def _year(entry: Entry) -> int:
    event = entry.document
    return event.last_end.year if isinstance(event, Event) and event.last_end else 0
