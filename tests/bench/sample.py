"""Measures the sample site: its first build with the pictures kept, and one with nothing changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.generators import ENVIRONMENT, ROOT, Generator
from tests.bench.running import Cost, cost, median
from tests.bench.scenarios import COLD, NOTHING

PICTURES = ("picture", "image", "photo")
"""A folder of the caches with one of these words in its name keeps pictures."""


def sample(generator: Generator, folder: Path, rounds: int) -> dict[str, Cost]:
    """Build the sample site some times; give the median costs."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    cost(generator.build, folder, ENVIRONMENT)
    found: dict[str, list[Cost]] = {COLD: [], NOTHING: []}
    for _ in range(rounds):
        _forget(folder)
        for costs in found.values():
            costs.append(cost(generator.build, folder, ENVIRONMENT))
    return {name: median(costs) for name, costs in found.items()}


def _forget(folder: Path) -> None:
    """Delete the output and all that builds keep, but for pictures."""
    shutil.rmtree(folder / "output")
    for path in (folder / ".output.press").iterdir():
        if path.is_file():
            path.unlink()
        elif not any(word in path.name for word in PICTURES):
            shutil.rmtree(path)
