"""The generators that are measured, ours among them: how each is laid out, run, watched and edited."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version as installed
from pathlib import Path

from tests.bench import tools
from tests.bench.corpus import NOW, Item, Setting, lay
from tests.bench.peers import laying
from tests.bench.peers.plain import Titles, body, front

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {
    "AS_OF": NOW,
    "PYTHONPATH": str(ROOT),
    "PYTHONDONTWRITEBYTECODE": "",  # an editor's machine keeps what Python compiled
    "ELEVENTY_ENV": "production",
}


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator. Its commands run in the folder that ``lay`` has filled, and leave the site in ``output``."""

    name: str
    version: str
    lay: Callable[[Path, Setting], None]
    text: Callable[[Item, Titles], str]
    """Writes one document in the generator's own format."""
    build: list[str]
    template: str
    """The template of one kind of page, which an edit changes."""
    watch: list[str] = field(default_factory=list)
    """Watches the folder and builds after each change; empty where it cannot."""
    profile: tuple[str, ...] = ()
    """Words with which a build says how long each of its phases takes; empty where it cannot."""
    edits: bool = False
    """Whether it does less work after an edit than for a whole site, so that each sort of edit is measured."""


def generators(names: list[str]) -> tuple[list[Generator], dict[str, str]]:
    """Give the generators of these names, and why others of them cannot be had on this machine."""
    found, missing = [], {}
    for name in names:
        try:
            found.append(MAKERS[name]())
        except tools.Missing as reason:
            missing[name] = str(reason)
    return found, missing


def clear(folder: Path, kept: set[str]) -> None:
    """Delete what builds have left in a folder, caches too; ``kept`` was there before the first."""
    for path in folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def files(output: Path) -> dict[str, tuple[int, int]]:
    """Give what tells each file of an output from a newer one in its place."""
    stamps = ((path, path.stat()) for path in _walk(output))
    return {str(path.relative_to(output)): (at.st_ino, at.st_mtime_ns) for path, at in stamps}


def _walk(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file())


def _free_port() -> str:
    """Give a port that nobody listens on at the moment."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return str(asked.getsockname()[1])


def _lay_ours(folder: Path, setting: Setting) -> None:
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    lay(folder / "content", setting)


def _ours() -> Generator:
    desk = [sys.executable, "-m", "plugins.desk"]
    return Generator(
        name="CLNM Press",
        version="as it stands",
        lay=_lay_ours,
        text=lambda item, _: item.text,
        build=[*desk, "build"],
        template="theme/templates/story.html",
        watch=[*desk, "serve", "--port", _free_port()],
        profile=("--profile",),
        edits=True,
    )


def _pelican() -> Generator:
    return Generator(
        name="Pelican",
        version=installed("pelican"),
        lay=laying.pelican,
        text=lambda item, titles: laying.pelican_front(item, front(item)) + body(item, titles),
        build=[sys.executable, "-m", "pelican", "--settings", "pelicanconf.py", "--quiet"],
        template="theme/templates/article.html",
    )


def _eleventy() -> Generator:
    command = tools.eleventy()
    return Generator(
        name="Eleventy",
        version=tools.version(command),
        lay=laying.eleventy,
        text=lambda item, titles: laying.eleventy_front(item, front(item)) + body(item, titles),
        build=command,
        template="_includes/document.njk",
        watch=[*command, "--watch"],
    )


def _hugo() -> Generator:
    command = tools.hugo()
    return Generator(
        name="Hugo",
        version=tools.version(command),
        lay=laying.hugo,
        text=lambda item, titles: laying.hugo_front(item, front(item)) + body(item, titles),
        build=[*command, "--quiet", "--noBuildLock"],
        template="layouts/_default/single.html",
        watch=[*command, "server", "--port", _free_port(), "--destination", "output", "--noBuildLock"],
    )


MAKERS: dict[str, Callable[[], Generator]] = {
    "ours": _ours,
    "pelican": _pelican,
    "eleventy": _eleventy,
    "hugo": _hugo,
}
