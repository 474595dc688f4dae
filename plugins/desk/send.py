"""Sends an issue: as a proof to whoever checks it, as a trial on paper, or to everybody on a list."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from plugins.delivery.composing import Mailing
from plugins.delivery.delivering import Objection, deliver
from plugins.delivery.ledger import UNWANTED, Ledger
from plugins.delivery.locking import alone
from plugins.delivery.outlet import Outlet
from plugins.delivery.proofs import proofs, send_proofs
from plugins.delivery.sending import Ending, Sending, Why
from plugins.delivery.states import WAITING, State
from plugins.desk import mail
from plugins.desk.commands import WrongUse
from plugins.desk.endings import Exit
from plugins.desk.outgoing import MustNotGo, Outgoing, outgoing
from plugins.desk.project import Project, project
from plugins.desk.reckoning import counted, keep_plan, planned
from plugins.desk.watching import objection
from plugins.subscribers import Store, data_folder

_ENDINGS = {
    Why.ASKED: Exit.INTERRUPTED,
    Why.RELAY: Exit.RELAY,
    Why.CONTENT: Exit.STOPPED,
    Why.DISK: Exit.STOPPED,
}
_HAD = frozenset(State) - frozenset(WAITING) - {State.SUPPRESSED}


def run(asked: Namespace) -> int:
    """Send; give an exit code of ``endings``. Raises WrongUse."""
    return mail.ended(_run, asked)


def _run(asked: Namespace) -> int:
    if bool(asked.to) == bool(asked.list) or (asked.dry_run and not asked.list):
        raise WrongUse("Say to whom: --to you@example.org for a proof, --list NAME for everybody (--dry-run to see).")
    found = project(asked.settings, asked.content, asked.output)
    ready = outgoing(found, asked.issue)
    if asked.to:
        return _proof(ready, asked)
    mailing = Mailing.to(ready.issue, mail.members(asked.list))
    if asked.dry_run:
        return _show(ready, mailing, asked.list)
    return _send(found, ready, mailing, asked)


def _proof(ready: Outgoing, asked: Namespace) -> int:
    letters = proofs(ready.issue, asked.to)
    refused = asyncio.run(send_proofs(mail.outlet(ready.sender, asked), letters))
    for why in refused:
        print(f"The relay did not take a proof: {why}.", file=sys.stderr)
    print(f"{len(letters) - len(refused)} sent, marked [Proof]. Nobody on a list has got anything.")
    return Exit.RELAY if refused else Exit.DONE


def _show(ready: Outgoing, mailing: Mailing, list_name: str) -> int:
    folder = data_folder()
    mailing.left_out += [(address, UNWANTED) for address in Store(folder).leavers(list_name)]
    with Ledger(folder, ready.issue.name) as ledger:
        had = {copy.address: copy.state for copy in ledger.copies(*_HAD)}
        before = ledger.digest()
    _describe(ready)
    print("\n".join(planned(mailing, had)))
    if had and before != ready.issue.digest:
        print("Some readers may have it already, in other words: it would be refused.")
    print(f"Who: {keep_plan(folder, mailing, had)}\nNothing was sent.")
    return Exit.DONE


def _describe(ready: Outgoing) -> None:
    """Say what would go out."""
    sizes = [edition.size for edition in ready.issue.editions.values()]
    print(f"Issue {ready.issue.name}: {ready.newsletter.subject}")
    print(f"From {ready.sender}; {len(sizes)} edition{'s' * (len(sizes) > 1)}, {max(sizes):,} bytes at the most.")
    print("It is as the content stands now, and nothing in it may not be sent.")


def _send(found: Project, ready: Outgoing, mailing: Mailing, asked: Namespace) -> int:
    way = mail.outlet(ready.sender, asked)
    if ready.newsletter.example and not way.relay.here:
        raise MustNotGo("This is sample content. It goes to a list only through a relay on this machine.")
    folder = data_folder()
    with alone(folder), Ledger(folder, ready.issue.name) as ledger:
        ledger.begin(ready.issue.digest, asked.list, mailing)
        waiting = len(ledger.copies(*WAITING))
        if waiting and not _confirmed(ready, mailing, waiting):
            print("Nothing was sent.")
            return Exit.STOPPED
        ending = _deliver(ledger, way, mailing, objection(found, ready)) if waiting else Ending()
        return _told(ledger, ending, folder)


def _confirmed(ready: Outgoing, mailing: Mailing, waiting: int) -> bool:
    _describe(ready)
    print("\n".join(f"{number:>7,} left out: {why}" for why, number in mailing.reasons().most_common()))
    name = ready.issue.name
    print(
        f"It goes to {waiting:,} reader{'s' * (waiting > 1)}, and cannot be called back. Type {name} to send it: ",
        end="",
    )
    sys.stdout.flush()
    typed = sys.stdin.readline().strip()
    if not sys.stdin.isatty():
        print()
    return typed == name


def _deliver(ledger: Ledger, way: Outlet, mailing: Mailing, ask: Objection) -> Ending:
    """Send, and show how far it is; where nobody looks, nothing is shown."""
    console = Console()
    waiting = len(ledger.copies(*WAITING))
    columns = (
        TextColumn("Sending"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=waiting, rate="")

        def look(sending: Sending) -> None:
            speed = progress.tasks[0].speed
            how = f"{speed:,.0f} a second" if speed else ""
            if sending.trouble:
                how = f"the relay is slow or busy ({sending.trouble})"
            progress.update(task, completed=waiting - sending.left, rate=how)

        return asyncio.run(deliver(ledger, way, mailing, look, ask)).ending


def _told(ledger: Ledger, ending: Ending, folder: Path) -> int:
    """Say how it ended, and give the code for that."""
    counts = ledger.counts()
    if ending.said:
        print(ending.said, file=sys.stderr)
    print("\n".join(counted(counts)))
    if ending.why in _ENDINGS:
        print("To go on: the same command again. Nobody gets it twice.", file=sys.stderr)
        return _ENDINGS[ending.why]
    if any(counts.get(state) for state in WAITING):
        print("Some wait. Run the same command again later.")
        return Exit.LATER
    if counts.get(State.UNCERTAIN) or counts.get(State.FAILED):
        print(f"To see which: clnm status {ledger.issue} --save (into {folder})")
        return Exit.LOOK
    return Exit.DONE
