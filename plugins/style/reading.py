"""How hard a text is to read: long sentences, and for each section the school year that its sentences ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.style.house_words import Note
from plugins.style.passages import BLANK, Passage, Shape

LONG, HARD, AIM = 25, 8.0, 6
"""Words of a sentence above which it is long; the grade above which a section is hard, and the one to aim for."""
ENOUGH = 100
"""Words below which a grade says nothing."""
AGE = 5
"""What to add to a grade to get an age."""
SHOWN = 3

OLDEST = 22
"""Nobody is helped by more years than these."""

_END = re.compile(r"(?<=[.!?…؟])[”’\")\x1f]*\s+(?=[^\W_a-zà-ÿ]|[“‘\"\x1f])")
"""A mark that ends, before a capital, a figure, a quote, or a letter of a script without capitals."""
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|vs)\.$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][a-z’'-]+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]es|[^aeioudty]ed|[^aeiouyl]e|[aeiou]le|[^tsc]hes)$")
_TWO_IN_A_ROW = re.compile(
    r"ia(?!n\b|l\b)|io(?!n|us)|iu|eo(?!us)|ua(?!l)|[^gq]ue[ln]|dying|lying|ying$|[aeiou]ing$|ism$|thm$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the line that it begins on."""

    text: str
    passage: Passage
    start: int

    @property
    def words(self) -> list[str]:
        """Give its words, without figures and marks."""
        return _WORD.findall(self.text)


@dataclass(frozen=True, slots=True)
class Grade:
    """How a section reads."""

    title: str
    passage: Passage
    value: float
    words: int
    hardest: tuple[Sentence, ...]


def syllables(word: str) -> int:
    """Count a word's syllables as a reader of English hears them: its groups of vowels, but for silent ones."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    return sum(_in_part(part) for part in re.split(r"['-]", plain) if part) or 1


def _in_part(part: str) -> int:
    count = len(_VOWELS.findall(part)) + len(_TWO_IN_A_ROW.findall(part))
    if len(part) > SHOWN and _SILENT_END.search(part):
        count -= 1
    return max(1, count)


def sentences(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """Give the sentences of running text and of list items, joined over lines."""
    held: list[Passage] = []
    for passage in passages:
        if held and not passage.follows:
            yield from _split(held)
            held = []
        if passage.shape in {Shape.PROSE, Shape.ITEM}:
            held.append(passage)
    yield from _split(held)


def _split(run: Sequence[Passage]) -> Iterator[Sentence]:
    text = "\n".join(passage.text for passage in run)
    start = 0
    ends = [match.end() for match in _END.finditer(text) if not _ABBREVIATED.search(text[: match.start()])]
    for end in [*ends, len(text)]:
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            line = text.count("\n", 0, first)
            yield Sentence(" ".join(words.split()), run[line], first - (text.rfind("\n", 0, first) + 1))
        start = end


def sentence_notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Point at each sentence that is too long to hold in mind."""
    for sentence in sentences(passages):
        count = len(sentence.text.replace(BLANK, "").split())
        if count > LONG:
            message = f"This sentence has {count} words: “{_begun(sentence.text)}”"
            yield sentence.passage, sentence.start, "R02", message, "Can it be two or three sentences?"


def grade_notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Point at each section that reads like the work of a higher class than it need be, with its hardest sentences."""
    for found in grades(passages):
        if found.value > HARD:
            section = f"The part “{found.title}”" if found.title else "This text"
            age = round(found.value) + AGE
            years = f"{OLDEST} or more" if age >= OLDEST else f"{age}"
            message = f"{section} reads like age {years}. Aim for {AIM + AGE} or under."
            shown = "\n".join(f"- {_begun(sentence.text)}" for sentence in found.hardest)
            yield found.passage, 0, "R01", message, f"These sentences are the hardest:\n{shown}"


def grades(passages: Sequence[Passage]) -> Iterator[Grade]:
    """Give the Flesch-Kincaid grade of each section that is long enough to have one; names do not count."""
    section: list[Passage] = []
    title = ""
    for passage in passages:
        if passage.shape is Shape.HEADING:
            yield from _grade(title, section)
            section, title = [], passage.text.strip()
        elif passage.shape is not Shape.FIELD:
            section.append(passage)
    yield from _grade(title, section)


def _grade(title: str, section: Sequence[Passage]) -> Iterator[Grade]:
    found = [sentence for sentence in sentences(section) if sentence.words]
    words = [word for sentence in found for word in _NAME.sub("", sentence.text).split() if _WORD.search(word)]
    if len(words) < ENOUGH:
        return
    value = _kincaid(words, len(found))
    hardest = sorted(found, key=lambda one: -_kincaid(one.words, 1))[:SHOWN]
    yield Grade(title, section[0], value, len(words), tuple(hardest))


def _kincaid(words: Sequence[str], number: int) -> float:
    """Give the grade of Kincaid, Fishburne, Rogers and Chissom (1975)."""
    heard = sum(syllables("".join(_WORD.findall(word)) or "a") for word in words)
    return 0.39 * len(words) / number + 11.8 * heard / len(words) - 15.59


def _begun(text: str) -> str:
    shown = " ".join(text.replace(BLANK, " ").split())
    return shown if len(shown) <= 90 else f"{shown[:88].rsplit(' ', 1)[0]} …"  # noqa: PLR2004 - a line of a terminal
