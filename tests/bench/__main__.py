"""Measures our press and its peers, prints the table, and writes it to docs/speed.md where that is asked for."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.corpus import Setting
from tests.bench.generators import MAKERS, ROOT, Generator, generators
from tests.bench.goals import LARGE, LETTERS, MIX, SMALL, Run
from tests.bench.measuring import measure
from tests.bench.sample import sample
from tests.bench.scenarios import laid
from tests.bench.table import lines
from tests.bench.watching import delays

WATCHED = 7
"""Edits of which the median is a watcher's figure."""


def main() -> None:
    """Measure what is asked for."""
    asked = _asked()
    load = os.getloadavg()[0]
    every, missing = generators(asked.generators)
    ours = [one for one in every if one.edits]
    run = Run(missing=missing)
    with tempfile.TemporaryDirectory(prefix="clnm-bench-", dir=asked.folder) as place:
        folder = Path(place)
        for size in asked.sizes:
            who = every if size < LARGE else ours
            run.mixes[size] = measure(Setting(size, pictures=asked.pictures), who, folder / f"{size}", asked.rounds)
            shutil.rmtree(folder / f"{size}")
        if asked.letters:
            who = [one for one in every if one.name != "Eleventy"]
            run.letters = measure(Setting(asked.letters, letters=True), who, folder / "letters", asked.rounds)
        for size in asked.watch:
            _watch(run, every, size, folder / f"watch-{size}")
        if asked.sample and ours:
            (folder / "sample").mkdir()
            run.sample = sample(ours[0], folder / "sample", asked.rounds)
    report = "\n".join(lines(run, every, asked.rounds, load)) + "\n"
    print(report)
    if asked.write:
        (ROOT / "docs/speed.md").write_text(report, "utf-8")


def _watch(run: Run, every: Sequence[Generator], size: int, folder: Path) -> None:
    for one in every:
        if one.watch:
            site = laid(one, folder / one.name.replace(" ", "-"), Setting(size))
            run.watched[one.name, size] = statistics.median(delays(site, WATCHED))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[SMALL, MIX, LARGE], help="documents of the mix")
    parser.add_argument("--letters", type=int, default=LETTERS, help="long issues (0: none)")
    parser.add_argument("--watch", type=int, nargs="*", default=[SMALL, MIX], help="documents while watching")
    parser.add_argument("--rounds", type=int, default=3, help="rounds in which the generators take turns")
    parser.add_argument("--generators", nargs="*", default=list(MAKERS), choices=list(MAKERS), help="who is measured")
    parser.add_argument("--pictures", action="store_true", help="with pictures")
    parser.add_argument("--no-sample", dest="sample", action="store_false", help="without the sample site")
    parser.add_argument("--folder", type=Path, default=None, help="where to build; a temporary folder is made in it")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
