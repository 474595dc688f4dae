"""What a relay's own log says of our messages: Postfix writes which Message-IDs it took, and when.

A message is taken when the queue manager has it (``qmgr … queue active``). That its Message-ID was seen is not enough:
Postfix writes it while the words still come in, and a message whose dot never came is thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_LINE = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) \S+ "
    r"postfix[^\s\[]*/(?P<what>[a-z-]+)\[\d+\]: (?:(?P<queue>[0-9A-Za-z]{6,}): )?(?P<rest>.*)"
)
"""A line of syslog: of now (RFC 5424's time) or of old (RFC 3164), from any instance of Postfix."""
_MESSAGE_ID = re.compile(r"(?:resent-)?message-id=(<[^<>\s]+>)")


@dataclass(slots=True)
class Log:
    """What was read of a relay's log."""

    taken: set[str] = field(default_factory=set)
    """The Message-IDs of what the relay took."""
    first: datetime | None = None
    last: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        """Say whether the log was being written at a moment, to the second."""
        return self.first is not None and self.last is not None and self.first <= moment <= self.last


def read_log(lines: Iterable[str], now: datetime) -> Log:
    """Read a log; times without a year are of the twelve months before ``now``, in this machine's time zone."""
    found, names = Log(), dict[str, str]()
    for line in lines:
        match = _LINE.match(line)
        if not match:
            continue
        at = _moment(match["at"], now)
        if at:
            found.first = min(found.first or at, at)
            found.last = max(found.last or at, at)
        if match["what"] == "cleanup" and match["queue"]:
            name = _MESSAGE_ID.match(match["rest"])
            if name:
                names[match["queue"]] = name[1]
        elif match["what"] == "qmgr" and match["rest"].startswith("from="):
            found.taken.add(names.get(match["queue"], ""))
    found.taken.discard("")
    return found


def _moment(written: str, now: datetime) -> datetime | None:
    """Read a time, to the second; None for one that is none."""
    try:
        if written[0].isdigit():
            return datetime.fromisoformat(written).astimezone(UTC).replace(microsecond=0)
        zone = now.astimezone().tzinfo
        at = datetime.strptime(f"{now.year} {written}", "%Y %b %d %H:%M:%S").replace(tzinfo=zone)
        if at > now + timedelta(days=1):
            at = at.replace(year=now.year - 1)
        return at.astimezone(UTC)
    except ValueError:
        return None
