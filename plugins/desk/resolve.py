"""Settles copies whose end nobody knows, by a person's word."""

from __future__ import annotations

from argparse import Namespace

from plugins.delivery.ledger import Ledger
from plugins.delivery.locking import alone
from plugins.delivery.settling import resolve
from plugins.desk import mail
from plugins.desk.commands import WrongUse
from plugins.desk.endings import Exit
from plugins.subscribers import data_folder


def run(asked: Namespace) -> int:
    """Write down what became of copies; give an exit code of ``endings``. Raises WrongUse."""
    return mail.ended(_run, asked)


def _run(asked: Namespace) -> int:
    if bool(asked.who) == asked.all:
        raise WrongUse("Name copies by their Message-ID or address, or say --all. To see which there are: clnm status")
    if asked.failed and asked.sent:
        raise WrongUse("What failed was not sent: --failed goes with --again.")
    folder = data_folder()
    with alone(folder), Ledger(folder, asked.issue) as ledger:
        ledger.cut_off()
        settled = resolve(ledger, asked.who, was_sent=asked.sent, failed=asked.failed)
    if settled.sent:
        print(f"{len(settled.sent):,} now count as sent.")
    if settled.again:
        print(f"{len(settled.again):,} wait again. To send them: the same clnm send as before")
    if not settled.sent and not settled.again:
        print("There is no such copy to settle.")
        return Exit.STOPPED
    return Exit.DONE
