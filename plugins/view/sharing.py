"""How a page can be passed on: plain links that open the reader's own mail and messages, for what may be shared."""

from __future__ import annotations

from urllib.parse import quote

from plugins.library import Entry
from plugins.model import Area, Channel, Objective, Page, Person
from plugins.view.frame import Link
from plugins.view.viewpoint import Viewpoint

_NOT_SHARED = (Page, Person, Area, Objective)
"""Kinds that are no news, and people, who are not to be passed round."""


def share(entry: Entry, here: Viewpoint) -> tuple[Link, ...]:
    """Give the ways to pass an entry on; none where its people did not agree to social media.

    Mail as RFC 6068 has it, text messages as RFC 5724 does, with the body that all phones understand.
    """
    shared = here.library.on(Channel.WEB, Channel.SOCIAL).get(entry.id)
    if shared is None or isinstance(entry.document, _NOT_SHARED):
        return ()
    title, url = quote(entry.document.title), here.links.whole(here.place(entry))
    words = quote(f"{entry.document.title} {url}")
    return (
        Link("Email", f"mailto:?subject={title}&body={words}"),
        Link("WhatsApp", f"https://wa.me/?text={words}"),
        Link("Text message", f"sms:?&body={words}"),
    )
