"""Settles copies whose end nobody knows, by the log of the relay."""

from __future__ import annotations

import gzip
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from plugins.delivery.clock import now
from plugins.delivery.ledger import Ledger, issues
from plugins.delivery.locking import alone
from plugins.delivery.postfix_log import Log, read_log
from plugins.delivery.settling import reconcile
from plugins.desk import mail
from plugins.desk.commands import WrongUse
from plugins.desk.endings import Exit
from plugins.subscribers import data_folder


def run(asked: Namespace) -> int:
    """Read logs and settle what they know; give an exit code of ``endings``. Raises WrongUse."""
    return mail.ended(_run, asked)


def _run(asked: Namespace) -> int:
    log = read_log((line for name in asked.log for line in _lines(Path(name))), now())
    if log.first is None:
        raise WrongUse("There is not one line of Postfix in it. Only logs of Postfix are understood.")
    folder = data_folder()
    with alone(folder):
        wanted = [asked.issue] if asked.issue else [issue for issue, _ in issues(folder)]
        codes = [_settle(folder, issue, log) for issue in wanted]
    return max(codes, default=Exit.DONE)


def _settle(folder: Path, issue: str, log: Log) -> Exit:
    with Ledger(folder, issue) as ledger:
        ledger.cut_off()
        settled = reconcile(ledger, log)
    print(f"Issue {issue}: {len(settled.sent):,} were sent, {len(settled.again):,} were not and wait again.")
    if settled.missing:
        print(f"The log lacks {settled.missing:,} messages of its time that the relay did take: it has gaps.")
    if settled.open:
        print(f"{len(settled.open):,} stay uncertain: the log does not cover them. Give older and newer ones too.")
        return Exit.LOOK
    return Exit.LATER if settled.again else Exit.DONE


def _lines(path: Path) -> Iterator[str]:
    """Read a log, packed or not; what is no text is read as well as may be."""
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", errors="replace") as lines:
            yield from lines
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {error.strerror or 'it is not packed as its name says'}.") from None
