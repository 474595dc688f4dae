"""What a feed says, whatever its format: its own facts, and its entries with their text drawn in full."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit

from plugins.library import Entry
from plugins.model import Event
from plugins.model.clock import start_of
from plugins.model.fields import FIRST_YEAR
from plugins.model.taxonomy import Theme
from plugins.model.tombstone import Tombstone
from plugins.press import fingerprint
from plugins.render import Renderer
from plugins.view import DocumentView, Site, Viewpoint, document, sources, words
from plugins.view.dates import changed, published
from plugins.view.pictures import PictureView
from plugins.view.versions import Versions

TEMPLATE = "feed/entry.html"
TAKEN_DOWN = "This was taken down because the person it is about asked us to."
TAGGED = 2026
"""The year in every tag URI (RFC 4151, section 2.1). It is part of the ids, so it stays as it is."""
_NOTHING_YET = start_of(date(FIRST_YEAR, 1, 1))
"""When a feed that holds nothing last changed."""
_OWN_ANCHOR = re.compile(r'(<a\b[^>]*\bhref=")#')
_FOR_PAPER = re.compile(r'<img class="printed"[^>]*>\s*')
"""A picture that style sheets hide on a screen; a reader's own style would show it twice."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    id: str
    url: str
    """Where its page is; nothing where it has none on the web."""
    title: str
    summary: str
    language: str
    published: datetime
    updated: datetime
    themes: tuple[Theme, ...]
    picture: PictureView | None
    document_ids: tuple[str, ...]
    digest: str
    """Stands for everything that the text is drawn from."""
    text: Callable[[], str] = field(repr=False, compare=False)
    """Draws the text in full, as HTML whose addresses are all whole."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and what is in it, the newest first."""

    id: str
    name: str
    title: str
    summary: str
    url: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> datetime:
        """Give the instant its newest entry changed at: no clock is asked, so that equal feeds are equal bytes."""
        return max((item.updated for item in self.items), default=_NOTHING_YET)


def tag(site: Site, specific: str) -> str:
    """Name a thing for ever by a tag URI (RFC 4151); ``specific`` is a path and holds nobody's name."""
    return f"tag:{urlsplit(site.siteurl).hostname},{TAGGED}:{specific}"


def item(entry: Entry, here: Viewpoint, renderer: Renderer) -> Item:
    """Make an entry of a feed; its text is drawn once, and only when it is asked for.

    Raises ValueError for a document without a date, which no feed holds.
    """
    found, view, url = entry.document, _alone(document(entry, here)), here.href(entry)
    moment = published(found)
    if moment is None:
        raise ValueError(entry.id)

    @cache
    def text() -> str:
        drawn = _FOR_PAPER.sub("", renderer.render(TEMPLATE, page=view)).strip()
        return _OWN_ANCHOR.sub(lambda match: f"{match[1]}{url}#", drawn)

    return Item(
        id=tag(here.site, f"{found.kind}/{found.slug}"),
        url=url,
        title=words.event_title(found) if isinstance(found, Event) else found.title,
        summary=found.summary,
        language=found.lang,
        published=moment,
        updated=changed(found) or moment,
        themes=found.themes,
        picture=view.picture,
        document_ids=sources(view, entry.id),
        digest=fingerprint(view),
        text=text,
    )


def taken_down(stone: Tombstone, site: Site) -> Item:
    """Make the entry that takes a withdrawn one's place for a while: the same id, and nothing of what it said."""
    moment = start_of(stone.withdrawn_on)
    return Item(
        id=tag(site, f"{stone.kind}/{stone.slug}"),
        url="",
        title="Taken down",
        summary=TAKEN_DOWN,
        language=site.language,
        published=moment,
        updated=moment,
        themes=(),
        picture=None,
        document_ids=(stone.id,),
        digest=fingerprint(stone),
        text=lambda: f"<p>{TAKEN_DOWN}</p>",
    )


def _alone(view: DocumentView) -> DocumentView:
    """Take a page away from its neighbours: they are not news of this entry, and not where its reader is."""
    return replace(
        view,
        earlier=None,
        later=None,
        related=(),
        next_step=None,
        groups=(),
        versions=Versions(),
        share=(),
        follow=None,
    )
