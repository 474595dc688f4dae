"""After an edit of words alone, Pelican is not loaded, and the site is the one that it would have made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples
from tests.site.press import NOW, ROOT

OLD = 1_700_000_000_000_000_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a small site, with settings of its own."""
    samples.lay(tmp_path)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8").replace('"theme"', f'"{ROOT / "theme"}"')
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    os.utime(tmp_path / "pelicanconf.py", ns=(OLD, OLD))
    return tmp_path


def imported(project: Path) -> frozenset[str]:
    """Build in a process of its own; give the names of all that was loaded for it."""
    command = [sys.executable, "-X", "importtime", "-m", "plugins.desk", "build"]
    environment = os.environ | {"AS_OF": NOW, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return frozenset(line.rpartition("|")[2].strip() for line in done.stderr.splitlines())


def build(project: Path) -> tuple[dict[str, bytes], bool]:
    """Build; give the site, and whether Pelican was loaded for it."""
    loaded = "pelican" in imported(project)
    found = (path for path in (project / "output").rglob("*") if path.is_file())
    site = {path.relative_to(project).as_posix(): path.read_bytes() for path in found}
    return site, loaded


def begun(project: Path) -> None:
    """Build once, long after the last change of the code."""
    assert build(project)[1]
    later = max(path.stat().st_mtime_ns for path in (ROOT / "plugins").rglob("*.py")) + 10_000_000_000
    os.utime(project / ".output.press/settled", ns=(later, later))


def say_more(project: Path) -> None:
    path = project / "content/stories/first-keys.md"
    path.write_text(f"{path.read_text('utf-8')}\nOne more sentence.\n", "utf-8")


def test_other_words_need_no_pelican_and_make_what_it_would_make(project: Path) -> None:
    begun(project)
    say_more(project)
    found, loaded = build(project)
    assert not loaded
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".output.press")
    assert build(project) == (found, True)


@pytest.mark.parametrize("changed", ["PUBLISHER = 'Somebody else'\n", "SITEURL = 'https://new.example.org/'\n"])
def test_other_settings_need_pelican(project: Path, changed: str) -> None:
    begun(project)
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(changed)
    assert build(project)[1]


def test_settings_that_pelican_completes_are_always_given_to_it(project: Path) -> None:
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace("SITENAME =", "OTHER ="), "utf-8")
    assert build(project)[1]
    assert not (project / ".output.press/settled").exists()


def test_somebody_elses_plugin_is_never_left_out(project: Path) -> None:
    (project / "strange.py").write_text("def register(): pass\n", "utf-8")
    settings = project / "pelicanconf.py"
    settings.write_text(f"{settings.read_text('utf-8')}\nPLUGINS += ['strange']\n", "utf-8")
    assert build(project)[1]
    assert not (project / ".output.press/settled").exists()


def test_a_strangers_file_in_the_site_is_known_the_next_time(project: Path) -> None:
    begun(project)
    (project / "output/notes").mkdir()
    (project / "output/notes/mine.txt").write_text("Mine.", "utf-8")
    build(project)
    state = project / ".output.press/preflight.json"
    os.utime(state, ns=(later := state.stat().st_mtime_ns + 10_000_000_000, later))
    assert "plugins.press" not in imported(project)
    (project / "output/notes/mine.txt").write_text("Mine, too.", "utf-8")
    assert "plugins.press" in imported(project)
