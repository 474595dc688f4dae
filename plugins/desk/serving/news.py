"""What open browsers are told: which version there is, what is wrong, and whether work goes on."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plugins.model import Problem

BEAT = 15.0
"""Seconds after which a silent connection says that it is alive."""
MOST = 20
"""So many problems are shown in a page."""


def said(problem: Problem) -> dict[str, str]:
    """Give what a page shows of a problem."""
    return {
        "place": f"{problem.path}:{problem.line}" if problem.line else problem.path,
        "field": problem.field,
        "message": problem.message,
        "fix": problem.fix,
        "code": problem.code,
    }


@dataclass(frozen=True, slots=True)
class News:
    """One state of things."""

    version: int = 0
    loaded: int = 0
    """The last version that changed more than words, so that an open page must be loaded again."""
    problems: tuple[Problem, ...] = field(default=())
    busy: str = ""

    def written(self) -> str:
        """Write it as JSON on one line."""
        shown = [said(problem) for problem in self.problems[:MOST]]
        more = max(0, len(self.problems) - MOST)
        news = {"version": self.version, "loaded": self.loaded, "problems": shown, "more": more, "busy": self.busy}
        return json.dumps(news)


class Board:
    """Holds the news of now, and wakes whoever waits for the next."""

    def __init__(self) -> None:
        """Begin with version 0 and nothing wrong."""
        self.now = News()
        self._changed = threading.Condition()
        self._closed = False

    def shown(self, problems: Sequence[Problem], *, words: bool = False) -> None:
        """Tell what was found: another version where nothing stops it, else what is wrong with the new one.

        ``words`` says that only documents have changed since the last, so that pages can take in what is new.
        """
        stopping = tuple(problem for problem in problems if problem.stops)
        version = self.now.version + (not stopping)
        loaded = self.now.loaded if words and not self.now.problems else version
        self._put(replace(self.now, version=version, loaded=loaded, problems=stopping))

    def wrong(self, problem: Problem) -> None:
        """Tell what was found wrong while something was drawn, until the next change is told."""
        with self._changed:
            if problem not in self.now.problems:
                self.now = replace(self.now, problems=(*self.now.problems, problem))
                self._changed.notify_all()

    def busy(self, what: str) -> None:
        """Tell that work goes on, or with no words that it is done."""
        self._put(replace(self.now, busy=what))

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def follow(self) -> Iterator[str]:
        """Give the news of now, then each that follows; an empty text where there was none for a while."""
        told: News | None = None
        while not self._closed:
            with self._changed:
                if self.now is told and not self._changed.wait(BEAT):
                    yield ""
                    continue
                told = self.now
            yield told.written()

    def _put(self, news: News) -> None:
        with self._changed:
            self.now = news
            self._changed.notify_all()
