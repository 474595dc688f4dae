"""Looks whether mail from the site's address will arrive, and says what to put right."""

from __future__ import annotations

import asyncio
import os
from argparse import Namespace
from collections.abc import Iterator

from plugins.delivery.advice import Advice, Health
from plugins.delivery.checkup import of_domain, of_relay, of_way_out
from plugins.delivery.names import Resolver
from plugins.delivery.outlet import Outlet
from plugins.delivery.relay import relay
from plugins.delivery.smtp import Waits
from plugins.desk import mail
from plugins.desk.commands import WrongUse
from plugins.desk.endings import Exit
from plugins.desk.outgoing import WAY_OUT
from plugins.desk.project import Project, project
from plugins.editions.signing import SELECTOR, NoKey, signer

QUICK = Waits(connect=15, reply=30, end=30)


def run(asked: Namespace) -> int:
    """Print what was found; give 1 where something must be put right. Raises WrongUse."""
    return mail.ended(_run, asked)


def _run(asked: Namespace) -> int:
    found = project(asked.settings)
    sender = str(found.facts.get("CONTACT_EMAIL", ""))
    if "@" not in sender:
        raise WrongUse(f"{found.settings} has no CONTACT_EMAIL, so nobody knows who mail is from.")
    print(f"Mail from {sender}:")
    worst = Health.WELL
    for advice in _advice(found, sender, asked):
        print(advice)
        worst = max(worst, advice.health, key=list(Health).index)
    words = {
        Health.WELL: "All is well, as far as it can be seen from here.",
        Health.LOOK: "Mail will go out. Look at what is marked so when you have time.",
        Health.MEND: "What is marked “mend” will cost you readers. Put it right, then ask again.",
    }
    print(words[worst])
    return Exit.STOPPED if worst is Health.MEND else Exit.DONE


def _advice(found: Project, sender: str, asked: Namespace) -> Iterator[Advice]:
    try:
        names, key = Resolver(asked.nameserver), signer()
    except (ValueError, NoKey) as why:
        raise WrongUse(str(why)) from None
    selector = asked.selector or os.environ.get(SELECTOR, "").strip()
    ours = key.public if key and key.selector == selector else ""
    yield from of_domain(sender.rpartition("@")[2].lower(), names, selector, ours)
    yield of_way_out(str(found.facts.get(WAY_OUT, "")))
    if not asked.no_relay:
        yield asyncio.run(of_relay(Outlet(relay(os.environ), sender, mail.our_name(sender), waits=QUICK)))
