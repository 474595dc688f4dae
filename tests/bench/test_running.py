"""What a run cost is its own cost: not that of whoever runs it, and not that of what ran before."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.running import Broken, cost

MIB = 1024 * 1024
HELD = 200
"""MiB that are held while something small runs, or that it takes itself."""


def run(code: str, folder: Path) -> float:
    """Give the peak of a Python program in MiB."""
    return cost([sys.executable, "-I", "-S", "-c", code], folder, {}).peak


def test_memory_is_counted_of_what_runs_and_not_of_whoever_runs_it(tmp_path: Path) -> None:
    held = b"x" * (HELD * MIB)
    small = run("pass", tmp_path)
    assert small < HELD / 2
    assert run(f"held = b'x' * {len(held)}", tmp_path) > small + HELD * 0.9


def test_processor_time_is_counted_of_all_that_a_command_starts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    assert cost([sys.executable, "-c", code], tmp_path, {}).cpu >= 0.3


def test_what_a_command_said_is_told_when_it_fails(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="no flour"):
        cost([sys.executable, "-c", "import sys; sys.exit('no flour')"], tmp_path, {})
    with pytest.raises(Broken, match="nothing-of-this-name"):
        cost(["nothing-of-this-name"], tmp_path, {})
