"""From a relay's address to a conversation with it: the connection, TLS, and who we are."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ssl
from collections.abc import AsyncIterator

from plugins.delivery.relay import Relay, Safety
from plugins.delivery.replies import Reply
from plugins.delivery.smtp import Conversation, Lost, Unusable, Waits

LONGEST = 4096
"""Bytes in a line of a reply: far above what RFC 5321 allows (section 4.5.3.1.5)."""
READY = 220

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@contextlib.asynccontextmanager
async def conversation(
    relay: Relay, name: str, waits: Waits, context: ssl.SSLContext | None
) -> AsyncIterator[Conversation]:
    """Talk to a relay, and part from it at the end. Raises what ``opened`` does."""
    talk = await opened(relay, name, waits, context)
    try:
        yield talk
    finally:
        await talk.close()


async def opened(relay: Relay, name: str, waits: Waits, context: ssl.SSLContext | None) -> Conversation:
    """Connect to a relay, in TLS if it has a context, and log in; ``name`` is ours.

    Raises Lost for what may pass, and Unusable for what somebody must change.
    """
    streams = await _connected(relay, waits, context if relay.safety is Safety.TLS else None)
    talk = Conversation(*streams, waits)
    try:
        _wanted(await talk.answer(), READY, "The relay does not let us in: it greeted us with")
        await talk.greet(name)
        if relay.safety is Safety.STARTTLS:
            talk = await _in_tls(talk, streams[1], relay, waits, context)
            await talk.greet(name)
        if relay.user:
            await _log_in(talk, relay)
    except BaseException:
        talk.drop()
        raise
    return talk


async def _connected(relay: Relay, waits: Waits, context: ssl.SSLContext | None) -> Streams:
    try:
        async with asyncio.timeout(waits.connect):
            return await asyncio.open_connection(relay.host, relay.port, ssl=context, limit=LONGEST)
    except ssl.SSLError as error:
        raise Unusable(_no_tls(relay, error)) from None
    except OSError as error:
        raise Lost(type(error).__name__) from None


async def _in_tls(
    talk: Conversation, writer: asyncio.StreamWriter, relay: Relay, waits: Waits, context: ssl.SSLContext | None
) -> Conversation:
    """Begin TLS and forget what was heard before: somebody on the way may have said it (RFC 3207, section 6)."""
    if context is None or "STARTTLS" not in talk.offers:
        raise Unusable(f"{relay.host} does not offer TLS on port {relay.port}, so nothing was sent. Try smtps://.")
    _wanted(await talk.ask("STARTTLS"), READY, "The relay offers TLS and then refuses it:")
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=LONGEST)
    protocol = asyncio.StreamReaderProtocol(reader)
    try:
        transport = await loop.start_tls(
            writer.transport, protocol, context, server_hostname=relay.host, ssl_handshake_timeout=waits.connect
        )
    except ssl.SSLError as error:
        raise Unusable(_no_tls(relay, error)) from None
    except OSError as error:
        raise Lost(type(error).__name__) from None
    if transport is None:
        raise Lost("closed")
    protocol.connection_made(transport)
    return Conversation(reader, asyncio.StreamWriter(transport, protocol, reader, loop), waits, below=writer)


async def _log_in(talk: Conversation, relay: Relay) -> None:
    """Say user and password the way the relay offers (RFC 4616; LOGIN was never written down, and is everywhere)."""
    ways = talk.offers.get("AUTH", "").split()
    if "PLAIN" in ways:
        reply = await talk.ask(f"AUTH PLAIN {_coded(chr(0).join(('', relay.user, relay.password)))}")
    elif "LOGIN" in ways:
        reply = await talk.ask("AUTH LOGIN")
        for words in (relay.user, relay.password):
            if reply.code == 334:  # noqa: PLR2004 - RFC 4954, section 4
                reply = await talk.ask(_coded(words))
    else:
        raise Unusable(f"{relay.host} offers no way to log in that we know (PLAIN, LOGIN). Is the port right?")
    _wanted(reply, 235, "The relay does not take this user and password:")


def _wanted(reply: Reply, code: int, words: str) -> None:
    """Go on with a good answer. Raises Lost for a passing no, Unusable for a lasting one."""
    if reply.code == code:
        return
    if reply.passing:
        raise Lost(reply.shown)
    raise Unusable(f"{words} {reply.shown}.")


def _no_tls(relay: Relay, error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"The certificate of {relay.host} is not to be trusted: {error.verify_message}. Nothing was sent."
    return (
        f"TLS with {relay.host} on port {relay.port} fails ({error.reason}): try smtp:// in place of smtps://, or back."
    )


def _coded(words: str) -> str:
    return base64.b64encode(words.encode()).decode("ascii")
