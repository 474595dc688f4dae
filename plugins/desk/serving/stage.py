"""Any file of the site, drawn when it is asked for, from what the content folder holds now."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.desk.project import Project
from plugins.desk.serving.rooms import Room, rooms
from plugins.library import Entry, Library, Question
from plugins.press import Artefact, CannotMake, Drawn, Wanted, unpacked
from plugins.press.broken import in_theme, undrawn
from plugins.view import Site

Ask = Callable[[Room], Iterable[Wanted]]


@dataclass(slots=True)
class _Asked:
    """A room, and what it would make, as far as it was asked."""

    room: Room
    wanted: dict[str, Artefact | Drawn] = field(default_factory=dict)
    more: Iterator[Artefact | Drawn] | None = field(default=None)

    def one(self, path: str, ask: Ask) -> Artefact | Drawn | None:
        """Find what it would make of a path; what comes after it is not planned."""
        if path not in self.wanted:
            next((one for one in self._rest(ask) if one.path == path), None)
        return self.wanted.get(path)

    def every(self, ask: Ask) -> Iterable[str]:
        """Give the paths of all that it would make."""
        for _ in self._rest(ask):
            pass
        return self.wanted

    def forget(self) -> None:
        """Ask it again, when anything is wanted of it."""
        self.wanted, self.more = {}, None

    def _rest(self, ask: Ask) -> Iterator[Artefact | Drawn]:
        if self.more is None:
            self.more = unpacked(ask(self.room))
        try:
            for one in self.more:
                self.wanted[one.path] = one
                yield one
        except Exception:
            self.forget()  # who asks again is told again why not
            raise


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made, and what its view asked."""

    data: bytes
    questions: frozenset[Question] = frozenset()

    def shows(self, name: str) -> bool:
        """Say whether it may show the words of a document."""
        return any(what == "whole" and args == (name,) for _, what, args in self.questions)


class Stage:
    """The site at one instant, for one pair of eyes. It may be asked by several threads."""

    def __init__(self, found: Project, library: Library, site: Site) -> None:
        """Take a project, what is on its shelves and the site's facts; nothing is drawn yet."""
        self.library = library
        self.output = found.output
        self._site, self._theme = site, found.theme
        self._lock = threading.RLock()
        self._turn = 0
        self._made: dict[str, _Made] = {}
        self._rooms = [_Asked(room) for room in rooms(found)]

    def file(self, path: str) -> bytes | None:
        """Give a file's bytes, or None for one that the site does not have. Raises CannotMake, whatever went wrong."""
        try:
            return self._file(path)
        except CannotMake:
            raise
        except Exception as error:  # a template is a program, and may end in any way
            raise CannotMake(in_theme(error, self._theme) or undrawn(error, self._theme.name)) from error

    def _file(self, path: str) -> bytes | None:
        with self._lock:
            if path in self._made:
                return self._made[path].data
            one, turn = self._planned(path), self._turn
            if isinstance(one, Drawn):
                view, questions = one.seen.anew().of(self.library)
                self._made[path] = _Made(one.draw(view), questions)
                return self._made[path].data
        if one is None:
            return None
        made = _Made(one.make())  # pictures take long, and nobody else waits for them
        with self._lock:
            if turn == self._turn:
                self._made[path] = made
        return made.data

    def paths(self) -> list[str]:
        """Give the paths of all files that the site has."""
        with self._lock:
            return list(dict.fromkeys(path for asked in self._rooms for path in asked.every(self._ask)))

    def at(self, path: str) -> Entry | None:
        """Give the entry whose page is at a path of the output."""
        return self._by_url.get("/" + path.removesuffix("index.html"))

    @cached_property
    def _by_url(self) -> dict[str, Entry]:
        return {entry.url: entry for entry in self.library.entries.values()}

    def exchange(self, name: str) -> None:
        """Draw again what shows the words of a document, whose id is ``name`` and whose spine is as it was.

        What the room of the pages wants to make hangs on spines alone, so it need not be asked again.
        """
        with self._lock:
            self._turn += 1
            pages = self._rooms[0].wanted
            self._made = {path: made for path, made in self._made.items() if path in pages and not made.shows(name)}
            for asked in self._rooms[1:]:
                asked.forget()

    def _planned(self, path: str) -> Artefact | Drawn | None:
        """Ask one room after the other, that of the pages first, until one has a file of this path."""
        found = (asked.one(path, self._ask) for asked in self._rooms)
        return next((one for one in found if one is not None), None)

    def _ask(self, room: Room) -> Iterable[Wanted]:
        return room(self.library, site=self._site, theme=self._theme)


def within(folder: Path, path: str) -> Path | None:
    """Give a file of a folder by its path in it; None for what is not there, or not in it."""
    with suppress(OSError, ValueError):  # of a name that no file can have
        found = (folder / path).resolve()
        return found if found.is_file() and found.is_relative_to(folder.resolve()) else None
    return None
