"""The serving desk as an editor runs it: a save is in the output before anything is built, and it ends in peace."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.property.small_site import ROOT, Site
from tests.sites import taken

PATIENCE = 120
"""Seconds, on a machine that does much else."""
STORY, PAGE = "content/stories/third-keys.md", "output/stories/third-keys/index.html"
LATER = "This was written later."


class Served:
    """A site that is served, and what the desk says of it."""

    def __init__(self, site: Site, running: subprocess.Popen[str]) -> None:
        """Hear what the process says from now on."""
        self.site, self.running = site, running
        self._said: queue.Queue[str] = queue.Queue()
        assert running.stdout
        self._hearing = threading.Thread(target=self._hear, args=(running.stdout,), daemon=True)
        self._hearing.start()

    def _hear(self, out: IO[str]) -> None:
        for line in out:
            self._said.put(line)

    def wait(self, words: str) -> None:
        """Wait for a line with these words."""
        heard: list[str] = []
        while not heard or not re.search(words, heard[-1]):
            try:
                heard.append(self._said.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"{words!r} was not said, but {heard}")

    def rest(self) -> str:
        """End it as a system does, and give what it says then."""
        self.running.terminate()
        assert self.running.wait(PATIENCE) == 0
        self._hearing.join(PATIENCE)
        return "".join(self._said.get() for _ in range(self._said.qsize()))

    def add(self, words: str) -> None:
        self.site.put(STORY, self.site.files[STORY] + f"\n{words}\n".encode())


@pytest.fixture
def served(small_home: Site, tmp_path: Path) -> Iterator[Served]:
    """Serve a site, and wait until each save is seen by itself: those of the first moments may be seen as one."""
    site = taken(small_home, tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "plugins.desk", "serve", "--port", "0"],
        cwd=tmp_path, env={**os.environ, "AS_OF": site.as_of, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    with running:
        found = Served(site, running)
        found.wait("See it at")
        found.add("It begins.")
        found.wait("Changed")
        found.wait("unchanged")
        yield found
        running.kill()


@pytest.mark.slow
def test_a_save_is_in_the_output_before_anything_is_built_and_a_mistake_is_not(served: Served) -> None:
    served.add(LATER)
    served.wait("Changed: third-keys.md")
    at_once = (served.site.root / PAGE).read_bytes()
    assert LATER.encode() in at_once
    served.site.put(STORY, served.site.files[STORY].replace(b"title:", b"title: Oh:", 1))
    served.wait("second colon")
    assert (served.site.root / PAGE).read_bytes() == at_once


@pytest.mark.slow
def test_it_ends_in_peace_while_a_build_goes_on(served: Served) -> None:
    served.add(LATER)
    served.wait("Changed: third-keys.md")
    assert served.rest().strip() == "Stopped."


@pytest.mark.slow
def test_a_broken_template_is_told_and_the_desk_goes_on(served: Served) -> None:
    base, before = "theme/templates/base.html", (served.site.root / PAGE).read_bytes()
    whole = served.site.files[base]
    served.site.put(base, whole.replace(b"</", b"{{ nothing.there }}</", 1))
    served.wait(r"^theme/templates/base\.html:\d+: Nothing can be drawn with this")
    served.wait("Changed: base.html")
    assert (served.site.root / PAGE).read_bytes() == before
    served.site.put(base, whole)
    served.wait("Changed: base.html")
    served.add(LATER)
    served.wait("Changed: third-keys.md")
    assert LATER.encode() in (served.site.root / PAGE).read_bytes()
