"""How much work a build is: cold, with nothing changed, and after one edit, as ratios of one run."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.corpus import write
from tests.site.press import NOW, ROOT

SIZE = 300
NOISE = 1.25
"""By so much do two equal builds differ on a busy machine."""


def cpu_seconds(content: Path, output: Path) -> float:
    """Build in a process of its own; give the CPU seconds (user and system) it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "plugins.desk", "build", "--content", str(content), "--output", str(output)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"AS_OF": NOW}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
def test_a_build_with_nothing_changed_is_no_more_work_than_a_cold_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, output = tmp_path / "content", tmp_path / "output"
    write(content, SIZE)
    cold = cpu_seconds(content, output)
    nothing = cpu_seconds(content, output)
    story = content / "stories/item-1.md"
    story.write_text(story.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    edit = cpu_seconds(content, output)
    with capsys.disabled():
        print(f"\n{SIZE} documents, CPU seconds: cold {cold:.2f}, nothing changed {nothing:.2f}, one edit {edit:.2f}")
        print(f"cold / nothing changed {cold / nothing:.1f}, cold / one edit {cold / edit:.1f}")
    assert nothing < cold * NOISE
    assert edit < cold * NOISE
