"""What social media show of a page: its card, only where the people in it agreed to that channel."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Channel, Event, Page, languages
from plugins.model.clock import day_in_words
from plugins.view import words
from plugins.view.site import Site
from plugins.view.viewpoint import Viewpoint

SIZE = (1200, 630)
"""How big a card is, in pixels: what every large service shows uncut."""
OF_THE_SITE = "/cards/site.png"
"""The card of pages that are no document's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialCard:
    """Everything that stands on a card."""

    kind: str
    """The kind, by which the card gets its colour; nothing for the site's own."""
    label: str
    """The kind in words; nothing where it would say nothing."""
    title: str
    line: str
    """When it is or was: one line, or nothing."""
    sitename: str
    direction: str
    """ltr or rtl."""

    @property
    def words(self) -> str:
        """Say what stands on it, for people who cannot see it."""
        return ". ".join(filter(None, (f"{self.label}: {self.title}" if self.label else self.title, self.line)))


@dataclass(frozen=True, slots=True)
class SocialPicture:
    """A card as a page points to it."""

    src: str
    """The whole address."""
    alt: str
    width: int = SIZE[0]
    height: int = SIZE[1]


def shared(entry: Entry, here: Viewpoint) -> bool:
    """Say whether an entry's page may be shown on social media."""
    return here.library.on(Channel.WEB, Channel.SOCIAL).get(entry.id) is not None


def address(entry: Entry) -> str:
    """Give where an entry's card is: ``/cards/stories/first-keys.png``."""
    return f"/cards/{entry.document.folder}/{entry.document.slug}.png"


def card(entry: Entry, site: Site) -> SocialCard:
    """Make an entry's card."""
    document = entry.document
    day = day_in_words(document.date) if document.date else ""
    return SocialCard(
        kind=document.kind,
        label="" if isinstance(document, Page) else document.label,
        title=document.title,
        line=words.event_when(document).words if isinstance(document, Event) else day,
        sitename=site.sitename,
        direction=languages.direction(document.lang),
    )


def site_card(site: Site) -> SocialCard:
    """Make the card of pages that are no document's: lists, and the archive."""
    return SocialCard(
        kind="",
        label="",
        title=site.tagline,
        line="",
        sitename=site.sitename,
        direction=languages.direction(site.language),
    )


def picture(entry: Entry, here: Viewpoint) -> SocialPicture | None:
    """Point to an entry's card; None where it may not be shown on social media."""
    if not shared(entry, here):
        return None
    return SocialPicture(here.links.whole(address(entry)), card(entry, here.site).words)


def site_picture(here: Viewpoint) -> SocialPicture:
    """Point to the site's own card."""
    return SocialPicture(here.links.whole(OF_THE_SITE), f"{here.site.sitename}. {here.site.tagline}")
