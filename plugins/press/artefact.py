"""What a room wants to be there, before it is made: where it goes, what it is made from, and how to make it."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.library import Library, Question
from plugins.model import Problem
from plugins.press.code import code_digest


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that a room makes.

    ``fingerprint`` stands for everything that decides its bytes; where the manifest has the same, it
    is not made again. ``sources`` are the ids of the documents that show in it.
    """

    path: str
    """Relative to the output folder, with slashes: ``stories/first-keys/index.html``."""
    make: Callable[[], bytes]
    fingerprint: str
    sources: tuple[str, ...] = field(default=())
    stamp: str = ""
    """Of what is drawn from a view: everything that decides its bytes, but for the view."""
    asked: Mapping[Question, str] = field(default_factory=dict)
    """Of what is drawn from a view: what the view asked of the library, with the marks of the answers."""
    at_once: bool = False
    """Whether the first of its room to be made makes them all, so that workers would do the same work again."""


Beside = Callable[[Iterable[Artefact]], Iterable[Artefact]]
"""Adds to artefacts those that lie beside them in the output: ``compressed``."""


def nothing_beside(artefacts: Iterable[Artefact]) -> Iterable[Artefact]:
    """Give artefacts as they are, with no other beside them."""
    return artefacts


MOST_SEEN = 256
"""So many views are kept: files that are drawn from one are drawn soon after one another."""


class Seen:
    """A view that is worked out when it is wanted, and kept for a while: several files may be drawn from it."""

    def __init__(self, look: Callable[[Library], Any]) -> None:
        """Take what works the view out; it asks nobody but the library that it is given."""
        self._look = look
        self._found: tuple[Any, frozenset[Question]] | None = None

    def of(self, library: Library) -> tuple[Any, frozenset[Question]]:
        """Give the view, and every question that it asked of the library."""
        found = self._found
        if found is None:
            questions: set[Question] = set()
            view = self._look(library.noting(questions))
            self._found = found = view, frozenset(questions)
            _latest.append(self)
            if len(_latest) > MOST_SEEN:
                _latest.popleft().forget()
        return found

    def forget(self) -> None:
        """Work the view out again when it is wanted."""
        self._found = None

    def anew(self) -> Seen:
        """Give the same view, to be worked out again."""
        return Seen(self._look)

    def within(self, library: Library) -> Any:
        """Give the view for use inside another, whose questions then include this one's."""
        view, questions = self.of(library)
        library.hear(questions)
        return view


_latest: deque[Seen] = deque()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A file that is drawn from a view.

    The view is a pure function of what it asks of the library. So while the library would answer the
    same, it need not be worked out to know that the file is as it must be.
    """

    path: str
    seen: Seen
    draw: Callable[[Any], bytes]
    stamp: str
    """Stands for everything else that decides the file's bytes: templates, tokens, the site's facts."""
    own: tuple[str, ...] = ()
    """The ids of the documents that show in it, beside those that its view names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Files of a room that are planned together: while its key is the same, nobody works out which they are.

    There may be one for each of ten thousand documents. So a batch says in its key what decides which files there
    are, and everything about them that no view asks; ``files`` is called only where one of them must be looked at.
    """

    name: str
    """Names it among all: ``search``."""
    key: str
    files: Callable[[], Iterable[Artefact | Drawn]]
    get_ready: Callable[[], object] | None = None
    """Loads what the files are made with, once for all workers that make some of many."""


Wanted = Artefact | Drawn | Batch


def unpacked(wanted: Iterable[Wanted]) -> Iterator[Artefact | Drawn]:
    """Give every file that is wanted, those of batches one by one."""
    for one in wanted:
        if isinstance(one, Batch):
            yield from one.files()
        else:
            yield one


def fingerprint(*parts: object) -> str:
    """Stand for values by a digest: equal values, and only those, have an equal fingerprint.

    The values are frozen dataclasses, tuples, texts and numbers, whose ``repr`` says all of them.
    """
    return hashlib.sha256(repr((code_digest(), parts)).encode()).hexdigest()


class CannotMake(Exception):  # noqa: N818 - it names what happened
    """A room cannot make a file for a reason that an editor can mend."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem to whoever prints it."""
        super().__init__(str(problem))
        self.problem = problem
