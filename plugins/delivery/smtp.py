"""One conversation with a relay, step by step, so that the ledger is asked between a message's words and its dot.

RFC 5321, with STARTTLS (RFC 3207), AUTH (RFC 4954), PIPELINING (RFC 2920), SIZE (RFC 1870) and SMTPUTF8 (RFC 6531).
Libraries for SMTP send the words and the dot in one go, and what must happen between them decides who gets mail twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.delivery.replies import Reply, SmtpStage

LINES = 100
"""The most lines of a reply."""
_LINE = re.compile(rb"([2-5]\d\d)([ -]?)([^\r\n]*)\r?\n")
GO_ON = 354
UTF8 = "SMTPUTF8"


class Lost(Exception):  # noqa: N818 - it names what happened
    """The connection broke, or nothing came, or nonsense did; whoever talked decides what that means."""


class Unusable(Exception):  # noqa: N818 - it names what the relay is
    """This relay will not take our mail until somebody changes something; the message says what."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long to wait, in seconds (RFC 5321, section 4.5.3.2)."""

    connect: float = 60
    reply: float = 300
    end: float = 600
    """After the dot: the relay may be working on it, and to give up early makes second copies."""


class Conversation:
    """A connection to a relay that has greeted us and knows who we are."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, waits: Waits, below: object = None
    ) -> None:
        """Take a connection; ``connecting.opened`` makes one. ``below`` is a writer that would hang up if it went."""
        self._reader, self._writer, self._waits, self._below = reader, writer, waits, below
        self.offers: dict[str, str] = {}
        self.waits_for_words = False
        """Whether it refused sender or reader and wants the words all the same: whatever came now would be mail."""

    @property
    def gone(self) -> bool:
        """Say whether the relay has hung up already."""
        return self._reader.at_eof() or self._reader.exception() is not None or self._writer.is_closing()

    async def ask(self, command: str, *, wait: float | None = None) -> Reply:
        """Say one line and wait for the answer. Raises Lost."""
        await self._write(command.encode() + b"\r\n")
        return await self.answer(wait)

    async def greet(self, name: str) -> None:
        """Say who we are, and hear what the relay offers. Raises Lost, and Unusable for one that will not have us."""
        reply = await self.ask(f"EHLO {name}")
        if not reply.good:
            if reply.passing:
                raise Lost(reply.shown)
            raise Unusable(f"The relay does not speak ESMTP: it answered {reply.shown} to EHLO.")
        pairs = (line.upper().partition(" ") for line in reply.lines[1:])
        self.offers = {word: rest for word, _, rest in pairs}

    async def envelope(self, sender: str, recipient: str, size: int) -> tuple[SmtpStage, Reply]:
        """Say from whom and to whom; give where that ended and how: after a good DATA, the relay waits for the words.

        A recipient with letters beyond ASCII needs a relay that offers SMTPUTF8. Raises Lost.
        """
        utf8 = f" {UTF8}" if not recipient.isascii() else ""
        commands = [
            f"MAIL FROM:<{sender}>{f' SIZE={size}' if 'SIZE' in self.offers else ''}{utf8}",
            f"RCPT TO:<{recipient}>",
            "DATA",
        ]
        stages = (SmtpStage.SENDER, SmtpStage.RECIPIENT, SmtpStage.DATA)
        if "PIPELINING" not in self.offers:
            for stage, command in zip(stages, commands, strict=True):
                reply = await self.ask(command)
                if not _accepted(stage, reply):
                    break
            return stage, reply
        await self._write("".join(f"{command}\r\n" for command in commands).encode())
        replies = [await self.answer() for _ in commands]
        return self._first_refused(stages, replies)

    async def words(self, data: bytes) -> None:
        """Send a message's words, their dots doubled, but not the dot that ends them. Raises Lost."""
        await self._write(data.replace(b"\r\n.", b"\r\n.."))

    async def dot(self) -> Reply:
        """End the words: from now on the relay is answerable for them, if it says so. Raises Lost."""
        await self._write(b".\r\n")
        return await self.answer(self._waits.end)

    async def start_over(self) -> None:
        """Forget a message that was refused. Raises Lost."""
        await self.ask("RSET")

    async def answer(self, wait: float | None = None) -> Reply:
        """Read a reply, with all its lines. Raises Lost."""
        try:
            async with asyncio.timeout(wait or self._waits.reply):
                return await self._reply()
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
            raise Lost(type(error).__name__) from None

    async def close(self) -> None:
        """Part politely, in a second at the most."""
        with contextlib.suppress(Lost):
            await self.ask("QUIT", wait=1)
        self.drop()

    def drop(self) -> None:
        """Cut the connection: words without their dot are no message (RFC 5321, section 4.1.1.4)."""
        self._writer.transport.abort()

    async def _reply(self) -> Reply:
        code = 0
        lines: list[str] = []
        while len(lines) < LINES:
            line = _LINE.fullmatch(await self._reader.readuntil(b"\n"))
            if line is None or (code and int(line[1]) != code):
                raise ValueError("no reply")
            code = int(line[1])
            lines.append(line[3].decode("utf-8", "replace"))
            if line[2] != b"-":
                return Reply(code, tuple(lines))
        raise ValueError("too many lines")

    async def _write(self, data: bytes) -> None:
        try:
            self._writer.write(data)
            async with asyncio.timeout(self._waits.reply):
                await self._writer.drain()
        except (OSError, RuntimeError) as error:
            raise Lost(type(error).__name__) from None

    def _first_refused(self, stages: Sequence[SmtpStage], replies: Sequence[Reply]) -> tuple[SmtpStage, Reply]:
        """Give the first refusal of three replies, or else the last reply."""
        for stage, reply in zip(stages, replies, strict=True):
            if not _accepted(stage, reply):
                self.waits_for_words = replies[-1].code == GO_ON
                return stage, reply
        return stages[-1], replies[-1]


def _accepted(stage: SmtpStage, reply: Reply) -> bool:
    return reply.code == GO_ON if stage is SmtpStage.DATA else reply.good
