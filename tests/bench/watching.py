"""Measures what an editor waits for: from saving a file to new bytes of its page on the disk, everything warm."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.corpus import Item
from tests.bench.generators import ENVIRONMENT
from tests.bench.scenarios import Site

PATIENCE = 600
"""Seconds to wait for a page before it is said that none came."""
LOOK = 0.0005
"""Seconds between two looks at the disk: by so much may a figure be too high."""
AWAKE, ENOUGH = 60.0, 2
"""Seconds after which a watcher that is not ready yet is given another edit, and edits that show that it is ready."""
REST = 4.0
"""Seconds of rest before each edit, so that watchers have settled."""


class Silent(RuntimeError):  # noqa: N818 - it names what happened
    """No new page came."""


def delays(site: Site, edits: int) -> list[float]:
    """Start a generator's watcher and edit one story some times; give the seconds until its page had each edit.

    Raises Silent where a page never comes.
    """
    story = Story(site, site.some("story", 1))
    found: list[float] = []
    with watcher(site) as running:
        wake(story, running)
        for number in range(edits):
            time.sleep(REST)
            began = time.perf_counter()
            if not story.edit(f"number {number}", PATIENCE):
                raise Silent(f"{story.page} is still as it was after {PATIENCE} seconds.")
            found.append(time.perf_counter() - began)
    return found


def wake(story: Story, running: subprocess.Popen[bytes]) -> None:
    """Edit a story until two edits in a row were noticed: the first may have been read by the first build."""
    noticed, number = 0, 0
    while noticed < ENOUGH:
        number += 1
        noticed = noticed + 1 if story.edit(f"while it wakes, {number}", AWAKE) else 0
        if running.poll() is not None:
            raise Silent("The watcher has ended.")


@dataclass
class Story:
    """A story that is edited, and its page."""

    site: Site
    item: Item

    @property
    def page(self) -> Path:
        """Give the file of its page."""
        return self.site.folder / "output" / self.item.url.strip("/") / "index.html"

    def save(self, mark: str) -> str:
        """Write a sentence into the story, and give it."""
        sentence = f"This was edited {mark}."
        self.site.write(replace(self.item, body=f"{self.item.body}\n\n{sentence}"))
        return sentence

    def edit(self, mark: str, patience: float) -> bool:
        """Write a sentence into the story; say whether its page has it before patience, in seconds, ends."""
        sentence = self.save(mark)
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            with suppress(FileNotFoundError):
                if sentence.encode() in self.page.read_bytes():
                    return True
            time.sleep(LOOK)
        return False


@contextmanager
def watcher(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    """Run a watcher in a group of its own, and end all of it."""
    running = subprocess.Popen(
        site.generator.watch,
        cwd=site.folder,
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGINT)
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
