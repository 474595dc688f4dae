"""The page that stands in for one that the device has not kept, while there is no network."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.view.frame import Frame, Head, frame
from plugins.view.heads import site_head
from plugins.view.help import SupportView, support_views
from plugins.view.viewpoint import Viewpoint

URL = "/offline/"
TITLE = "You have no signal"
SUMMARY = "This page is not on your device yet. Pages you have opened before still open. Telephone numbers work too."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineView:
    """What helps without a network."""

    frame: Frame
    head: Head
    title: str
    summary: str
    lines: tuple[SupportView, ...]
    """Lines of support: a call or a text needs no data."""


def offline_page(here: Viewpoint) -> OfflineView:
    """Show what helps without a network. Its links stand as from the root: it answers at any address of the site."""
    return OfflineView(
        frame=frame(here),
        head=site_head(TITLE, SUMMARY, here, URL, indexed=False),
        title=TITLE,
        summary=SUMMARY,
        lines=tuple(line for line in support_views(tuple(here.shelf.supports), here) if line.phone or line.text),
    )
