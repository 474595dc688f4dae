"""Hands an issue over to an engine that sends it: listmonk, Amazon SES, Mailchimp or Buttondown."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from plugins import handover
from plugins.desk.building import build
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.editions.senders import SENDERS
from plugins.handover import NotToday, Package, Taken
from plugins.handover.listmonk import EngineSaid, Listmonk
from plugins.handover.pasting import STEPS, write
from plugins.subscribers import NoFolder, Store, data_folder
from plugins.subscribers.person import DEFAULT_LIST

ROOMS = ("plugins.press", "plugins.editions")
"""All that is needed to make the emails of today."""


def run(asked: Namespace) -> int:
    """Hand over, test or start; give 0 if it was done, 1 if it must not be. Raises WrongUse for what is missing."""
    found = project(asked.settings, asked.content, asked.output)
    try:
        folder = data_folder()
        if asked.forget:
            return _forget(asked, folder)
        handover.refuse_others(folder, asked.issue, asked.engine)
        if asked.engine == "listmonk":
            return _to_listmonk(asked, found, folder)
        made = _today(found, asked.issue, asked.engine)
        if asked.engine == "ses":
            return _to_ses(asked, found, folder, made)
        return _to_paste(asked, folder, made)
    except NoFolder as why:
        raise WrongUse(str(why)) from None
    except (NotToday, Taken, EngineSaid) as why:
        print(why, file=sys.stderr)
        return 1


def _today(found: Project, issue: str, engine: str) -> tuple[Package, ...]:
    """Make the issue's emails anew, from what the content and its consents say now. Raises NotToday."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = replace(found, output=Path(folder) / "output")
        with contextlib.redirect_stdout(io.StringIO()):
            build(fresh, f"PLUGINS={json.dumps(ROOMS)}", f"SENDERS={json.dumps([engine] if engine in SENDERS else [])}")
        return handover.packages(found.output, fresh.output, issue, engine)


def _to_listmonk(asked: Namespace, found: Project, folder: Path) -> int:
    engine = Listmonk.of(str(found.facts.get("LISTMONK_URL", "")))
    made = _today(found, asked.issue, asked.engine)
    lists = {package.name: _lists(package, found.facts, asked.list) for package in made}
    known = handover.claim(folder, asked.issue, asked.engine, moment())
    numbers = dict(pair.split("=") for pair in known.id.split())
    if not asked.start:
        for package in made:
            numbers[package.name] = engine.draft(package, lists[package.name], numbers.get(package.name, ""))
            handover.answered(folder, asked.issue, " ".join(f"{name}={number}" for name, number in numbers.items()))
    elif numbers.keys() != lists.keys():
        raise EngineSaid(f"There is no draft of each email yet: clnm handover {asked.issue} --to listmonk")
    elif not _typed(asked.issue, "start sending"):
        return 1
    for package in made:
        number = numbers[package.name]
        if asked.test:
            engine.test(package, lists[package.name], number, asked.test)
        if asked.start:
            engine.start(package, lists[package.name], number)
        done = "is being sent" if asked.start else "was sent as a test" if asked.test else "is a draft"
        print(f"{package.name} {done}: {engine.address}/admin/campaigns/{number}")
    return 0


def _lists(package: Package, facts: Mapping[str, object], given: list[str]) -> list[int]:
    """Give the numbers of the lists at listmonk that an edition goes to. Raises WrongUse where nobody said."""
    known = facts.get("LISTMONK_LISTS", {})
    found = given or (known.get(package.readers or "everybody", []) if isinstance(known, Mapping) else [])
    if not found or not all(str(number).isdecimal() for number in found):
        name = package.readers or "everybody"
        message = (
            f'Say to which lists of listmonk it goes: --list 3, or LISTMONK_LISTS = {{"{name}": [3]}} in the settings.'
        )
        raise WrongUse(message)
    return [int(number) for number in found]


def _to_ses(asked: Namespace, found: Project, folder: Path, made: tuple[Package, ...]) -> int:
    """Let Amazon send to a list of ours, each reader once; what an earlier run did stands."""
    if not find_spec("boto3"):
        message = "Amazon SES needs one package more: make extras"
        raise WrongUse(message)
    from plugins.handover.ses import Ses, Stopped, client  # noqa: PLC0415 - only those who use SES have boto3

    address = str(found.facts.get("SUBSCRIPTIONS_URL", "")).rstrip("/")
    if not address:
        message = "Amazon keeps no list for us, so people must be able to leave: set SUBSCRIPTIONS_URL."
        raise WrongUse(message)
    store, lists = Store(folder), asked.list or [DEFAULT_LIST]
    members = [member for name in lists for member in store.members(name)]
    try:
        engine = Ses(client(), store, folder, asked.issue, address)
        if asked.test:
            engine.test(made, asked.test)
            print(f"{asked.issue} was sent as a proof.")
        rate, left = engine.room()
        print(f"{len(members)} people on {', '.join(lists)}. SES takes {rate:g} a second and {left:,.0f} more today.")
        if not asked.start or not _typed(asked.issue, "start sending"):
            return 1 if asked.start else 0
        _claimed(asked, folder, made)
        done = engine.send(made, members, rate, moment())
    except Stopped as why:
        print(f"{why} To go on later: the same command.", file=sys.stderr)
        return 1
    print(", ".join(f"{number} {state}" for state, number in sorted(done.items())) or "Nobody is on the list.")
    return 1 if done["uncertain"] or done["failed"] else 0


def _claimed(asked: Namespace, folder: Path, made: tuple[Package, ...]) -> None:
    """Claim an issue for an engine, in these words only. Raises Taken where it has others already."""
    known = handover.claim(folder, asked.issue, asked.engine, moment())
    digest = _digest(made)
    if known.id not in {"", digest}:
        message = f"Issue {asked.issue} was given to {asked.engine} on {known.at[:10]}, in other words than today's."
        raise Taken(f"{message} If nobody got it: clnm handover {asked.issue} --to {asked.engine} --forget")
    handover.answered(folder, asked.issue, digest)


def _digest(made: tuple[Package, ...]) -> str:
    """Stand for all that readers are told."""
    return hashlib.sha256(repr(made).encode()).hexdigest()[:16]


def _to_paste(asked: Namespace, folder: Path, made: tuple[Package, ...]) -> int:
    """Write files to paste; the same ones again as often as wanted, others only after ``--forget``."""
    _claimed(asked, folder, made)
    places = [write(package, asked.engine, folder / "handed-over") for package in made]
    for place in places:
        print(place)
    print("\n".join(f"{number}. {step}" for number, step in enumerate(STEPS[asked.engine], 1)))
    return 0


def _forget(asked: Namespace, folder: Path) -> int:
    """Take back that an issue was handed over, on somebody's word that nobody got it."""
    if not _typed(asked.issue, f"say that nobody got it from {asked.engine}, and never will"):
        return 1
    gone = handover.forget(folder, asked.issue)
    print("It counts as not handed over." if gone else "It was not handed over.")
    return 0


def _typed(issue: str, what: str) -> bool:
    """Ask for the issue's name, so that nobody does it by a slip of the finger."""
    print(f"To {what}, type the issue's name: ", end="", flush=True)
    answer = sys.stdin.readline().strip()
    if answer != issue:
        print("\nThat is another name. Nothing was done.", file=sys.stderr)
    return answer == issue
