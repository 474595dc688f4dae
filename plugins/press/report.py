"""What a build says at its end: every problem with its way out, or what was done."""

from __future__ import annotations

import posixpath
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.library.changes import Change
from plugins.model import Level, Problem
from plugins.model.clock import day_in_words, time_in_words
from plugins.press.floor import Printed

NAMED = 5
"""So many things that change at one instant are named."""
MARKS = {Level.ERROR: "", Level.OVERDUE: "overdue: ", Level.WARNING: "note: "}

FEW_NOTES = 5
"""So many notes on words are printed after a build; nothing waits for them."""
MOST_OF_A_KIND = 10
"""After this many problems of one code, the rest are only counted."""


def tell(problems: Iterable[Problem], folder: str = "") -> bool:
    """Print problems in the order of the files; say whether any of them stops publishing.

    ``folder`` is put before their paths, so that a terminal can open them.
    """
    found = sorted(set(problems))
    shown: Counter[str] = Counter()
    for problem in found:
        shown[problem.code] += 1
        if shown[problem.code] <= MOST_OF_A_KIND or not problem.code:
            mark = MARKS[problem.level]
            _say(f"{mark}{_in(folder, problem)}")
    for code, number in shown.items():
        if code and number > MOST_OF_A_KIND:
            _say(f"… and {number - MOST_OF_A_KIND} more of the same kind [{code}]")
    stopping = sum(problem.stops for problem in found)
    if stopping:
        things = "1 thing" if stopping == 1 else f"{stopping} things"
        _say(f"\n{things} to put right. Nothing was published; what was there before is untouched.")
    elif found:
        _say(f"\n{len(found)} to look at when you have time.")
    return bool(stopping)


def notes(found: Iterable[Problem], folder: str) -> None:
    """Print the first notes on words, and where the others are."""
    found = list(found)
    for problem in found[:FEW_NOTES]:
        _say(f"note: {_in(folder, problem)}")
    if len(found) > FEW_NOTES:
        _say(f"… and {len(found) - FEW_NOTES} more notes on how words read: clnm check")


def done(printed: Printed, opened: int, seconds: float) -> None:
    """Print what a run did, in one line: what became of files, how many were opened and drawn, in how many seconds."""
    written, kept, removed = len(printed.written), len(printed.kept), len(printed.deleted)
    told = f"{written} files written, {kept} unchanged, {removed} removed."
    sys.stdout.write(f"{told} {opened} opened, {printed.drawn} drawn, in {seconds:.1f} seconds.\n")


def begun_anew(broken: Path) -> str:
    """Say that where documents were shown is written down from now on only."""
    return (
        "The history of where each document was shown could not be read, so it was begun anew: a takedown\n"
        f"does not know where something was before. The old file is kept as {broken}."
    )


def coming(changes: Sequence[Change]) -> str:
    """Say when something next changes by itself, and what; the changes are all at one instant."""
    if not changes:
        return "Nothing will ever change by itself."
    moment = changes[0].moment
    when = f"{day_in_words(moment.date(), weekday=True)}, {time_in_words(moment)}"
    told = [f"{change.name} {change.what}" for change in changes[:NAMED]]
    told += [f"{len(changes) - NAMED} more"] if len(changes) > NAMED else []
    return f"Next change by itself: {when}: {', '.join(told)}."


def _in(folder: str, problem: Problem) -> Problem:
    return replace(problem, path=posixpath.join(folder, problem.path))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
