"""Keeps what was measured in ``.bench``, part by part, so that a run that is stopped goes on where it was."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench.measuring import Measured
from tests.bench.running import Cost
from tests.bench.tools import ROOT, cache

CODE = ("plugins", "theme", "pelicanconf.py", "tests/bench")
"""What decides a figure."""
BETWEEN = " · "
"""Stands between a generator and a scenario in the file."""


def kept(part: str, folder: Path | None = None) -> Measured:
    """Give what was measured of a part, or what nothing was measured of yet."""
    path = _path(part, folder)
    if not path.is_file():
        return Measured()
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    read = Measured(found["commit"], found["versions"], found["loads"], phases=found["phases"])
    for name, costs in found["costs"].items():
        read.costs[_pair(name)] = [Cost(**one) for one in costs]
    for name, changed in found["changed"].items():
        read.changed[_pair(name)] = changed
    read.figures |= found["figures"]
    return read


def keep(part: str, measured: Measured, folder: Path | None = None) -> None:
    """Write down what was measured of a part."""
    found = {
        "commit": measured.commit,
        "versions": measured.versions,
        "loads": measured.loads,
        "costs": {BETWEEN.join(pair): [asdict(one) for one in costs] for pair, costs in measured.costs.items()},
        "changed": {BETWEEN.join(pair): files for pair, files in measured.changed.items()},
        "figures": measured.figures,
        "phases": measured.phases,
    }
    _path(part, folder).write_text(json.dumps(found, indent=1), "utf-8")


def parts(folder: Path | None = None) -> list[str]:
    """Give the parts of which something is kept."""
    return sorted(path.stem for path in _folder(folder).glob("*.json"))


def commit() -> str:
    """Name the code that is measured: the last commit that changed it, its day, and whether it was changed since."""
    changed = ", changed since" if _git("status", "--porcelain", *CODE) else ""
    return f"{_git('log', '-1', '--format=%h of %cs', '--', *CODE) or 'unknown'}{changed}"


def _git(*words: str) -> str:
    command = [shutil.which("git") or "git", *words]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True).stdout.strip()


def _folder(folder: Path | None) -> Path:
    found = folder or cache() / "results"
    found.mkdir(exist_ok=True)
    return found


def _path(part: str, folder: Path | None) -> Path:
    return _folder(folder) / f"{part}.json"


def _pair(name: str) -> tuple[str, str]:
    generator, _, scenario = name.partition(BETWEEN)
    return generator, scenario
