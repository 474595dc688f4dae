"""Small libraries to look at from a page, from a feed or from an email."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.library import Library
from plugins.model import Channel, Document
from plugins.model.picture import Original
from plugins.view import DocumentView, Site, Viewpoint, document
from plugins.view.blocks import BlockView, blocks
from tests import samples

SITE = Site(
    siteurl="https://clnm.example.org",
    sitename="Care Leavers National Movement",
    short_name="CLNM",
    tagline="Young people leaving care, changing what comes next.",
    newsletter_name="CLNM News",
    publisher="Care Leavers National Movement (sample)",
    charity_number="0000000",
    postal_address="CLNM, 1 Example Street, Northbridge NB1 2AB",
    contact_email="hello@clnm.example.org",
    why_you_get_it="You get this because you asked us to.",
    navigation=(("Home", "/"), ("Stories", "/stories/"), ("Events", "/events/")),
    follow=(("On film", "https://video.example.org"),),
)
PICTURES = (
    Original("first-keys-1.png", 1200, 800, "0" * 64, Path("first-keys-1.png")),
    Original("keys-1.png", 1200, 800, "0" * 64, Path("keys-1.png")),
    Original("door-1.jpg", 300, 400, "1" * 64, Path("door-1.jpg")),
)
PICTURE = {"image": "first-keys-1.png", "image_alt": "Two keys", "image_consent": "stock", "image_credit": "Ana"}


def library(*shelved: Document, as_of: datetime = samples.NOW) -> Library:
    """Shelve documents with two pictures."""
    return samples.library(*shelved, as_of=as_of, pictures=PICTURES)


def from_page(found: Library, url: str = "/about/") -> Viewpoint:
    """Look from a page of the website."""
    return Viewpoint.on_page(found, SITE, url)


def from_afar(found: Library, channel: Channel) -> Viewpoint:
    """Look from a feed or an email."""
    return Viewpoint.afar(found, SITE, channel)


def page(shown: Document, *others: Document, as_of: datetime = samples.NOW) -> DocumentView:
    """Show a document's own page."""
    found = library(shown, *others, as_of=as_of)
    entry = found.on(Channel.WEB).get(shown.id)
    assert entry is not None
    return document(entry, from_page(found, entry.url))


def body(text: str, *others: Document, channel: Channel = Channel.WEB, **changed: Any) -> tuple[BlockView, ...]:
    """Show the body of a page called about."""
    shown = samples.document("page", "about", text, **changed)
    found = library(shown, *others)
    here = from_page(found) if channel is Channel.WEB else from_afar(found, channel)
    return blocks(shown, here)
