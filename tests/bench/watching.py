"""Measures what an editor waits for: from saving a file to new bytes of its page on the disk, everything warm."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from tests.bench.generators import ENVIRONMENT
from tests.bench.scenarios import Site

PATIENCE = 600
"""Seconds to wait for a page before it is said that none came."""
LOOK = 0.0005
"""Seconds between two looks at the disk: by so much may a figure be too high."""
REST = 1.0
"""Seconds of rest before each edit, so that watchers have settled."""


class Silent(RuntimeError):  # noqa: N818 - it names what happened
    """No new page came."""


def delays(site: Site, edits: int) -> list[float]:
    """Start a generator's watcher and edit one story some times; give the seconds until its page had each edit."""
    item = site.some("story", 1)
    page = site.folder / "output" / item.url.strip("/") / "index.html"
    found: list[float] = []
    page.unlink(missing_ok=True)
    with _watcher(site) as watcher:
        _wait(watcher, page, b"<html")
        for number in range(edits):
            time.sleep(REST)
            mark = f"Edit number {number} of this run"
            changed = replace(item, body=f"{item.body}\n\n{mark}.")
            began = time.perf_counter()
            site.write(changed)
            _wait(watcher, page, mark.encode())
            found.append(time.perf_counter() - began)
    return found


@contextmanager
def _watcher(site: Site) -> Iterator[subprocess.Popen[bytes]]:
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


def _wait(watcher: subprocess.Popen[bytes], page: Path, words: bytes) -> None:
    """Wait until a file holds words. Raises Silent if it never does."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end and watcher.poll() is None:
        try:
            if words in page.read_bytes():
                return
        except FileNotFoundError:
            pass
        time.sleep(LOOK)
    raise Silent(f"{page} does not hold {words!r}; the watcher ended, or {PATIENCE} seconds were not enough.")
