"""How fast the processor is at this moment: a fixed piece of work that what a test may take is held against."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

_PAGE = "<p class='a'>word <b>bold</b> &amp; more</p>\n" * 400


def piece() -> float:
    """Do the piece of work, some milliseconds long; give its seconds of the processor's time."""
    began = time.process_time()
    HTMLParser().feed(_PAGE)
    return time.process_time() - began


@contextmanager
def settled() -> Iterator[None]:
    """Leave what a thousand tests before have left in memory out of the garbage collector's rounds.

    One such round is longer than most of what is timed, and it comes when it likes.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def within(pieces: int, seconds: float = 0.0) -> Iterator[None]:
    """See that something takes no more than so many pieces of work, and the seconds that it may take on any machine.

    The piece is done before and after, for a neighbour on the same processor may come or go.
    """
    slowest = piece()
    with settled():
        began = time.process_time()
        yield
        took = time.process_time() - began
    slowest = max(slowest, piece())
    assert took < seconds + pieces * slowest, f"It took {took:.2f} s, {took / slowest:.0f} pieces of work."
