"""Whether a figure that stands in the words is the one that the facts have: money, an age, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.model import Document, Fact, Level, Problem
from plugins.safeguarding.texts import Said, problem, sentences

_MONEY = re.compile(r"£ ?\d[\d,]*(?:\.\d+)?")
_BIRTHDAY = re.compile(r"\b(\d+)(?:st|nd|rd|th) birthday|\bturn (\d+)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d£.,])\d+(?![\d.,]*\d|st|nd|rd|th)")
_END = re.compile(r"(?<=[.!?])\s+")
_SORTS = (_MONEY, _BIRTHDAY, _NUMBER)


def figure_problems(document: Document, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """Give each sentence that names what a fact is about, with a figure of the fact's sort that is not the fact's."""
    named = [(fact, shape) for fact in facts.values() if (shape := _named(fact)) and _concerns(document, fact)]
    if not named:
        return
    for piece in sentences(document).pieces:
        for sentence in _END.split(piece.text):
            for fact, shape in named:
                if shape.search(sentence) and (wrong := _other(sentence, fact)):
                    yield _wrong(document, piece, wrong, fact)


def _named(fact: Fact) -> re.Pattern[str] | None:
    words = "|".join(re.escape(word) for word in fact.about)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


def _concerns(document: Document, fact: Fact) -> bool:
    """Say whether a fact can be what a document means: law and money differ between nations."""
    return fact.nation is None or not document.nations or fact.nation in document.nations


def _other(sentence: str, fact: Fact) -> str:
    """Give the figure of the fact's sort that a sentence has in its place; nothing where it is right, or has none."""
    sort = next((sort for sort in _SORTS if sort.search(fact.text)), None)
    if sort is None:
        return ""
    right = {_plain(match) for match in sort.finditer(fact.text)}
    found = {_plain(match): match[0] for match in sort.finditer(sentence)}
    return "" if right & found.keys() else next(iter(found.values()), "")


def _plain(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), match[0]).replace(",", "").replace(" ", "")


def _wrong(document: Document, piece: Said, shown: str, fact: Fact) -> Problem:
    message = f"This says {shown}. Our fact “{fact.id}” says: {fact.text}."
    fix = f"Write {{fact: {fact.id}}} and it will always be right. If the fact is wrong, change it in data/{fact.file}."
    return problem(document, piece, "O07", (message, fix), Level.WARNING)
