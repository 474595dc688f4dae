"""Runs a program as an editor would, and says what it cost: CPU seconds, wall seconds, memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ALONE = Path(__file__).with_name("alone.py")


class Broken(RuntimeError):  # noqa: N818 - it names what happened
    """A program that was measured ended with an error."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: CPU (user and system, children too) and wall in seconds, peak memory in MiB."""

    cpu: float
    wall: float
    peak: float


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder. Raises Broken with what it said if it fails."""
    with tempfile.NamedTemporaryFile() as report:
        said([sys.executable, "-I", "-S", str(ALONE), report.name, *command], folder, environment)
        return Cost(*json.load(report))


def said(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Run a command in a folder and give what it said. Raises Broken if it fails."""
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise Broken(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def median(costs: Iterable[Cost]) -> Cost:
    """Give the median of each figure."""
    every = list(costs)
    return Cost(*(statistics.median(getattr(one, name) for one in every) for name in ("cpu", "wall", "peak")))


def spread(figures: Iterable[float]) -> float:
    """Say how far equal runs lie apart: the distance of the dearest from the cheapest, by the median."""
    every = list(figures)
    return (max(every) - min(every)) / statistics.median(every)
