"""What stands at an address that something was at before."""

from __future__ import annotations

from dataclasses import replace

from plugins.model import Moved
from plugins.view.frame import Link, frame
from plugins.view.listings import ListingView, links_page
from plugins.view.viewpoint import Viewpoint

LEADS_ON = "moved"
"""The kind of a page that leads on to its one chip."""


def moved(record: Moved, here: Viewpoint) -> ListingView:
    """Show where it is now, as the one chip; where nothing may be seen there, that it is gone, and the ways on."""
    entry = here.shelf.get(record.now) if record.now else None
    if entry is None:
        summary = record.why or "This page is gone. What it was about is over, or is said elsewhere."
        return links_page("This page is gone", summary, frame(here).navigation, here)
    summary = record.why or "What was here has another address now."
    on = Link(entry.spine.title, here.links.to(entry.url))
    return replace(links_page("This page has moved", summary, (on,), here), kind=LEADS_ON)
