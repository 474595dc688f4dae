"""What was worked out of a library before, with the questions that each thing asked of it.

While a library would answer those the same, nobody works it out again. A note holds nothing but texts, numbers and
tuples, so a notebook can be kept between builds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from plugins.library.shelf import Question


class Asked(Protocol):
    """What answers questions: a library."""

    def answer(self, question: Question) -> str:
        """Stand for the answer to a question."""


class Note(NamedTuple):
    """What was worked out, what else it was made of, and the numbers of the questions that it asked."""

    stamp: str
    asked: tuple[int, ...]
    value: Any


class Notebook:
    """Notes by name. Those that nobody asks for are left out when it is written down."""

    def __init__(self, notes: Mapping[str, Note], answers: list[tuple[Question, str]]) -> None:
        """Take the notes of a notebook that was kept, and the answers that they were made of; or nothing."""
        self._before = notes
        self._known = answers
        self._same: dict[int, bool] = {}
        self._notes: dict[str, tuple[Note, frozenset[Question]]] = {}

    def recall(self, name: str, stamp: str, asked: Asked) -> tuple[Any, frozenset[Question]] | None:
        """Give what was worked out under a name and what it asked; None where it must be worked out again."""
        note = self._before.get(name)
        if note is None or note.stamp != stamp or not all(self._as_it_was(number, asked) for number in note.asked):
            return None
        questions = frozenset(self._known[number][0] for number in note.asked)
        self._notes[name] = note, questions
        return note.value, questions

    def write(self, name: str, stamp: str, value: Any, questions: frozenset[Question]) -> None:
        """Note what was worked out."""
        self._notes[name] = Note(stamp, (), value), questions

    def _as_it_was(self, number: int, asked: Asked) -> bool:
        if number not in self._same:
            question, answer = self._known[number]
            self._same[number] = asked.answer(question) == answer
        return self._same[number]

    def kept(self, asked: Asked) -> tuple[dict[str, Note], list[tuple[Question, str]]] | None:
        """Give all that was asked for, to be kept; None where that is what was kept before."""
        if self._notes.keys() == self._before.keys() and all(n is self._before[k] for k, (n, _) in self._notes.items()):
            return None
        numbers: dict[Question, int] = {}
        notes = {
            name: note._replace(asked=tuple(sorted(numbers.setdefault(one, len(numbers)) for one in questions)))
            for name, (note, questions) in self._notes.items()
        }
        return notes, [(question, asked.answer(question)) for question in numbers]
