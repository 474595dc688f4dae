"""Whoever judges, one process or several, finds the same."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from plugins import source
from plugins.press import workers
from plugins.press.judged import found_problems
from plugins.press.porch import library_of
from tests.samples import NOW

ROOT = Path(__file__).resolve().parents[3]


def test_copies_of_the_process_find_what_one_finds_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEWEST", 1)
    for folder in ("stories", "newsletters", "areas", "data"):
        shutil.copytree(ROOT / "content" / folder, tmp_path / folder)
    reading = source.read(tmp_path)
    library = library_of(reading, NOW)
    alone = list(found_problems(reading, library, source.Blank()))
    together = list(found_problems(reading, library, source.Blank(), partial(workers.each, "Judging")))
    assert alone == together
    assert {problem.code for problem in alone} >= {"A06"}
