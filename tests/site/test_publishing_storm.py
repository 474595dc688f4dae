"""Whatever ends a publish, and whenever, two readers who never stop looking see one whole site after another."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.property.small_site import ROOT, Site
from tests.site.forge import Forge
from tests.site.publishing import Readers, files, holding, publish, settle
from tests.sites import taken

DEATHS, READS = 30, 20_000
FULL = """\
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.argv = ["clnm", "publish"]
runpy.run_module("plugins.desk", run_name="__main__")
"""
"""Publishes where no file can have more than 2,000 bytes."""
COMMAND = [sys.executable, "-m", "plugins.desk", "publish"]


@pytest.fixture
def site(first: Site, tmp_path: Path) -> Site:
    """Give a copy of it that a test may change."""
    return taken(first, tmp_path / "site")


def readers(site: Site, pause: float = 0.0) -> Readers:
    """Give two readers of every page that is always there."""
    pages = [path for path in files((site.root / "public").resolve()) if path.endswith(".html")]
    return Readers(site.root / "public", pages, pause)


def begin(site: Site, **environment: str) -> subprocess.Popen[str]:
    """Begin to publish, as an editor's machine does."""
    around = os.environ | {"AS_OF": "2026-11-21T12:00", "PYTHONPATH": str(ROOT)} | environment
    return subprocess.Popen(
        COMMAND, cwd=site.root, env=around, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def test_readers_see_one_whole_site_after_the_other(forge: Forge, site: Site) -> None:
    settle(site, 2)
    site.put("theme/static/js/reader.js", b"/* 2 */")
    with readers(site, pause=0.005) as found:
        assert publish(forge, site).code == 0
    assert found.wrong == []
    assert found.reads > 100


@pytest.mark.slow
def test_they_do_whenever_it_dies_and_the_next_publish_succeeds(site: Site) -> None:
    chance = random.Random("storm")  # noqa: S311 - the same moments each time, no secret
    begun = time.monotonic()
    settle(site, 2)
    assert begin(site).wait() == 0
    usual = time.monotonic() - begun
    ends: list[int] = []
    with readers(site) as found:
        for death in range(DEATHS):
            settle(site, 3 + death)
            site.put("theme/static/js/reader.js", f"/* {death} */".encode())
            running = begin(site)
            try:
                running.wait(chance.uniform(0.1, 1.0) * usual)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL if death % 2 else signal.SIGTERM)
            ends.append(running.wait())
            if death % 5 == 4:
                assert begin(site).wait() == 0
        while found.reads < READS:
            time.sleep(0.1)
    assert begin(site).wait() == 0
    assert found.wrong == []
    assert sum(code < 0 for code in ends) >= DEATHS // 2, ends
    print(f"{found.reads} reads, {sum(code < 0 for code in ends)} of {DEATHS} publishes died")  # noqa: T201 - a figure


def test_the_second_of_two_publishes_waits_and_says_so(site: Site) -> None:
    settle(site, 2)
    running = [begin(site) for _ in range(2)]
    said = [each.communicate()[0] for each in running]
    assert [each.returncode for each in running] == [0, 0], said
    assert any("Somebody else publishes this site right now" in words for words in said)
    assert (site.root / "public/index.html").read_text("utf-8").count("Generation 2")


def test_a_full_disk_is_said_and_leaves_the_old_site(site: Site) -> None:
    before = files((site.root / "public").resolve())
    settle(site, 2)
    full = [sys.executable, "-c", FULL]
    around = os.environ | {"AS_OF": "2026-11-21T12:00", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(full, cwd=site.root, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert files((site.root / "public").resolve()) == before
    assert begin(site).wait() == 0
    assert holding(site.root / "public", "Generation 1") == []


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("mount"), reason="who may do anything needs mount")
def test_a_folder_that_may_not_be_written_is_said_and_leaves_the_old_site(site: Site) -> None:
    before = files((site.root / "public").resolve())
    settle(site, 2)
    if os.geteuid() == 0:
        bound = subprocess.run(["mount", "--bind", "-o", "ro", site.root, site.root], check=False, capture_output=True)  # noqa: S607 - the machine's own
        if bound.returncode:
            pytest.skip("a folder cannot be made read-only for who may do anything here")
    else:
        site.root.chmod(0o500)
    try:
        running = begin(site)
        said = running.communicate()[0]
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", site.root], check=True)  # noqa: S607 - the machine's own
        else:
            site.root.chmod(0o700)
    assert running.returncode == 1, said
    assert "could not be written" in said
    assert "Traceback" not in said
    assert files((site.root / "public").resolve()) == before


def test_two_environments_publish_the_same_bytes(first: Site, tmp_path: Path) -> None:
    other = Site(tmp_path / "elsewhere and with a space")
    other.root.mkdir()
    first.copy(other.root)
    shutil.copy2(first.root / "publishconf.py", other.root)
    before = os.umask(0o077)
    try:
        running = begin(other, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")
    finally:
        os.umask(before)
    assert running.wait() == 0
    one, two = ((each.root / "public").resolve() for each in (first, other))
    assert files(one) == files(two)
    assert {path.relative_to(one): path.stat().st_mode for path in one.rglob("*")} == {
        path.relative_to(two): path.stat().st_mode for path in two.rglob("*")
    }
