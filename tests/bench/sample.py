"""Measures the sample site: its first build with the pictures kept, and one with nothing changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.bench.generators import ENVIRONMENT, ROOT
from tests.bench.measuring import Sitting
from tests.bench.running import cost
from tests.bench.scenarios import COLD, NOTHING


def sample(sitting: Sitting) -> None:
    """Build the sample site with our press, until there are so many rounds."""
    found, folder = sitting.found, sitting.folder
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    for one in (one for one in sitting.generators if one.edits):
        cost(one.build, folder, ENVIRONMENT)
        for _ in range(found.rounds, sitting.rounds):
            load = os.getloadavg()[0]
            _forget(folder)
            for scenario in (COLD, NOTHING):
                found.costs[one.name, scenario].append(cost(one.build, folder, ENVIRONMENT))
            found.loads.append(load)
            sitting.keep()


def _forget(folder: Path) -> None:
    """Delete the output and all that builds keep, but for pictures, which lie elsewhere."""
    for name in ("output", ".output.press"):
        shutil.rmtree(folder / name)
