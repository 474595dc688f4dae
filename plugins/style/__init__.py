"""How a text reads: house words, long sentences, unexplained letters, days that do not match; never an error.

Everything here is a note to whoever writes. Quotes, names and the own words of a storyteller are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model import Document, Level, Problem
from plugins.style.days import day_notes
from plugins.style.house_words import word_notes
from plugins.style.letters import letter_notes
from plugins.style.passages import Passage, passages
from plugins.style.reading import grade_notes, sentence_notes
from plugins.style.spelling import spelling_notes

__all__ = ["Passage", "notes", "passages"]


def notes(document: Document, text: str, *, every: bool = False) -> Iterator[Problem]:
    """Give what could read better in one document; ``text`` is its file, ``every`` adds the smallest notes.

    The lines and columns are those of the file. Only English is judged.
    """
    if document.lang.partition("-")[0] != "en":
        return
    found = tuple(passages(document, text))
    for passage, start, code, message, fix in (
        *word_notes(found, every=every),
        *day_notes(found),
        *letter_notes(document, found),
        *spelling_notes(found),
        *sentence_notes(found),
        *grade_notes(found),
    ):
        place = passage.column + start
        yield Problem(document.path, passage.line, passage.field, message, fix, code, Level.WARNING, place)
