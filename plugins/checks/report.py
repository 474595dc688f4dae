"""What the checks say at their end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from plugins.model import Problem

MOST_OF_A_KIND = 10
"""After this many problems of one code, the rest are only counted."""


def say(wrong: Iterable[Problem], output: Path) -> bool:
    """Print what is wrong with a folder; say whether any of it should keep it off the web."""
    found = sorted(wrong)
    shown: Counter[str] = Counter()
    for problem in found:
        shown[problem.code] += 1
        if shown[problem.code] <= MOST_OF_A_KIND:
            sys.stderr.write(f"{'' if problem.stops else 'note: '}{output.name}/{problem}\n")
    for code, number in shown.items():
        if number > MOST_OF_A_KIND:
            sys.stderr.write(f"… and {number - MOST_OF_A_KIND} more of the same kind [{code}]\n")
    stopping = sum(problem.stops for problem in found)
    if stopping:
        sys.stderr.write(f"\n{stopping} {'thing' if stopping == 1 else 'things'} wrong in {output}.\n")
    return bool(stopping)
