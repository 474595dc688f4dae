"""What every command about mail needs: the folder of addresses, the lists, the relay, and how problems end it."""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
from argparse import Namespace
from collections.abc import Callable

from plugins.delivery.addresses import NoAddress
from plugins.delivery.database import Unknown
from plugins.delivery.ledger import Changed, HandedOver
from plugins.delivery.locking import Busy
from plugins.delivery.outlet import Outlet
from plugins.delivery.pace import Policy
from plugins.delivery.relay import NoRelay, relay
from plugins.delivery.smtp import Lost, Unusable
from plugins.desk.endings import Exit
from plugins.desk.outgoing import MustNotGo
from plugins.subscribers import NoFolder, Store, Subscriber, data_folder


class NoList(Exception):  # noqa: N818 - it names what was asked for
    """Nobody is on that list; the message says what to do."""


_ENDS: dict[type[Exception], Exit] = {
    MustNotGo: Exit.STOPPED,
    Changed: Exit.STOPPED,
    HandedOver: Exit.STOPPED,
    Unknown: Exit.STOPPED,
    sqlite3.Error: Exit.STOPPED,
    NoFolder: Exit.WRONG_USE,
    NoList: Exit.WRONG_USE,
    NoRelay: Exit.WRONG_USE,
    NoAddress: Exit.WRONG_USE,
    Unusable: Exit.RELAY,
    Lost: Exit.RELAY,
    Busy: Exit.BUSY,
}


def ended(command: Callable[[Namespace], int], asked: Namespace) -> int:
    """Run a command; say in a sentence what stopped it, and give the exit code for that."""
    try:
        return command(asked)
    except tuple(_ENDS) as why:
        words = f"The relay cannot be reached, or hung up ({why})." if isinstance(why, Lost) else str(why)
        print(words, file=sys.stderr)
        return next(code for kind, code in _ENDS.items() if isinstance(why, kind))


def members(list_name: str) -> list[Subscriber]:
    """Give everybody who is on a list now, and may get what goes to it. Raises NoFolder and NoList."""
    found = list(Store(data_folder()).members(list_name))
    if not found:
        raise NoList(f"Nobody is on a list “{list_name}”. To see which lists there are: clnm subscribers list")
    return found


def outlet(sender: str, asked: Namespace) -> Outlet:
    """Give through what to send. Raises NoRelay."""
    return Outlet(
        relay=relay(os.environ),
        sender=sender,
        name=our_name(sender),
        policy=Policy(connections=asked.connections, rate=asked.rate),
    )


def our_name(sender: str) -> str:
    """Give what this machine calls itself: its own name if that is a whole one, or the sender's domain."""
    name = socket.gethostname()
    return name if "." in name and name.isascii() else sender.rpartition("@")[2]
