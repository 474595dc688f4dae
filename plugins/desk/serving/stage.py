"""Any file of the site, drawn when it is asked for, from what the content folder holds now."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from blinker import ANY

from plugins.desk.project import Project, moment
from plugins.desk.serving.remembered import Remembered
from plugins.desk.serving.seeing import Seeing, staged
from plugins.library import Entry, Library
from plugins.model import Problem
from plugins.press import Artefact, Drawn, Wanted, unpacked
from plugins.press.judged import found_problems
from plugins.press.porch import library_of, printing
from plugins.source import Reading, read
from plugins.view import Site

PAGES = "plugins.pages"
ROOMS = Path(__file__).resolve().parents[2]


def code_mark() -> int:
    """Stand for the code as it lies on the disk: the youngest of its files."""
    return max((path.stat().st_mtime_ns for path in ROOMS.rglob("*.py")), default=0)


class Stage:
    """The site at one instant, for one pair of eyes. It may be asked by several threads."""

    def __init__(self, found: Project, library: Library) -> None:
        """Take a project and what is on its shelves; nothing is drawn yet."""
        self.library = library
        self.output = found.output
        self._found = found
        self._lock = threading.RLock()
        self._made: dict[str, bytes] = {}
        self._wanted: dict[str, Artefact | Drawn] = {}
        self._rooms: list[Callable[..., Iterable[Wanted]]] = sorted(
            printing.receivers_for(ANY), key=lambda room: getattr(room, "__module__", "") != PAGES
        )

    def file(self, path: str) -> bytes | None:
        """Give a file's bytes, or None for one that the site does not have. Raises CannotMake."""
        with self._lock:
            one = self._planned(path)
            if isinstance(one, Drawn) and path not in self._made:
                self._made[path] = one.draw(one.seen.of(self.library)[0])
        if isinstance(one, Artefact) and path not in self._made:
            self._made[path] = one.make()  # pictures take long, and nobody else waits for them
        return self._made.get(path)

    def paths(self) -> list[str]:
        """Give the paths of all files that the site has."""
        with self._lock:
            self._planned("")
            return list(self._wanted)

    def at(self, path: str) -> Entry | None:
        """Give the entry whose page is at a path of the output."""
        url = "/" + path.removesuffix("index.html")
        return next((entry for entry in self.library.entries.values() if entry.url == url), None)

    def _planned(self, path: str) -> Artefact | Drawn | None:
        """Ask one room after the other, that of the pages first, until one has a file of this path."""
        while path not in self._wanted and self._rooms:
            room = self._rooms.pop(0)
            for one in unpacked(room(self.library, site=Site.of(self._found.facts), theme=self._found.theme)):
                self._wanted.setdefault(one.path, one)
        return self._wanted.get(path)


class Backstage:
    """Reads the content again when told to, and gives a stage for whatever somebody wants to see of it."""

    def __init__(self, found: Project) -> None:
        """Take a project; its rooms are told to answer the press."""
        self.found = found
        self.memory = Remembered()
        self._reading: Reading | None = None
        self._stages: dict[Seeing, Stage] = {}
        self._lock = threading.RLock()
        self.retired = False
        self.code = code_mark()
        for room in found.facts.get("PLUGINS", []):
            if room != "plugins.press":
                importlib.import_module(room).register()

    def look(self) -> list[Problem]:
        """Read the content and give what is wrong; what is shown changes only where nothing stops it."""
        reading = read(self.found.content, self.memory)
        self.memory.looked()
        library = library_of(reading, moment(), self.memory)
        found = sorted(found_problems(reading, library, self.memory))
        if not self.retired and not any(problem.stops for problem in found):
            with self._lock:
                self._reading, self._stages = reading, {}
        return found

    def retire(self) -> None:
        """Draw no more: the code has changed, and this process has the old one."""
        with self._lock:
            self._reading, self._stages, self.retired = None, {}, True

    def stage(self, seeing: Seeing) -> Stage | None:
        """Give the site as it is to be seen; None before the content was whole for the first time."""
        with self._lock:
            if self._reading is None:
                return None
            if seeing not in self._stages:
                as_of = seeing.moment(moment())
                reading = staged(self._reading, as_of) if seeing.early else self._reading
                self._stages[seeing] = Stage(self.found, library_of(reading, as_of, self.memory))
            return self._stages[seeing]

    def as_written(self, name: str) -> Entry | None:
        """Give a document by its id as it is today, whatever somebody wants to see."""
        stage = self.stage(Seeing(early=False))
        return stage.library.entries.get(name) if stage else None


def within(folder: Path, path: str) -> Path | None:
    """Give a file of a folder by its path in it; None for what is not there, or not in it."""
    found = (folder / path).resolve()
    return found if found.is_file() and found.is_relative_to(folder.resolve()) else None
