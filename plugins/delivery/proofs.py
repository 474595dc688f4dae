"""Proofs: an edition for whoever checks it, marked as such, in no ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plugins.delivery.addresses import message_id, wire
from plugins.delivery.attempt import NO_LETTERS, Letter
from plugins.delivery.clock import now
from plugins.delivery.composing import Issue
from plugins.delivery.connecting import conversation
from plugins.delivery.outlet import Outlet
from plugins.delivery.replies import SmtpStage
from plugins.delivery.smtp import UTF8, Conversation
from plugins.delivery.template import Recipient, Template

MARK = b"[Proof] "
_SUBJECT = re.compile(rb"(?im)^(Subject: *)")


def proofs(issue: Issue, addresses: Iterable[str]) -> list[Letter]:
    """Write a proof of each edition for each address. Raises NoAddress.

    Each has a name of its own: mail programs hide a message whose name they have seen.
    """
    letters = []
    for address in addresses:
        for readers, made in issue.editions.items():
            name = message_id(f"proof {issue.name} {readers.slug} {now().isoformat()}", address, issue.host)
            letters.append(Letter(address, wire(address), marked(made).message(Recipient(wire(address), name))))
    return letters


def marked(made: Template) -> Template:
    """Say in the subject of an edition that it is a proof."""
    return replace(made, headers=_SUBJECT.sub(rb"\1" + MARK, made.headers, count=1))


async def send_proofs(outlet: Outlet, letters: Iterable[Letter]) -> list[str]:
    """Send letters one after the other; give why some were not taken. Raises Lost, Unusable and NoRelay."""
    context = outlet.context()
    async with conversation(outlet.relay, outlet.name, outlet.waits, context) as talk:
        said = [await _send(talk, outlet.sender, letter) for letter in letters]
    return [why for why in said if why]


async def _send(talk: Conversation, sender: str, letter: Letter) -> str:
    if not letter.address.isascii() and UTF8 not in talk.offers:
        return NO_LETTERS
    stage, reply = await talk.envelope(sender, letter.address, len(letter.data))
    if stage is SmtpStage.DATA and reply.good:
        await talk.words(letter.data)
        reply = await talk.dot()
    elif not talk.waits_for_words:
        await talk.start_over()
    return "" if reply.good else reply.shown
