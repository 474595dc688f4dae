"""Takes single letters to the relay that issues are sent through, too."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from email.message import EmailMessage

from plugins.delivery.relay import Relay, Safety

PATIENCE = 30.0
"""Seconds to wait for an answer of the relay."""

Post = Callable[[EmailMessage], None]
"""Takes a letter away, or raises OSError (smtplib's errors are such)."""


def through(relay: Relay) -> Post:
    """Give what hands a letter over to a relay. Raises NoRelay for certificates that cannot be read."""
    context = relay.context()

    def post(letter: EmailMessage) -> None:
        if relay.safety is Safety.TLS:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(relay.host, relay.port, timeout=PATIENCE, context=context)
        else:
            connection = smtplib.SMTP(relay.host, relay.port, timeout=PATIENCE)
        with connection:
            if relay.safety is Safety.STARTTLS:
                connection.starttls(context=context)
            if relay.user:
                connection.login(relay.user, relay.password)
            connection.send_message(letter)

    return post
