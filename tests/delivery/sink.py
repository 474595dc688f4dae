"""A relay that takes mail and has faults: it refuses, cuts, falls silent, and writes a log as Postfix does."""

from __future__ import annotations

import asyncio
import base64
import random
import re
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from types import TracebackType
from typing import Self

from plugins.delivery.relay import Relay, Safety


class Fault(Enum):
    """What may go wrong with one message, or with one connection."""

    BUSY = auto()
    """421 for a greeting."""
    MAIL_LATER = auto()
    RCPT_LATER = auto()
    """450: this mailbox, another time."""
    RCPT_NEVER = auto()
    """550: no such mailbox."""
    RCPT_CLOSING = auto()
    """421 in the midst of a conversation."""
    DATA_LATER = auto()
    END_LATER = auto()
    """454 for the dot."""
    END_NEVER = auto()
    """554 for the dot."""
    CUT_BEFORE = auto()
    """Hung up before the dot."""
    CUT_AFTER = auto()
    """Hung up after the dot, with the message taken."""
    CUT_UNTAKEN = auto()
    """Hung up after the dot, with the message thrown away."""
    SILENCE = auto()
    """No word after the dot, with the message taken."""
    SLOW = auto()


Plan = Callable[[str], Fault | None]
"""What goes wrong, asked for each connection with no address, and for each message with its recipient's."""


def nothing(recipient: str) -> Fault | None:  # noqa: ARG001 - a plan
    """Let nothing go wrong."""
    return None


def at_random(share: float, seed: int, among: tuple[Fault, ...] = tuple(Fault)) -> Plan:
    """Let a share of messages meet with a fault, which one is by chance."""
    chance = random.Random(seed)  # noqa: S311 - faults, not secrets
    return lambda recipient: chance.choice(among) if chance.random() < share else None  # noqa: ARG005


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the relay took."""

    message_id: str
    recipient: str
    data: bytes
    at: datetime


@dataclass
class Sink:
    """The relay, in a thread of its own. Use it in a ``with``."""

    plan: Plan = nothing
    delay: float = 0.0
    """Seconds before each reply."""
    most: int = 0
    """Connections at a time; others are refused. 0 is any number."""
    offers: tuple[str, ...] = ("PIPELINING", "SIZE 10240000", "SMTPUTF8")
    tls: ssl.SSLContext | None = None
    implicit: bool = False
    eager: bool = False
    """Whether it wants words even where it refused their reader."""
    users: dict[str, str] = field(default_factory=dict)
    keep: bool = True
    """Whether it keeps what messages say."""
    on_taken: Callable[[Taken], None] | None = None
    taken: list[Taken] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    """How often each recipient was refused for good."""
    faults: Counter[Fault] = field(default_factory=Counter)
    log: list[str] = field(default_factory=list)
    spoke: list[str] = field(default_factory=list)
    """Every command but AUTH's words, in order."""
    open: int = 0
    widest: int = 0

    def __enter__(self) -> Self:
        """Start it on a free port."""
        started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def relay(
        self, safety: Safety = Safety.NONE, host: str = "127.0.0.1", user: str = "", authority: str = ""
    ) -> Relay:
        """Give what a sender must know of it."""
        return Relay(host, self.port, safety, user, self.users.get(user, ""), authority)

    def got(self) -> Counter[str]:
        """Count the messages that were taken for each recipient."""
        return Counter(taken.recipient for taken in self.taken)

    def meet(self, recipient: str) -> Fault | None:
        """Say what goes wrong now, and count it."""
        fault = self.plan(recipient)
        if fault:
            self.faults[fault] += 1
        return fault

    def write(self, what: str, words: str, queue: str = "") -> None:
        """Write a line of the log."""
        at = datetime.now(UTC).isoformat()  # noqa: TID251 - a log has the true time
        self.log.append(f"{at} mail postfix/{what}[42]: {queue and f'{queue}: '}{words}")

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        context = self.tls if self.implicit else None
        server = self._loop.run_until_complete(
            asyncio.start_server(self._welcome, "127.0.0.1", 0, ssl=context, limit=2**24, backlog=500)
        )
        self.port: int = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with self._counted():
            try:
                await _Talk(self, reader, writer).hold()
            except (OSError, EOFError, asyncio.LimitOverrunError):
                self.write("smtpd", "lost connection after DATA from unknown[127.0.0.1]")
            finally:
                writer.transport.abort()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self.open += 1
        self.widest = max(self.widest, self.open)
        try:
            yield
        finally:
            self.open -= 1


class _HungUp(OSError):  # noqa: N818 - it names what happened
    """The relay hangs up."""


