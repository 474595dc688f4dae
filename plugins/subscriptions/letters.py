"""The letters that the application writes: to confirm, and to open what is held about somebody."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from urllib.parse import urlsplit

from plugins.subscribers import Purpose, Store
from plugins.subscribers.requests import KEPT, Request
from plugins.subscriptions.pages import Letter, Pages

OPEN_FOR = timedelta(days=1)
"""So long the link to what is held about somebody is good."""


def letter(request: Request, pages: Pages, store: Store, address: str, at: datetime) -> EmailMessage:
    """Write the letter that a request is answered with; ``address`` is the application's own, without a slash."""
    write = _to_confirm if request.purpose is Purpose.CONFIRM else _to_open
    words = write(request, pages, store, address, at)
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(pages.frame.newsletter, addr_spec=pages.frame.email)
    made["To"] = Address(addr_spec=request.address)
    made["Subject"] = words.subject
    made["Date"] = format_datetime(at)
    made["Message-ID"] = make_msgid(domain=urlsplit(pages.frame.home).hostname)
    made["Auto-Submitted"] = "auto-replied"  # RFC 3834: no holiday notice answers it
    made.set_content(pages.written(words), cte="quoted-printable")
    return made


def _to_confirm(request: Request, pages: Pages, store: Store, address: str, at: datetime) -> Letter:
    token = store.tokens.make(Purpose.CONFIRM, request.ref, at + KEPT)
    return Letter(
        frame=pages.frame,
        subject=f"Do you want {pages.frame.newsletter}?",
        before=(
            f"Somebody, you we hope, asked us to send {pages.frame.newsletter} to this address.",
            "To get it, open this page and press the button:",
        ),
        link=f"{address}/confirm/{token}",
        after=(
            "The link is good for seven days.",
            "If you did not ask, do nothing: you will get no newsletter, and we delete your address after seven days.",
        ),
    )


def _to_open(request: Request, pages: Pages, store: Store, address: str, at: datetime) -> Letter:
    token = store.tokens.make(Purpose.YOURS, request.ref, at + OPEN_FOR)
    return Letter(
        frame=pages.frame,
        subject="What we hold about you",
        before=(
            f"Somebody, you we hope, asked what {pages.frame.publisher} holds about this address.",
            "To see it, to have it erased, or to stop our emails, open this page:",
        ),
        link=f"{address}/yours/{token}",
        after=("The link is good for one day.", "If you did not ask, do nothing: nothing changes."),
    )
