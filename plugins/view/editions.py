"""An issue as email: the same body, seen from the email channel at the moment it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.model import Channel, Newsletter
from plugins.model.addresses import name_and_address
from plugins.model.readers import EVERYBODY, Readers
from plugins.model.taxonomy import Audience
from plugins.view import words
from plugins.view.above import content_note, help_panel
from plugins.view.blocks import blocks
from plugins.view.closing import closing
from plugins.view.frame import Link
from plugins.view.parts import BlockView, HelpView
from plugins.view.pictures import PictureView, picture
from plugins.view.sections import contents
from plugins.view.viewpoint import Viewpoint

UNSUBSCRIBE = "https://clnm-press.invalid/unsubscribe"
"""Stands for the reader's own way out until a sender puts it in; the address can never exist (RFC 6761)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """Everything an edition may show."""

    masthead: str
    short_name: str
    """The publisher's letters, one on each door of the wordmark."""
    subject: str
    preheader: str
    sender: str
    """The name of whoever it is from."""
    sender_address: str
    title: str
    summary: str
    kicker: str
    """The issue's number and month, and for whom an edition is: Issue 14 · December 2026 · House Project staff."""
    language: str
    web_url: str
    """Where the same issue is on the web."""
    picture: PictureView | None
    contents: tuple[Link, ...]
    """The sections, each with its place on the web page: anchors do not work in every mail program."""
    blocks: tuple[BlockView, ...]
    note: str
    help: HelpView | None
    follow: tuple[Link, ...]
    publisher: str
    charity_number: str
    postal_address: str
    why: str
    unsubscribe: str
    privacy: str
    complain: str
    reply_to: str


def edition(entry: Entry, here: Viewpoint, readers: Readers = EVERYBODY) -> EditionView:
    """Show an issue as the edition for some readers. Raises TypeError for any other kind of document."""
    issue = entry.document
    if not isinstance(issue, Newsletter):
        raise TypeError(entry.id)
    here = here.inside(entry).moved_to(issue.send_on).addressed(readers)
    name, address = name_and_address(issue.sender or "")
    body = blocks(issue, here)
    web = here.links.whole(entry.url)
    return EditionView(
        masthead=here.site.newsletter_name,
        short_name=here.site.short_name,
        subject=issue.subject,
        preheader=issue.preheader,
        sender=name or here.site.newsletter_name,
        sender_address=address or here.site.contact_email,
        title=issue.title,
        summary=issue.summary,
        kicker=_kicker(issue, readers, here),
        language=issue.lang,
        web_url=web,
        picture=picture(here, issue.image, issue.image_alt or "", issue.image_credit),
        contents=contents(body, web),
        blocks=(*body, *closing(issue)),
        note=content_note(entry),
        help=help_panel(entry, here),
        follow=tuple(Link(text, url) for text, url in here.site.follow),
        publisher=here.site.publisher,
        charity_number=here.site.charity_number,
        postal_address=here.site.postal_address,
        why=here.site.why_you_get_it,
        unsubscribe=UNSUBSCRIBE,
        privacy=_page("privacy", here),
        complain=_page("complain-about-data", here),
        reply_to=issue.reply_to,
    )


def _kicker(issue: Newsletter, readers: Readers, here: Viewpoint) -> str:
    return " · ".join(filter(None, (f"Issue {issue.issue}", words.month(issue.month), _for(readers, here))))


def _for(readers: Readers, here: Viewpoint) -> str:
    """Say whom an edition is for, where it is not for everybody."""
    area = here.library.on(Channel.WEB).get(f"area:{readers.area}")
    audience = Audience(readers.audience).label if readers.audience else ""
    return ", ".join(filter(None, (audience, area.document.title if area else "")))


def _page(slug: str, here: Viewpoint) -> str:
    entry = here.library.on(Channel.WEB).get(f"page:{slug}")
    return here.links.whole(entry.url) if entry else ""
