"""Whether a build would change nothing: found out with the standard library alone, before anything heavy is loaded.

A build reads files, settings and the clock. If every file looks as it did before the last build began, every file
of the output looks as that build left it, and the clock has passed nothing that matters, then there is no work.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import stat
import sys
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from plugins.desk.project import Project

Made = tuple[int, int]
"""How a file of the output looks: when it changed, in nanoseconds since 1970, and how many bytes it has."""
FOLDER = -1
"""Stands for the size of a folder: it is younger once something was put into it or taken out."""
MOMENT = 2_000_000_000
"""Nanoseconds: a file that changed so shortly before a build may have changed again under the same time."""
_DONE = re.compile(r"(\d+) files written, (\d+) unchanged, \d+ removed\.(?: \d+ opened, .* seconds\.)?")
ROOMS = Path(__file__).resolve().parents[1]


class Tee(io.StringIO):
    """Passes on what is written, and keeps it."""

    def __init__(self, to: TextIO) -> None:
        """Take where to pass it on to."""
        super().__init__()
        self._to = to

    def write(self, text: str) -> int:
        """Write a text to both."""
        self._to.write(text)
        self._to.flush()
        return super().write(text)

    @property
    def text(self) -> str:
        """Give what was written."""
        return self.getvalue()


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build said: its summary, and its notes."""

    said: str
    noted: str


@dataclass(frozen=True, slots=True)
class Look:
    """How everything that a build reads looks."""

    mark: str
    newest: int
    """When the youngest file changed, in nanoseconds since 1970."""
    frame: str
    """Stands for all of it but the content and the time: code, settings, theme."""
    frame_newest: int


def look(found: Project) -> Look:
    """Look at everything that a build reads, but for the clock."""
    settings = found.settings.resolve().parent.glob("*conf.py")
    content, newest = _marks([found.content])
    frame, frame_newest = _marks([found.theme, ROOMS, *sorted(settings)])
    ours = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("CLNM_"))
    facts = repr(sorted((name, value) for name, value in found.facts.items() if name.isupper()))
    keys, keys_newest = _marks(_named_files(ours))
    around = _digest([sys.version, str(found.settings), facts, *_packages(), *ours, *keys, *frame])
    newest, frame_newest = max(newest, frame_newest, keys_newest), max(frame_newest, keys_newest)
    return Look(_digest([around, _as_of(), *content]), newest, around, frame_newest)


def _as_of() -> str:
    """Give the moment that somebody has named, as ``press.clock`` reads it; a blank is none."""
    return os.environ.get("AS_OF", "").strip()


def _named_files(settings: Iterable[str]) -> Iterator[Path]:
    """Give the files that settings of the environment name: a key may be another under the same name."""
    values = (setting.partition("=")[2].strip() for setting in settings)
    yield from (Path(value).resolve() for value in values if os.path.isfile(value))  # noqa: PTH113 - a value may be too long for a path


def _packages() -> Iterator[str]:
    """Mark the folders of packages: one is younger once a package came, went or changed its version."""
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):  # noqa: PTH112 - seldom there
            yield f"{folder} {os.stat(folder).st_mtime_ns}"  # noqa: PTH116


def recall(found: Project, before: Look) -> Known | None:
    """Give what the last build said, if another would do nothing; None if it must be done."""
    path = _path(found)
    try:
        kept = json.loads(path.read_text("utf-8"))
        now = time.time()  # noqa: TID251 - only to see whether the build would look at the clock and find no difference
        as_before = kept["read"] == before.mark and before.newest < path.stat().st_mtime_ns - MOMENT
        in_time = bool(_as_of()) or kept["from"] <= now < kept["until"]
        if as_before and in_time and kept["made"] == _mark(looks(kept["names"])) and kept["beside"] == _beside(found):
            return Known(kept["said"], kept["noted"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    with suppress(OSError):
        path.unlink()
    return None


def keep(  # noqa: PLR0913, PLR0917 - what a build saw and said
    found: Project,
    before: Look,
    said: str,
    noted: str,
    as_of: datetime,
    until: datetime,
    made: Mapping[str, Made] | None = None,
) -> None:
    """Keep what a build saw and said; ``before`` is the look from before it began.

    ``made`` says how everything in the output looks, files and folders; without it, the output is looked at.
    """
    if made is None:
        names = sorted(_everything(str(found.output)))
        made = dict(zip(names, looks(names), strict=True))
    kept = {
        "read": before.mark,
        "names": list(made),
        "made": _mark(made.values()),
        "beside": _beside(found),
        "from": as_of.timestamp(),
        "until": until.timestamp(),
        "said": _DONE.sub(_nothing, said).rstrip("\n"),
        "noted": noted,
    }
    with suppress(OSError):
        _path(found).write_text(json.dumps(kept), "utf-8")


def _nothing(done: re.Match[str]) -> str:
    return f"0 files written, {int(done[1]) + int(done[2])} unchanged, 0 removed."


def _path(found: Project) -> Path:
    return found.output.parent / f".{found.output.name}.press" / "preflight.json"


def _beside(found: Project) -> str:
    """Stand for how that looks which is kept beside the output."""
    beside = (path for path in _path(found).parent.glob("*") if path.is_file() and path != _path(found))
    return _digest(_marks(sorted(beside))[0])


def _mark(made: Iterable[Made]) -> str:
    """Stand for how files and folders look."""
    numbers = array("q")
    for look in made:
        numbers.extend(look)
    return hashlib.blake2b(numbers.tobytes(), digest_size=16).hexdigest()


def looks(names: Iterable[str]) -> Iterator[Made]:
    """Look at files and folders. Raises OSError where one is not there."""
    for name in names:
        seen = os.lstat(name)
        yield seen.st_mtime_ns, FOLDER if stat.S_ISDIR(seen.st_mode) else seen.st_size


def _everything(folder: str) -> Iterator[str]:
    """Give a folder and all that is in it, files and folders."""
    yield folder
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _everything(one.path)
            else:
                yield one.path


def _marks(places: Iterable[Path]) -> tuple[list[str], int]:
    """Give a mark for each file of some places, in order, and when the youngest of them changed.

    A mark tells when a file changed at all (ctime), too: that time nobody can set back.
    """
    found = sorted((path, seen) for place in places for path, seen in _files(str(place)))
    marks = [f"{path} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}" for path, seen in found]
    return marks, max((seen.st_mtime_ns for _, seen in found), default=0)


def _files(place: str, behind: set[str] | None = None) -> Iterator[tuple[str, os.stat_result]]:
    """Give every file of a place; where there is a link, also what is ``behind`` it, but each only once."""
    behind = set() if behind is None else behind
    try:
        with os.scandir(place) as found:
            for one in found:
                if one.is_dir(follow_symlinks=False):
                    if one.name != "__pycache__":
                        yield from _files(one.path, behind)
                    continue
                yield one.path, one.stat(follow_symlinks=False)
                if one.is_symlink() and (real := os.path.realpath(one.path)) not in behind:
                    behind.add(real)
                    yield from _files(real, behind)
    except NotADirectoryError:
        yield place, os.lstat(place)
    except FileNotFoundError:
        return


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
