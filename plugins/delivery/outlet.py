"""Through what a send goes out, as whom, and how fast."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field

from plugins.delivery.connecting import opened
from plugins.delivery.pace import Policy
from plugins.delivery.relay import Relay, Safety
from plugins.delivery.smtp import Conversation, Waits


@dataclass(frozen=True, slots=True)
class Outlet:
    """A relay, and how it is used."""

    relay: Relay
    sender: str
    """The address that mail which cannot be delivered comes back to (RFC 5321, section 3.6.1)."""
    name: str
    """What this machine calls itself to the relay."""
    policy: Policy = field(default_factory=Policy)
    waits: Waits = field(default_factory=Waits)

    def context(self) -> ssl.SSLContext | None:
        """Make what checks the relay, where there is TLS. Raises NoRelay."""
        return None if self.relay.safety is Safety.NONE else self.relay.context()

    async def open(self, context: ssl.SSLContext | None) -> Conversation:
        """Begin a conversation. Raises Lost for what may pass, and Unusable for what somebody must change."""
        return await opened(self.relay, self.name, self.waits, context)
