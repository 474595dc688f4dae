"""Lines of support as readers see them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model import SupportLine
from plugins.view.viewpoint import Viewpoint

_TEXT = re.compile(
    r"(?:\b(?P<word>[A-Z0-9]{2,}) to|\bto|\b[Tt]ext) (?P<number>\+\d(?: ?\d){8,13}|0\d(?: ?\d){8,9}|\d{5,6})\b"
)
"""What to send and where: a whole number, or a short code as charities have them."""


@dataclass(frozen=True, slots=True)
class SupportView:
    """Somebody to call, text or write to."""

    name: str
    for_whom: str
    phone: str
    phone_href: str
    text: str
    text_href: str
    """Opens a message to that number with the word to send in it; nothing where the words name no number."""
    web: str
    hours: str
    free: bool


def support_views(slugs: Iterable[str], here: Viewpoint) -> tuple[SupportView, ...]:
    """Show help lines by their ids, or all of them where none is named."""
    known = here.shelf.supports
    return tuple(_view(known[slug]) for slug in (tuple(slugs) or tuple(known)) if slug in known)


def message_to(words: str) -> str:
    """Address a text message (RFC 5724): "Text SHOUT to 85258" has the number and, before it, the word to send."""
    found = _TEXT.search(words)
    if not found:
        return ""
    body = f"?&body={found['word']}" if found["word"] else ""
    return f"sms:{found['number'].replace(' ', '')}{body}"


def _view(line: SupportLine) -> SupportView:
    return SupportView(
        name=line.name,
        for_whom=line.for_whom,
        phone=line.phone or "",
        phone_href=f"tel:{line.phone.replace(' ', '')}" if line.phone else "",
        text=line.text or "",
        text_href=message_to(line.text or ""),
        web=line.web or "",
        hours=line.hours,
        free=line.free_from_mobile,
    )
