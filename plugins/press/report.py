"""What a build says at its end: every problem with its way out, or what was done."""

from __future__ import annotations

import posixpath
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from plugins.model import Problem
from plugins.press.floor import Printed

MOST_OF_A_KIND = 10
"""After this many problems of one code, the rest are only counted."""


def tell(problems: Iterable[Problem], folder: str = "") -> bool:
    """Print problems in the order of the files; say whether any of them stops publishing.

    ``folder`` is put before their paths, so that a terminal can open them.
    """
    found = sorted({replace(problem, path=posixpath.join(folder, problem.path)) for problem in problems})
    shown: Counter[str] = Counter()
    for problem in found:
        shown[problem.code] += 1
        if shown[problem.code] <= MOST_OF_A_KIND or not problem.code:
            mark = "" if problem.stops else "note: "
            _say(f"{mark}{problem}")
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


def done(printed: Printed) -> None:
    """Print what a run did, in one line."""
    written, kept, removed = len(printed.written), len(printed.kept), len(printed.deleted)
    sys.stdout.write(f"{written} files written, {kept} unchanged, {removed} removed.\n")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
