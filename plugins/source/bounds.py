"""How much a file may hold, and how long reading it may take: the one place that says so.

Python-Markdown needs many seconds for some small texts, and more stack than there is for others. So
what is slow is counted before it is read, with a plain refusal; and a clock stands behind the counts.
"""

from __future__ import annotations

import gc
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Made = TypeVar("Made")

LARGEST_FILE = 2_000_000
"""Bytes. More is no document that somebody wrote."""
LONGEST_FRONT = 16_000
"""Characters of front matter. More holds a text that belongs below it."""
LONGEST_BODY = 200_000
"""Characters of a body: about a hundred printed pages."""
MOST_LINES = 10_000
"""Lines of a body that hold something: more than those pages have. Each may be a heading or an item, which all that a
build does with a text goes through one by one."""
LONGEST_LINE = 20_000
"""Characters of one line."""
LONGEST_WORD = 2_000
"""Characters without a space between them; no address is longer, and what looks for names in words is slow in it."""
MOST_BRACKETS = 1_000
"""Opening square brackets in a body: Markdown looks for the end of each, so their cost grows with the square."""
MOST_BLOCKS = 500
"""Blocks in a body; their cost grows with the square as well."""
DEEPEST = 6
"""Levels of front matter: a field, a list in it, its items, and some to spare."""
DEEPEST_MARKS = 8
"""Quote and list marks one inside another on a line."""
WIDEST_INDENT = 40
"""Spaces before a line's text: ten levels of lists."""
LONGEST_DATA = 500_000
"""Characters of a data file: some two thousand records."""
SECONDS = 1.5
"""Of the processor's time, to read one file; the longest text that passes takes a sixth of it, most a hundredth."""
SECONDS_TO_SEE = 2.5
"""Of the processor's time, to look at one picture; 60 megapixels of AVIF or WebP take 1.9."""
SECONDS_TO_JUDGE = 0.75
"""Of the processor's time, to judge the words of one document."""
AGAIN = 0.25
"""Seconds after which the clock rings again, where what it interrupted took no notice."""

_LONG_NUMBER = re.compile(r"[ >]*\d{10,}[.)]")
_MARKS = re.compile(r" {0,60}(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+")
_MARK = re.compile(r">|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])")


class TooSlow(BaseException):
    """A file took more of the processor's time than any file may; no library that catches its own faults holds it."""


def bounded(do: Callable[[], Made], seconds: float | None = None) -> Made:
    """Give what a function gives. Raises TooSlow once it has used so many seconds of the processor, or SECONDS.

    Only the main thread of a Unix process has such a clock, each process its own; elsewhere the counts stand alone.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return do()
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        with _nothing_collected():
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, seconds or SECONDS, AGAIN)
                return do()
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooSlow:  # it may have come just before the clock was to be stopped
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        raise
    finally:
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Put off Python's search for circles: it passes all that the process holds, which is no file's own time."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _stop(number: int, frame: object) -> None:  # noqa: ARG001 - what signals bring
    raise TooSlow


def excesses(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Give what is too much in the lines of a body: the line's index (-1 for all), what it is, and what to do."""
    if sum(map(len, lines)) + len(lines) > LONGEST_BODY:
        yield -1, f"This text has more than {LONGEST_BODY:,} characters.", "Make several documents of it."
    if len(lines) > MOST_LINES and sum(map(bool, lines)) > MOST_LINES:
        yield -1, f"This text has more than {MOST_LINES:,} lines.", "Make several documents of it."
    brackets = 0
    for index, line in enumerate(lines):
        if not line:  # nearly every other one
            continue
        if len(line) > LONGEST_LINE:
            yield index, "This line is too long to read.", "Break it into paragraphs."
            continue
        for message, fix in _excesses_of(line):
            yield index, message, fix
        before, brackets = brackets, brackets + line.count("[")
        if before <= MOST_BRACKETS < brackets:
            yield index, f"This text has more than {MOST_BRACKETS:,} square brackets.", "Take out those nobody needs."


def _excesses_of(line: str) -> list[tuple[str, str]]:
    """Give what is too much in a line, and what to do."""
    found = []
    if len(line) > LONGEST_WORD and max(map(len, line.split())) > LONGEST_WORD:
        message = f"A word of this line has more than {LONGEST_WORD:,} letters."
        found.append((message, "Put spaces into it, or take it out."))
    if _LONG_NUMBER.match(line):
        message = "This line begins with a number that is too long for a list."
        found.append((message, "Put a backslash before its point."))
    marks = _MARKS.match(line)
    if marks and len(_MARK.findall(marks[0])) > DEEPEST_MARKS:
        found.append(("This line is nested too deeply to read.", "Use fewer > and list marks at its start."))
    if len(line) - len(line.lstrip()) > WIDEST_INDENT and line.strip():
        found.append(("This line is indented too deeply to read.", "Use fewer spaces at its start."))
    return found
