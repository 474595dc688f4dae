"""One attempt to hand one copy to a relay, with the ledger asked between its words and its dot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.delivery.journal import Journal
from plugins.delivery.ledger import UNWANTED, Step
from plugins.delivery.replies import Blame, Reply, SmtpStage, blame
from plugins.delivery.smtp import UTF8, Conversation, Lost
from plugins.delivery.states import State

NO_LETTERS = "the relay takes no letters beyond ASCII before the @"
CUT = "the relay hung up before the dot"
NO_ANSWER = "no answer after the dot"


@dataclass(frozen=True, slots=True)
class Letter:
    """One reader's copy, ready to go."""

    key: str
    address: str
    """As a relay wants it."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an attempt ended."""

    state: State
    said: str = ""
    blame: Blame | None = None
    """Whose fault it is that the relay did not take it; None where it did, or where nobody is to blame."""
    passing: bool = False
    lost: bool = False
    """Whether the connection is good for nothing more."""


async def attempt(talk: Conversation, sender: str, letter: Letter, journal: Journal) -> Verdict:
    """Hand a copy over; what the ledger must know before the dot is on the disk then.

    Raises Lost where the connection broke before the dot, so that the relay has no message.
    """
    if not letter.address.isascii() and UTF8 not in talk.offers:
        return Verdict(State.FAILED, NO_LETTERS, Blame.READER)
    stage, reply = await talk.envelope(sender, letter.address, len(letter.data))
    if stage is not SmtpStage.DATA or reply.code // 100 != 3:  # noqa: PLR2004 - RFC 5321, section 4.2.1
        if talk.waits_for_words:
            return replace(refused(stage, reply), lost=True)
        await talk.start_over()
        return refused(stage, reply)
    await talk.words(letter.data)
    return await _end(talk, letter, journal)


async def _end(talk: Conversation, letter: Letter, journal: Journal) -> Verdict:
    """End the words with their dot, once the ledger knows of it and the reader still wants mail."""
    if not await journal.report(Step(letter.key, State.SENDING)):
        return Verdict(State.SUPPRESSED, UNWANTED, lost=True)
    if talk.gone:
        return Verdict(State.DEFERRED, CUT, Blame.RELAY, passing=True, lost=True)
    try:
        reply = await talk.dot()
    except Lost:
        return Verdict(State.UNCERTAIN, NO_ANSWER, Blame.RELAY, passing=True, lost=True)
    return Verdict(State.SENT, reply.shown) if reply.good else refused(SmtpStage.END, reply)


def refused(stage: SmtpStage, reply: Reply) -> Verdict:
    """Say what a refusal means for a copy."""
    whose = blame(stage, reply)
    lasting = not reply.passing and whose is not Blame.RELAY
    closing = reply.code == 421  # noqa: PLR2004 - RFC 5321, section 3.8
    return Verdict(State.FAILED if lasting else State.DEFERRED, reply.shown, whose, reply.passing, lost=closing)
