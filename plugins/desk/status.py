"""Says how far each issue is, in numbers; who it is about goes into the data folder, if asked."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path

from plugins.delivery.ledger import Copy, Ledger, issues
from plugins.delivery.states import WAITING, State
from plugins.desk import mail
from plugins.desk.commands import WrongUse
from plugins.desk.endings import Exit
from plugins.desk.reckoning import counted, keep_report
from plugins.handover import claimed
from plugins.subscribers import data_folder

NAMED = 20
"""So many uncertain messages are named."""


def run(asked: Namespace) -> int:
    """Print the state of one issue, or of all; give an exit code of ``endings``. Raises WrongUse."""
    return mail.ended(_run, asked)


def _run(asked: Namespace) -> int:
    folder = data_folder()
    lists = dict(issues(folder))
    wanted = [asked.issue] if asked.issue else list(lists)
    if not wanted:
        print("No issue was sent from here yet.")
    codes = [_tell(folder, issue, lists.get(issue, ""), save=asked.save) for issue in wanted]
    return max(codes, default=Exit.DONE)


def _tell(folder: Path, issue: str, list_name: str, *, save: bool) -> Exit:
    given = claimed(folder, issue)
    if given:
        print(f"Issue {issue} was handed over to {given.engine} on {given.at}{given.id and f', as {given.id}'}.")
        return Exit.DONE
    if not list_name:
        raise WrongUse(f"Issue {issue} was not sent from here. To see what was: clnm status")
    with Ledger(folder, issue) as ledger:
        counts, copies = ledger.counts(), ledger.copies()
    print(f"Issue {issue}, to the list {list_name}:")
    print("\n".join(counted(counts)))
    _explain(copies)
    if save:
        print(f"Each of them: {keep_report(folder, issue, copies)}")
    if any(counts.get(state) for state in WAITING):
        return Exit.LATER
    return Exit.LOOK if counts.get(State.UNCERTAIN) or counts.get(State.FAILED) else Exit.DONE


def _explain(copies: list[Copy]) -> None:
    """Say why copies failed, and name those that are uncertain by their Message-ID, which the relay's log has too."""
    reasons = Counter(copy.said for copy in copies if copy.state is State.FAILED)
    for said, number in reasons.most_common():
        print(f"Failed, {number:,}: {said}")
    uncertain = [copy.message_id for copy in copies if copy.state is State.UNCERTAIN]
    for name in uncertain[:NAMED]:
        print(f"Uncertain: {name}")
    if len(uncertain) > NAMED:
        print(f"and {len(uncertain) - NAMED:,} more")
    if uncertain:
        print("To settle them: clnm reconcile, with your relay's log, or clnm resolve")
