"""Which questions may have other answers than they had, if only some documents are not as they were."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.library.entry import Entry
from plugins.library.shelf import Question

State = tuple[str, str, str]
"""What decides everything that a library says of a document: its mark, its address, and what it is a version of."""


def state(entry: Entry) -> State:
    """Give the state of an entry."""
    return entry.mark, entry.url, entry.spine.version_of


class Differing:
    """Compares the documents of two libraries, so as to tell which questions need not be asked again.

    Whoever is not sure is asked: only where the answer hangs on documents that are told from the question is it known.
    """

    def __init__(self, before: Mapping[str, State], after: Mapping[str, State]) -> None:
        """Take the states of all documents by id."""
        changed = before.items() ^ after.items()
        names = {name for name, _ in changed}
        self._kinds = {name.partition(":")[0] for name in names}
        self._told_by: dict[str, set[str]] = {
            "get": names,
            "whole": names,
            "at": {url for _, (_, url, _) in changed},
            "versions": {original for _, (_, _, original) in changed},
            "all": self._kinds,
            "current": self._kinds,
            "past": self._kinds,
        }

    def may(self, question: Question) -> bool:
        """Say whether a question may have another answer."""
        _, what, args = question
        told_by = self._told_by.get(what)
        if told_by is not None:
            return args[0] in told_by
        if what == "neighbours":
            return args[0].partition(":")[0] in self._kinds
        if what == "chosen":  # of now: with time, what is next changes by itself
            return args[0] is None or args[1] in self._kinds
        return True
