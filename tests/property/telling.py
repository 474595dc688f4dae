"""Stories, lists of steps, that are told by their number: each alone or beside others, and counted as they end."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.press.code import code_digest

Step = tuple[str, int, int]
FIRST, MANY = int(os.environ.get("FIRST", "0")), int(os.environ.get("STORIES", "30"))
"""The number of the first story that is told, and how many are: several rows of them can be told at the same time."""
LEDGER = os.environ.get("LEDGER", "")
"""A file that notes each story as it ends well; a story in it is not told to the same code again."""
NUMBERS = range(41)
"""What a step may fall on."""


def numbered(number: int, names: Sequence[str], steps: range) -> tuple[Step, ...]:
    """Give the story of a number, the same each time: so many steps as a range allows, by their names."""
    chance = random.Random(number)  # noqa: S311 - to be told again, not to be guessed
    return tuple(
        (chance.choice(names), chance.choice(NUMBERS), chance.choice(NUMBERS)) for _ in range(chance.choice(steps))
    )


def each_number(test: Callable[..., None]) -> Callable[..., None]:
    """Let a slow test tell each story that is asked for, as a test of its own."""
    numbers = pytest.mark.parametrize("number", range(FIRST, FIRST + MANY), ids="story-{}".format)
    found: Callable[..., None] = pytest.mark.slow(numbers(test))
    return found


@contextmanager
def counted(row: str, number: int, story: Sequence[Step], note: Callable[[str, object], None]) -> Iterator[None]:
    """Count a story that is told inside of this, with its steps, in the summary of the run and in the ledger."""
    name = f"{code_digest()} {row} {number}:"
    if LEDGER and Path(LEDGER).exists() and name in Path(LEDGER).read_text("utf-8"):
        pytest.skip(f"{LEDGER} has it.")
    begun = time.perf_counter()
    try:
        yield
    except AssertionError as error:
        error.add_note(f"This was told as story {number}: {story}")
        raise
    said = f"{len(story)} steps, {time.perf_counter() - begun:.1f} seconds"
    note("story", (row, len(story)))
    if LEDGER:
        with Path(LEDGER).open("a", encoding="utf-8") as ledger:
            ledger.write(f"{name} {said}\n")
