"""A build that would do nothing is not begun, and one that would do something always is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples
from tests.site.press import NOW, ROOT

OLD = 1_700_000_000_000_000_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a small site whose files are all old."""
    samples.lay(tmp_path)
    for path in (tmp_path / "content").rglob("*.md"):
        os.utime(path, ns=(OLD, OLD))
    return tmp_path


def build(project: Path, as_of: str = NOW) -> tuple[str, bool]:
    """Build in a process of its own; give what it said and whether it loaded Pelican to say so."""
    command = [sys.executable, "-X", "importtime", "-m", "plugins.desk", "build"]
    command += ["--content", str(project / "content"), "--output", str(project / "output")]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"AS_OF": as_of}, check=False, capture_output=True, text=True
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout, " pelican\n" in done.stderr


def settled(project: Path) -> None:
    """Build until there is nothing to do: files of the press's own may be too young at first."""
    state = project / ".output.press/preflight.json"
    assert build(project)[1]
    later = max(path.stat().st_mtime_ns for path in (ROOT / "plugins").rglob("*.py")) + 10_000_000_000
    os.utime(state, ns=(later, later))


def test_a_second_build_loads_nothing_and_says_what_the_first_would(project: Path) -> None:
    settled(project)
    said, loaded = build(project)
    assert not loaded
    assert said.startswith("0 files written, ")
    assert "Next change by itself" in said
