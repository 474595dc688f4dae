"""Sites that many tests look at: each is built once, for all the processes that run tests side by side."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import samples
from tests.property.small_site import INPUTS, Site, small_site
from tests.site.forge import Forge
from tests.site.press import ROOT, sample_site

CONF = "publishconf.py"
QUICKLY = "\nPICTURE_SPEED = 9 # so that pictures are those that were drawn already\n"


def once(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], None]) -> Path:
    """Give a folder that one of the processes filled; the others wait for it. Tests only look at it, or copy it."""
    shared = factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            fill(folder)
            done.touch()
    return folder


def copied(folder: Path, to: Path) -> Path:
    """Copy a site with all that builds have left beside it."""
    return shutil.copytree(folder, to, symlinks=True, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def forge() -> Iterator[Forge]:
    """Give what works in processes of their own."""
    with Forge() as found:
        yield found


@pytest.fixture(scope="session")
def long_home(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site with lists that have leaves: a hundred and twenty-two publications about money."""

    def fill(folder: Path) -> None:
        site = small_site(folder)
        for number in range(122):
            day, title = date(2024, 1, 1) + timedelta(7 * number), f"What we learned, part {number + 1}"
            summary = f"What {number + 1} of us said about money, and what came next."
            text = samples.text("publication", title=title, summary=summary, date=str(day), themes="[money]")
            site.put(f"content/publications/part-{number}.md", text.encode())
        ended = forge.run(folder)
        assert ended.code == 0, ended.said

    return once(tmp_path_factory, "long", fill)


@pytest.fixture(scope="session")
def home(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample site as an editor has it, with its theme and settings, built."""

    def fill(folder: Path) -> None:
        sample_site(folder)
        shutil.copytree(ROOT / "theme", folder / "theme")
        for name in ("pelicanconf.py", CONF):
            shutil.copy2(ROOT / name, folder)
        ended = forge.run(folder)
        assert ended.code == 0, ended.said

    return once(tmp_path_factory, "home", fill)


@pytest.fixture(scope="session")
def public_home(forge: Forge, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample site published as a demo: visitors see its ``public``."""

    def fill(folder: Path) -> None:
        copied(home, folder)
        with (folder / CONF).open("a", encoding="utf-8") as settings:
            settings.write(QUICKLY)
        ended = forge.run(folder, "publish", "--demo")
        assert ended.code == 0, ended.said

    return once(tmp_path_factory, "public-home", fill)


@pytest.fixture(scope="session")
def small_home(forge: Forge, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the small site with one document of each kind, built."""

    def fill(folder: Path) -> None:
        ended = forge.run(small_site(folder).root)
        assert ended.code == 0, ended.said

    return site_in(once(tmp_path_factory, "small-home", fill))


def site_in(folder: Path) -> Site:
    """Give the site that lies in a folder."""
    found = (folder / name for name in INPUTS)
    every = [path for place in found for path in (place.rglob("*") if place.is_dir() else [place]) if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in every}
    return Site(folder, files=files, writes=len(files))


def taken(site: Site, to: Path) -> Site:
    """Give a copy of a site, with all that builds have left beside it."""
    return Site(copied(site.root, to), site.as_of, dict(site.files), site.writes)
