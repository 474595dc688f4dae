"""From an issue's editions and a list to copies, and from a copy to the letter that is sent."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from urllib.parse import quote

from plugins.delivery.addresses import NoAddress, key, message_id, wire
from plugins.delivery.attempt import Letter
from plugins.delivery.audience import edition_for
from plugins.delivery.ledger import Copy
from plugins.delivery.template import Recipient, Template
from plugins.model.readers import Readers
from plugins.subscribers import Subscriber

NO_ADDRESS = "no address that mail can go to"
TWICE = "on the list twice"
NO_EDITION = "no edition is for their audience"


@dataclass(frozen=True, slots=True)
class Issue:
    """What is sent: the editions of an issue by whom they are for, and the site's part of the names of messages."""

    name: str
    host: str
    editions: Mapping[Readers, Template]
    way_out: str = ""
    """The address to unsubscribe at, with ``{token}`` where the reader's own goes; nothing where there is none."""

    @property
    def digest(self) -> str:
        """Stand for all that readers are told."""
        found = hashlib.sha256()
        named = ((_name(readers), template) for readers, template in self.editions.items())
        for name, template in sorted(named, key=itemgetter(0)):
            for data in (name.encode(), template.headers, *template.pieces):
                found.update(b"%d:" % len(data) + data)
        return found.hexdigest()

    def letter(self, copy: Copy, subscriber: Subscriber) -> Letter:
        """Write one reader's letter."""
        audience, _, area = copy.edition.partition("/")
        token = quote(subscriber.token, safe="")
        to = Recipient(
            address=wire(subscriber.address),
            message_id=copy.message_id,
            way_out=self.way_out.replace("{token}", token) if token else "",
            name=subscriber.name,
        )
        return Letter(copy.address, to.address, self.editions[Readers(audience, area)].message(to))


@dataclass(slots=True)
class Mailing:
    """An issue and everybody who is to get it."""

    issue: Issue
    readers: dict[str, Subscriber] = field(default_factory=dict)
    """By key, in the order of the list."""
    copies: list[Copy] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Who is not in it, as the list writes them, and why."""

    @classmethod
    def to(cls, issue: Issue, members: Iterable[Subscriber]) -> Mailing:
        """Choose each member's edition, and leave out who cannot get one."""
        made = cls(issue)
        for member in members:
            why = made._add(member)
            if why:
                made.left_out.append((member.address, why))
        return made

    def letter(self, copy: Copy) -> Letter:
        """Write one reader's letter."""
        return self.issue.letter(copy, self.readers[copy.address])

    def reasons(self) -> Counter[str]:
        """Count who is left out, by why."""
        return Counter(why for _, why in self.left_out)

    def __iter__(self) -> Iterator[Copy]:
        """Give the copies."""
        return iter(self.copies)

    def _add(self, member: Subscriber) -> str:
        """Add a copy for a member, or say why there is none."""
        try:
            name = key(member.address)
        except NoAddress:
            return NO_ADDRESS
        if name in self.readers:
            return TWICE
        edition = edition_for(member, self.issue.editions)
        if edition is None:
            return NO_EDITION
        self.readers[name] = member
        identity = message_id(self.issue.name, name, self.issue.host)
        self.copies.append(Copy(name, identity, _name(edition)))
        return ""


def _name(readers: Readers) -> str:
    """Name an edition in the ledger."""
    return f"{readers.audience}/{readers.area}"
