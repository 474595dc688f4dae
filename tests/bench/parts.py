"""The parts of the bench: each is measured and kept by itself, and named as on the command line (``mix-10000``)."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench import opening, photo
from tests.bench.corpus import Setting
from tests.bench.generators import Generator
from tests.bench.keeping import keep
from tests.bench.measuring import Measured, Sitting, measure
from tests.bench.sample import sample
from tests.bench.scenarios import LARGE, laid
from tests.bench.watching import delays

PARTS = (
    "sample",
    "mix-1000",
    "photo",
    "watch-1000",
    "opened-1000",
    "mix-10000",
    "letters-667",
    "watch-10000",
    "mix-100000",
)
"""What the goals need, the quickest first."""
WATCHED = 7
"""Edits of which the median is a watcher's figure."""


def measured(part: str, found: Measured, every: Sequence[Generator], folder: Path, rounds: int) -> None:
    """Measure a part in a folder until there are so many rounds of it, and keep each. Raises ValueError for no part."""
    how = _how(part)
    found.versions |= {one.name: one.version for one in every}
    sitting = Sitting(every, folder, rounds, found, partial(keep, part, found))
    how(sitting)
    sitting.keep()


def _how(part: str) -> Callable[[Sitting], None]:
    kind, _, size = part.partition("-")
    if not size and kind in ALONE:
        return ALONE[kind]
    if size.isdecimal() and int(size) and kind in OF_A_SIZE:
        setting = Setting(int(size), pictures=kind == "pictures", letters=kind == "letters")
        return partial(OF_A_SIZE[kind], setting)
    message = f"There is no part “{part}”. Parts are {', '.join(PARTS)}, and the same with other numbers of documents."
    raise ValueError(message)


def _builds(setting: Setting, sitting: Sitting) -> None:
    who = [one for one in sitting.generators if one.edits or setting.size < LARGE]
    measure(setting, replace(sitting, generators=who))


def _watch(setting: Setting, sitting: Sitting) -> None:
    figures = sitting.found.figures
    for one in sitting.generators:
        if one.watch and one.name not in figures:
            site = laid(one, sitting.folder / one.name.replace(" ", "-"), setting)
            figures[one.name] = delays(site, WATCHED)
            print(f"  {one.name}: {statistics.median(figures[one.name]) * 1000:.1f} ms", flush=True)
            sitting.keep()


ALONE: dict[str, Callable[[Sitting], None]] = {"sample": sample, "photo": photo.measure}
OF_A_SIZE: dict[str, Callable[[Setting, Sitting], None]] = {
    "mix": _builds,
    "pictures": _builds,
    "letters": _builds,
    "watch": _watch,
    "opened": opening.measure,
}
