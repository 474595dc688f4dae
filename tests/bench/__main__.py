"""Measures our press and its peers, part by part, prints the table of all that is kept, and writes docs/speed.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench.generators import MAKERS, ROOT, generators
from tests.bench.goals import Run
from tests.bench.keeping import commit, kept, parts
from tests.bench.measuring import Measured
from tests.bench.parts import PARTS, measured
from tests.bench.table import lines


def main() -> None:
    """Measure what is asked for, unless it is kept already; print everything that is kept."""
    asked = _asked()
    every, missing = generators(asked.generators)
    for part in [] if asked.kept else asked.parts or PARTS:
        found = kept(part)
        if asked.again or found.commit != commit():
            found = Measured(commit=commit())
        print(f"{part} …", flush=True)
        with tempfile.TemporaryDirectory(prefix="clnm-bench-", dir=asked.folder) as place:
            measured(part, found, every, Path(place), asked.rounds)
    order = {part: number for number, part in enumerate(PARTS)}
    known = {part: kept(part) for part in sorted(parts(), key=lambda part: (order.get(part, len(order)), part))}
    report = "\n".join(lines(Run(known, missing))) + "\n"
    print(report)
    if asked.write:
        (ROOT / "docs/speed.md").write_text(report, "utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"what to measure: {', '.join(PARTS)}, or with another number")
    parser.add_argument("--rounds", type=int, default=3, help="rounds in which the generators take turns")
    parser.add_argument("--generators", nargs="*", default=list(MAKERS), choices=list(MAKERS), help="who is measured")
    parser.add_argument("--again", action="store_true", help="begin anew, even if rounds of this commit are kept")
    parser.add_argument("--kept", action="store_true", help="measure nothing; print what is kept")
    parser.add_argument("--folder", type=Path, default=None, help="where to build; a temporary folder is made in it")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
