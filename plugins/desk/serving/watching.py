"""Notices, within milliseconds, what changes of all that the site is made of."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import watchfiles

from plugins.desk.preflight import Look, look
from plugins.desk.project import Project
from plugins.source.strays import kept_while_open

LOOK = 500
"""Milliseconds after which the settings are looked at, however quiet the folders are."""
SETTINGS, TIME, MEANWHILE = "the settings", "the time", "what was saved meanwhile"
STEP, LONGEST = 1, 200
"""Milliseconds without a change after which changes are one, and within which they are given however many come."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Files that changed, and what else did."""

    paths: frozenset[str] = frozenset()
    more: Sequence[str] = ()
    """What changed that is none of these files, in words."""

    def within(self, folder: Path) -> list[str] | None:
        """Give the changed files by their paths in a folder; None where more than they may have changed."""
        root = os.path.join(os.path.abspath(folder), "")  # noqa: PTH100, PTH118 - as it is written, links and all
        paths = [os.path.abspath(path) for path in self.paths]  # noqa: PTH100 - see above
        if self.more or not paths or not all(path.startswith(root) for path in paths):
            return None
        return sorted({path.removeprefix(root).replace(os.sep, "/") for path in paths})

    def __str__(self) -> str:
        """Name what changed; what an editing program left for a moment only counts where nothing else did."""
        every = [Path(path) for path in self.paths]
        names = {path.name for path in every if path.exists()} or {path.name for path in every}
        return ", ".join([*sorted(names), *self.more])


UNSURE = Changed()
"""Anything may have changed."""


def changes(
    found: Project,
    seen: Look | None,
    stop: threading.Event | None = None,
    late: Callable[[], bool] | None = None,
) -> Iterator[Changed]:
    """Give, each time that something changes which the site is made of, what did; until told to stop.

    ``seen`` is how everything looked before the build that went on until now: what was saved meanwhile has changed too.
    ``late`` says whether time alone has changed something.
    """
    folders = [folder for folder in (found.content, found.theme, Path("plugins")) if folder.is_dir()]
    before = _settings(found)
    watched = watchfiles.watch(
        *folders, stop_event=stop, rust_timeout=LOOK, yield_on_timeout=True, debounce=LONGEST, step=STEP
    )
    for every in watched:
        changed = [path for _, path in every if not kept_while_open(path)]
        more = []
        after = _settings(found)
        if after != before:
            more.append(SETTINGS)
            before = after
        if seen and seen != look(found):
            more.append(MEANWHILE)
        if late and late():
            more.append(TIME)
        if changed or more:
            yield Changed(frozenset(changed), more)
        seen = None


def _settings(found: Project) -> list[tuple[str, int]]:
    """Note when each settings file was written: editors replace files, and a watch on one file would lose it."""
    noted = []
    for path in sorted({found.settings, *found.settings.parent.glob("*conf.py")}):
        with suppress(FileNotFoundError):  # it may go, for a moment, at any
            noted.append((str(path), path.stat().st_mtime_ns))
    return noted
