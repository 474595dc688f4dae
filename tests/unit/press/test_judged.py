"""Whoever judges, one process or several, finds the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from plugins import source
from plugins.desk.serving.remembered import Remembered
from plugins.model import Problem
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


def test_a_record_brings_documents_before_the_judge_again_only_by_what_the_rules_read_of_it(tmp_path: Path) -> None:
    content, judged = tmp_path / "content", list[str]()
    shutil.copytree(ROOT / "content", content)
    memory = Remembered()

    def each(judge: Callable[[str], list[Problem]], names: Sequence[str]) -> Iterator[list[Problem]]:
        judged.extend(names)
        return map(judge, names)

    def brought_again() -> set[str]:
        judged.clear()
        reading = source.read(content, memory)
        found = list(found_problems(reading, library_of(reading, NOW, memory), memory, each, copies=False))
        stopping = {problem.path for problem in found if problem.stops}
        return {name for name in judged if f"{name.partition(':')[2]}.md" not in {Path(path).name for path in stopping}}

    assert brought_again()
    for file, line, other, anew in (
        ("supports", "hours: .*", "hours: On weekdays", False),
        ("supports", "last_checked: .*", "last_checked: 2026-11-02", False),
        ("supports", "phone: .*", "phone: 0808 157 0999", True),
        ("providers", "about: .*", "about: It lends kettles.", False),
        ("facts", "source: .*", "source: Another survey", False),
        ("facts", "text: .*[0-9].*", "text: 62 young people", True),
    ):
        records = content / f"data/{file}.yml"
        text = records.read_text("utf-8")
        records.write_text(re.sub(line, other, text), "utf-8")
        assert records.read_text("utf-8") != text
        assert bool(brought_again()) == anew, (file, line)
