"""Words that young people have asked us to choose with care, found where they mean what was asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from plugins.style.passages import Passage

LIST = Path(__file__).with_name("words.yml")
Note = tuple[Passage, int, str, str, str]
"""Where it is, at which letter of it, its code, what is said, and what to do."""

_ASKED = {
    "T": "young people",
    "B": "young people",
    "S": "young people",
    "W": "young people",
    "E": "people who study how care is talked about",
}
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;]|\x1f)\s*$")
_NEAR_NAME = re.compile(r"\s+(?:(?:of|the|and|for)\s+)?[A-Z][\w’'-]")


@dataclass(frozen=True)
class Word:
    """One entry of the list."""

    find: str
    say: str
    why: str
    by: str
    level: str
    unless: str = ""
    near: str = ""

    @cached_property
    def shape(self) -> re.Pattern[str]:
        """Give what is looked for: whole words, in any capitals."""
        return _whole(self.find)

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """Give small letters of which some stand in every text that it is found in; none where nobody said."""
        return tuple(self.near.split("|" if "|" in self.near else None))

    @cached_property
    def right(self) -> re.Pattern[str] | None:
        """Give the longer texts in which it is right."""
        return _whole(self.unless) if self.unless else None

    def may_be_in(self, small: str) -> bool:
        """Say whether a text in small letters is worth searching."""
        return not self.hints or any(hint in small for hint in self.hints)

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Find each place where it stands and is neither right there nor part of a name."""
        spans = [match.span() for match in self.right.finditer(text)] if self.right else []
        for match in self.shape.finditer(text):
            start, end = match.span()
            right = any(first <= start and end <= last for first, last in spans)
            if not (right or _named(text, start, end) or self.explained(text)):
                yield match

    def explained(self, text: str) -> bool:
        """Say whether a line tells the better word too, so that it is about the word."""
        small = text.lower()
        return any(better in small for better in self.say.lower().split("; ") if len(better) > len("home"))

    def note(self, met: str) -> tuple[str, str]:
        """Say what was met and who minds, and what to write."""
        asked = next((who for mark, who in _ASKED.items() if mark in self.by.split(",")), "")
        why = self.why.rstrip(".")
        if asked == "young people":
            return f"“{met}”: young people asked us for another word. {why}.", f"Instead: {self.say}."
        return f"“{met}”: {why[:1].lower() + why[1:]}.", f"Instead: {self.say}."


@cache
def words() -> tuple[Word, ...]:
    """Give the list, as ``words.yml`` has it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(Word(**entry) for entry in yaml.load(LIST.read_text("utf-8"), Loader=loader))  # noqa: S506 - it is safe


def word_notes(passages: Sequence[Passage], *, every: bool) -> Iterator[Note]:
    """Explain each listed word once, where it first stands; ``every`` adds those that only make it less plain."""
    whole = "\n".join(passage.text for passage in passages)
    small = whole.lower()
    for word in words():
        if (word.level == "warn" or every) and word.may_be_in(small) and word.shape.search(whole):
            first = next(((p, match) for p in passages for match in word.found(p.text)), None)
            if first:
                passage, match = first
                yield passage, match.start(), "W01", *word.note(match[0])


def _whole(pattern: str) -> re.Pattern[str]:
    spaced = pattern.replace(" ", r"\s")
    return re.compile(rf"(?:(?<!\w)|(?<=\W))(?:{spaced})(?!\w)", re.IGNORECASE)


def _named(text: str, start: int, end: int) -> bool:
    """Say whether it is part of a name: it has a capital where no sentence begins, or one stands next to it."""
    met = text[start:end]
    first = _LETTER.search(met)
    if not first or not first[0].isupper() or met.rstrip("s").isupper():
        return False
    if not _SENTENCE_END.search(text[:start]):
        return True
    return bool(_NEAR_NAME.match(text[end:])) or (" " in met and met.istitle())
