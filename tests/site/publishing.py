"""A small site that is published again and again, and readers who look at it all the while."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.property.small_site import Site, small_site
from tests.site.forge import Ended, Forge

CONF = """\
from pelicanconf import *
OUTPUT_PATH = "public"
SITENAME = "Generation {generation}"
PLUGINS = [room for room in PLUGINS if room != "plugins.editions"]
EXAMPLES_ALLOWED = True
COMPRESSED = {compressed}
KEPT_RELEASES = 2
{more}
"""
GENERATION = re.compile(rb"Generation (\d+)")
OLD = 1_700_000_000_000_000_000
"""A time long ago, in nanoseconds since 1970."""
ASSET = re.compile(rb'(?:src|href)="((?:\.\./)*static/[^"]+)"')


def published_site(root: Path) -> Site:
    """Write a small site that can be published."""
    site = small_site(root)
    settle(site, 1)
    return site


def settle(site: Site, generation: int, more: str = "", *, compressed: bool = False) -> None:
    """Write the settings that it is published with; every page says its generation."""
    site.put("publishconf.py", CONF.format(generation=generation, more=more, compressed=compressed).encode())


def grow_old(site: Site) -> None:
    """Make all that editors wrote older than what a build opens again, because it may have changed since."""
    for name in site.files:
        os.utime(site.root / name, ns=(OLD, OLD))


def publish(forge: Forge, site: Site, *words: str, dies_at: int = 0) -> Ended:
    """Publish in a process of its own."""
    return forge.run(site.root, "publish", *words, dies_at=dies_at)


def files(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def holding(root: Path, words: str) -> list[str]:
    """Give every file below a folder, hidden or not, whose bytes hold words."""
    found = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path.relative_to(root).as_posix() for path in found if words.encode() in path.read_bytes())


@dataclass
class Readers:
    """Readers who open pages by the link as fast as they can, and note whatever should not be."""

    link: Path
    pages: Sequence[str]
    pause: float = 0.0
    """In seconds, between two visits."""
    reads: int = 0
    wrong: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        """Let two of them begin."""
        self._threads = [threading.Thread(target=self._read, args=(number,)) for number in range(2)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let them end."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, turn: int) -> None:
        newest = 0
        while not self._stop.is_set():
            turn += 1
            page = self.pages[turn * 7 % len(self.pages)]
            newest = max(newest, self._visit(page, newest))
            self._stop.wait(self.pause)

    def _visit(self, page: str, newest: int) -> int:
        """Open a page, and then what it needs, as a browser does; give its generation."""
        self.reads += 1
        try:
            data = self.get(page)
        except OSError as error:
            self.wrong.append(f"{page} is missing: {error}")
            return newest
        said = {int(found) for found in GENERATION.findall(data)}
        if not data.rstrip().endswith(b"</html>"):
            self.wrong.append(f"{page} is cut")
        if len(said) != 1 or min(said) < newest:
            self.wrong.append(f"{page} is of {said}, after {newest}")
        for asset in ASSET.findall(data):
            try:
                self.get(asset.decode().replace("../", ""))
            except OSError:
                self.wrong.append(f"{asset.decode()}, which {page} needs, is missing")
        return max(said, default=newest)

    def get(self, path: str) -> bytes:
        """Fetch a file of the site. Raises OSError where it is not there."""
        return (self.link / path).read_bytes()
