"""Which questions may have other answers than they had, if only some documents are not as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.library.entry import Entry
from plugins.library.shelf import Question
from plugins.model import Page

_OF_ALL = frozenset({"every", "listed", "dated", "of_area", "searchable"})
"""Questions whose answers hang on the cards of documents, whichever they are, and on nothing else."""
_OF_LISTS = frozenset({"leaf", "leaves", "beside", "count"})
_OF_TABLES = frozenset({"found", "has", "names"})
_TABLES = frozenset({"themes", "years", "addresses"})
"""The tables that are made of documents."""

State = tuple[str, str, str, str]
"""What decides everything that a library says of a document: its mark, that of its card, its address, its original."""


def state(entry: Entry) -> State:
    """Give the state of an entry. Whether a version may be seen hangs on its original, which no card tells."""
    original = entry.spine.version_of
    return entry.mark, entry.mark if original else entry.card_mark, entry.url, original


class Differing:
    """Compares the documents of two libraries, so as to tell which questions need not be asked again.

    Whoever is not sure is asked: only where the answer hangs on documents that are told from the question is it known.
    Other words in a body concern only whoever asked for the ``whole`` of it.
    """

    def __init__(self, before: Mapping[str, State], after: Mapping[str, State]) -> None:
        """Take the states of all documents by id."""
        names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        pairs = ((name, before.get(name), after.get(name)) for name in names)
        shown = {name for name, was, now in pairs if not was or not now or was[1:] != now[1:]}
        states = [known[name] for known in (before, after) for name in shown if name in known]
        self._any = bool(shown)
        self._kinds = {name.partition(":")[0] for name in shown}
        self._told_by: dict[str, set[str]] = {
            "get": shown,
            "whole": names,
            "at": {url for _, _, url, _ in states},
            "versions": {original for *_, original in states},
            "all": self._kinds,
            "current": self._kinds,
            "past": self._kinds,
        }

    def among(self, questions: Iterable[Question]) -> Iterator[int]:
        """Give the places of the questions that may have other answers; most are told from one document each."""
        told_by, may = self._told_by, self.may
        for number, question in enumerate(questions):
            names = told_by.get(question[1])
            if question[2][0] in names if names is not None else may(question):
                yield number

    def may(self, question: Question) -> bool:
        """Say whether a question may have another answer."""
        _, what, args = question
        told_by = self._told_by.get(what)
        if told_by is not None:
            return args[0] in told_by
        if what in _OF_ALL or what in _OF_LISTS or (what in _OF_TABLES and args[0] in _TABLES):
            return self._any
        if what == "footer":
            return Page.kind in self._kinds
        if what == "neighbours":
            return args[0].partition(":")[0] in self._kinds
        if what == "chosen":  # of now: with time, what is next changes by itself
            return args[0] is None or args[1] in self._kinds
        return True