class _Talk:
    """One conversation, from the relay's side."""

    def __init__(self, sink: Sink, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.sink, self.reader, self.writer = sink, reader, writer
        self.recipient = ""
        self.fault: Fault | None = None
        self.secret = sink.implicit
        self.known = not sink.users
        self.begun = False

    async def hold(self) -> None:
        """Speak until somebody hangs up."""
        if (self.sink.most and self.sink.open > self.sink.most) or self.sink.meet("") is Fault.BUSY:
            await self.say(421, "4.7.0 too many connections")
            return
        await self.say(220, "sink ESMTP")
        while True:
            line = (await self.reader.readuntil(b"\n")).decode().rstrip("\r\n")
            word = line.partition(" ")[0].upper()
            self.sink.spoke.append(line if word != "AUTH" else word)
            if word == "QUIT":
                await self.say(221, "2.0.0 bye")
                return
            await getattr(self, f"do_{word.lower()}", self.do_other)(line)

    async def say(self, code: int, *lines: str) -> None:
        """Answer."""
        if self.sink.delay:
            await asyncio.sleep(self.sink.delay)
        last = len(lines) - 1
        text = "".join(f"{code}{' ' if n == last else '-'}{line}\r\n" for n, line in enumerate(lines))
        self.writer.write(text.encode())
        await self.writer.drain()

    async def do_other(self, line: str) -> None:  # noqa: ARG002 - a command
        await self.say(500, "5.5.1 what?")

    async def do_ehlo(self, line: str) -> None:  # noqa: ARG002
        offers = list(self.sink.offers)
        if self.sink.tls and not self.secret:
            offers.append("STARTTLS")
        elif self.sink.users and "AUTH" not in " ".join(offers):
            offers.append("AUTH LOGIN PLAIN")
        await self.say(250, "sink", *offers)

    async def do_starttls(self, line: str) -> None:  # noqa: ARG002
        await self.say(220, "2.0.0 go")
        assert self.sink.tls
        await self.writer.start_tls(self.sink.tls)
        self.secret = True

    async def do_auth(self, line: str) -> None:
        way, _, words = line.removeprefix("AUTH ").partition(" ")
        if way == "PLAIN":
            _, user, password = base64.b64decode(words).decode().split("\0")
        else:
            said = []
            for prompt in ("VXNlcm5hbWU6", "UGFzc3dvcmQ6"):
                await self.say(334, prompt)
                said.append(base64.b64decode(await self.reader.readuntil(b"\n")).decode())
            user, password = said
        self.known = self.sink.users.get(user) == password
        await self.say(*((235, "2.7.0 welcome") if self.known else (535, "5.7.8 no")))

    async def do_rset(self, line: str) -> None:  # noqa: ARG002
        self.recipient = ""
        await self.say(250, "2.0.0 ok")

    async def do_mail(self, line: str) -> None:
        self.recipient, self.fault, self.begun = "", None, False
        if not self.known:
            await self.say(530, "5.7.0 who are you?")
        elif self.sink.meet(line) is Fault.MAIL_LATER:
            await self.say(452, "4.3.1 no room")
        else:
            self.begun = True
            await self.say(250, "2.1.0 ok")

    async def do_rcpt(self, line: str) -> None:
        address = line.partition("<")[2].rstrip(">")
        if not self.begun:
            await self.say(503, "5.5.1 from whom?")
            return
        self.fault = self.sink.meet(address)
        if self.fault is Fault.RCPT_LATER:
            await self.say(450, f"4.2.1 <{address}>: mailbox busy")
        elif self.fault is Fault.RCPT_NEVER:
            self.sink.refused[address] += 1
            await self.say(550, f"5.1.1 <{address}>: unknown")
        elif self.fault is Fault.RCPT_CLOSING:
            await self.say(421, "4.3.2 closing")
            raise _HungUp
        else:
            self.recipient = address
            await self.say(250, "2.1.5 ok")

    async def do_data(self, line: str) -> None:  # noqa: ARG002
        if not self.recipient and not self.sink.eager:
            await self.say(503, "5.5.1 to whom?")
            return
        if self.fault is Fault.DATA_LATER:
            await self.say(451, "4.3.0 not now")
            return
        await self.say(354, "go on")
        data = await self.words()
        name = re.search(rb"(?im)^message-id: *(<[^>]*>)", data)
        queue = f"{len(self.sink.log):010X}"
        identity = name[1].decode() if name else ""
        self.sink.write("cleanup", f"message-id={identity}", queue)
        await self.end(identity, data, queue)

    async def words(self) -> bytes:
        """Read a message up to its dot, and undo its doubled dots."""
        if self.fault is Fault.CUT_BEFORE:
            await self.reader.readexactly(40)
            raise _HungUp
        start = await self.reader.readexactly(3)
        if start == b".\r\n":
            return b""
        data = start + await self.reader.readuntil(b"\r\n.\r\n")
        return data[:-3].replace(b"\r\n..", b"\r\n.")

    async def end(self, name: str, data: bytes, queue: str) -> None:
        """Answer the dot."""
        if self.fault is Fault.END_LATER:
            await self.say(454, "4.3.0 try again")
        elif self.fault is Fault.END_NEVER:
            self.sink.refused[self.recipient] += 1
            await self.say(554, "5.6.0 no")
        elif self.fault is Fault.CUT_UNTAKEN:
            raise _HungUp
        else:
            await self.take(name, data, queue)

    async def take(self, name: str, data: bytes, queue: str) -> None:
        """Take a message."""
        kept = data if self.sink.keep else b""
        taken = Taken(name, self.recipient, kept, datetime.now(UTC))  # noqa: TID251 - the true time
        self.sink.taken.append(taken)
        self.sink.write("qmgr", f"from=<bounces@clnm.example.org>, size={len(data)}, nrcpt=1 (queue active)", queue)
        if self.sink.on_taken:
            self.sink.on_taken(taken)
        if self.fault is Fault.CUT_AFTER:
            raise _HungUp
        if self.fault is Fault.SILENCE:
            await self.reader.read()
            raise _HungUp
        if self.fault is Fault.SLOW:
            await asyncio.sleep(0.1)
        await self.say(250, f"2.0.0 queued as {queue}")
