"""Takes letters that wait to the relay, outside of any request, so that no answer tells by its time who is known."""

from __future__ import annotations

import asyncio
import logging
import smtplib
from collections.abc import Callable
from datetime import datetime

from plugins.subscribers import Store, requests
from plugins.subscriptions.letters import letter
from plugins.subscriptions.pages import Pages
from plugins.subscriptions.posting import Post

ROUND = 60.0
"""Seconds after which it looks again by itself: for letters that the relay did not take."""
_log = logging.getLogger(__name__)


class Postman:
    """Carries letters; one at a time, in the order in which they were asked for."""

    def __init__(self, store: Store, pages: Pages, post: Post, address: str, now: Callable[[], datetime]) -> None:
        """Take what it writes with, and where it takes letters."""
        self._store, self._pages, self._post, self._address, self._now = store, pages, post, address, now

    def deliver(self) -> int:
        """Take every letter that waits to the relay; give how many went. What the relay does not take waits on."""
        gone = 0
        for request in requests.waiting(self._store, self._now()):
            made = letter(request, self._pages, self._store, self._address, self._now())
            try:
                self._post(made)
            except OSError as error:
                if _for_good(error):
                    requests.withhold(self._store, request.ref)
                    continue
                _log.warning("A letter could not be sent (%s). It is tried again.", type(error).__name__)
                break
            requests.mailed(self._store, request.ref, self._now())
            gone += 1
        return gone

    async def walk(self, rung: asyncio.Event) -> None:
        """Deliver whenever somebody rings, and every minute, until cancelled."""
        while True:
            rung.clear()
            try:
                await asyncio.to_thread(self.deliver)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next round tries again
                _log.warning("Letters could not be taken out (%s).", type(error).__name__)
            try:
                await asyncio.wait_for(rung.wait(), ROUND)
            except TimeoutError:
                continue


def _for_good(error: OSError) -> bool:
    """Say whether there is no such mailbox (RFC 5321, section 4.2.1: a reply of 5xx to the recipient)."""
    refused = error.recipients if isinstance(error, smtplib.SMTPRecipientsRefused) else {}
    return bool(refused) and all(code >= 500 for code, _ in refused.values())  # noqa: PLR2004 - a permanent failure
