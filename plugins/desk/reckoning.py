"""What is said of a mailing: in numbers and reasons, with no address; who it is stands in files of the data folder."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.delivery.composing import Mailing
from plugins.delivery.ledger import Copy
from plugins.delivery.states import State
from plugins.subscribers.folder import private_file

WORDS: Mapping[State, str] = {
    State.SENT: "sent",
    State.QUEUED: "waiting",
    State.DEFERRED: "put off, to be tried again",
    State.SENDING: "being sent",
    State.SUPPRESSED: "left out: they want no mail, or left the list",
    State.FAILED: "failed: the relay will not take them",
    State.UNCERTAIN: "uncertain: sent or not, nobody knows yet",
}
"""Each state as people say it, in the order in which they ask."""


def counted(counts: Mapping[State, int]) -> list[str]:
    """Say how many copies are in each state."""
    return [f"{counts[state]:>7,} {words}" for state, words in WORDS.items() if counts.get(state)]


def planned(mailing: Mailing, had: Mapping[str, State]) -> list[str]:
    """Say who would get what, and why others would not."""
    fresh = [copy for copy in mailing if copy.address not in had]
    editions = Counter(copy.edition.strip("/").replace("/", ", ") for copy in fresh)
    lines = [
        f"{number:>7,} would get {f'the edition for {name}' if name else 'it'}" for name, number in editions.items()
    ]
    out = mailing.reasons()
    out.update(f"already: {WORDS[had[copy.address]]}" for copy in mailing if copy.address in had)
    lines += [f"{number:>7,} left out: {why}" for why, number in out.most_common()]
    return lines or ["Nobody is on this list."]


def keep_plan(folder: Path, mailing: Mailing, had: Mapping[str, State]) -> Path:
    """Write who would get what into the data folder; give the file."""
    rows = [(copy.address, copy.edition.strip("/"), had.get(copy.address, "")) for copy in mailing]
    rows += [(address, "", why) for address, why in mailing.left_out]
    return _keep(folder / "reports" / f"{mailing.issue.name}-dry-run.csv", ("address", "edition", "why not"), rows)


def keep_report(folder: Path, issue: str, copies: Iterable[Copy]) -> Path:
    """Write what became of each copy into the data folder; give the file."""
    rows = ((copy.address, copy.state, copy.said, copy.tries, copy.changed_at, copy.message_id) for copy in copies)
    head = ("address", "state", "said", "tries", "changed", "message-id")
    return _keep(folder / "reports" / f"{issue}.csv", head, rows)


def _keep(path: Path, head: Iterable[str], rows: Iterable[Iterable[object]]) -> Path:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    words = io.StringIO()
    writer = csv.writer(words)
    writer.writerow(head)
    writer.writerows([_tame(str(value)) for value in row] for row in rows)
    private_file(path).write_text(words.getvalue(), "utf-8")
    return path


def _tame(value: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
