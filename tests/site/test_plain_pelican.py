"""Whoever begins a build, it looks for what may not be seen: a plain run of Pelican ends as the desk's does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk.project import project
from plugins.desk.serving.backstage import Backstage
from plugins.disk.locking import alone
from tests.property.small_site import Site
from tests.samples import lay, text
from tests.site.forge import Forge
from tests.site.press import NOW, ROOT
from tests.sites import taken

SAID = "Nobody but my sister and the cat knew that I kept the old door key."
ABOUT = "content/pages/about.md"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Lay out a small site with a story that its teller has paused, and with the product's own settings."""
    lay(tmp_path)
    hidden = text("story", SAID, title="A paused week", consent={"status": "paused"})
    (tmp_path / "content/stories/paused.md").write_text(hidden, "utf-8")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def began(home: Path, settings: str = "pelicanconf.py") -> subprocess.Popen[str]:
    """Begin a build as Pelican's own documentation says."""
    return subprocess.Popen(
        [sys.executable, "-m", "pelican", "content", "-s", settings],
        cwd=home, env=os.environ | {"AS_OF": NOW, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def quote(home: Path) -> str:
    """Let a page say what the paused story says; give the page as it was."""
    before = (home / ABOUT).read_text("utf-8")
    (home / ABOUT).write_text(f"{before}\n{SAID}\n", "utf-8")
    return before


@pytest.mark.parametrize(("settings", "output"), [("pelicanconf.py", "output"), ("publishconf.py", "public")])
def test_words_that_may_not_be_seen_end_it_with_1_until_they_are_gone(home: Path, settings: str, output: str) -> None:
    whole = quote(home)
    for _ in range(2):
        running = began(home, settings)
        _, told = running.communicate()
        assert running.returncode == 1, told
        assert f"{output}/about/index.html: The line" in told
        assert "content/stories/paused.md may not be seen there" in told
        assert "Do not put this online." in told
        assert "my sister" not in told
    (home / ABOUT).write_text(whole, "utf-8")
    running = began(home, settings)
    _, told = running.communicate()
    assert running.returncode == 0, told


LATE = f"""
from pathlib import Path
from pelican import signals

def register():
    signals.finalized.connect(leave, weak=False)

def leave(pelican):
    Path(pelican.output_path, "late.html").write_text({SAID!r}, "utf-8")
"""


def test_what_somebody_elses_plugin_leaves_at_the_very_end_is_looked_into(home: Path) -> None:
    (home / "late.py").write_text(LATE, "utf-8")
    with (home / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nPLUGINS += ["late"]\nSTATIC_PATHS = ["stories"]\n')
    running = began(home)
    _, told = running.communicate()
    assert running.returncode == 1, told
    assert "output/late.html: The line" in told
    assert "output/stories/paused.md: The line" in told


def test_a_setting_of_a_wrong_type_is_told_in_words(home: Path) -> None:
    with (home / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nLANGUAGE = 5\n")
    running = began(home)
    _, told = running.communicate()
    assert running.returncode == 1
    assert "the settings: LANGUAGE: This is 5, and must be a text. [T03]" in told
    assert "Traceback" not in told


def test_a_clean_one_waits_for_another_build_and_ends_with_0(home: Path) -> None:
    with alone(home / ".output.press/lock", pytest.fail):
        running = began(home)
        assert running.stderr
        assert "Another build of this site is going on" in running.stderr.readline()
        assert not (home / "output").exists()
    _, told = running.communicate()
    assert running.returncode == 0, told
    assert (home / "output/about/index.html").is_file()


def test_a_page_that_was_served_before_it_was_built_is_looked_into(
    forge: Forge, small_home: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = taken(small_home, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AS_OF", site.as_of)
    hidden = text("story", SAID, title="A paused week", consent={"status": "paused"})
    site.put("content/stories/paused.md", hidden.encode())
    assert forge.run(site.root).code == 0
    desk = Backstage(project("pelicanconf.py"))
    assert not [one for one in desk.look() if one.stops]
    site.put(ABOUT, site.files[ABOUT] + f"\n{SAID}\n".encode())
    assert desk.look(["pages/about.md"]) == []
    assert SAID in (site.root / "output/about/index.html").read_text("utf-8")
    ended = forge.run(site.root)
    assert ended.code == 1, ended.said
    assert "about/index.html: The line" in ended.said
