"""Fits text into a box: as large as it goes, in lines of about one length, and cut only where nothing else helps."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

LEADING = 1.16
"""From one baseline to the next, in ems."""
ASCENT, DESCENT = 0.75, 0.25
"""How far letters reach above and below their baseline, in ems; marks of some scripts reach a little further."""
ELLIPSIS = "…"
_TRIES = 7

Measure = Callable[[str], float]
"""Gives the width of a text in ems."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text at a size in pixels."""

    size: int
    lines: tuple[str, ...]

    @property
    def high(self) -> int:
        """Give the height of the lines, from the top of the first to the foot of the last."""
        return round(self.size * (ASCENT + DESCENT + LEADING * (len(self.lines) - 1)))


def fitted(text: str, box: tuple[int, int], sizes: Sequence[int], measure: Measure) -> Fitted:
    """Set a text at the first of the sizes at which it fits into a box of pixels, wide and high.

    Words stay whole as long as one of the sizes allows it. At the last size long words are broken, and
    what is too much even then ends in an ellipsis.
    """
    words = text.split()
    for size in sizes:
        room = box[0] / size
        lines = _lines(words, room, measure)
        if len(lines) <= _most(box, size) and all(measure(word) <= room for word in words):
            return Fitted(size, _balanced(words, room, measure))
    size = sizes[-1]
    room, most = box[0] / size, _most(box, size)
    lines = _lines(tuple(_broken(words, room, measure)), room, measure)
    if len(lines) > most:
        lines = (*lines[: most - 1], _cut(lines[most - 1], room, measure))
    return Fitted(size, lines)


def _most(box: tuple[int, int], size: int) -> int:
    """Give how many lines fit, one at the least."""
    return max(1, int((box[1] / size - ASCENT - DESCENT) / LEADING) + 1)


def _lines(words: Iterable[str], room: float, measure: Measure) -> tuple[str, ...]:
    """Fill lines one after the other; a word that is too long has one of its own."""
    lines: list[str] = []
    used, space = 0.0, measure(" ")
    for word in words:
        wide = measure(word)
        if lines and used + space + wide <= room:
            lines[-1] += f" {word}"
            used += space + wide
        else:
            lines.append(word)
            used = wide
    return tuple(lines)


def _balanced(words: Sequence[str], room: float, measure: Measure) -> tuple[str, ...]:
    """Fill as many lines as it takes, in the least room that makes no more of them."""
    lines = _lines(words, room, measure)
    narrow = max((measure(word) for word in words), default=0.0)
    for _ in range(_TRIES):
        middle = (narrow + room) / 2
        tried = _lines(words, middle, measure)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, room = tried, middle
    return lines


def _broken(words: Iterable[str], room: float, measure: Measure) -> Iterator[str]:
    """Break the words that are longer than a line; a letter keeps its marks."""
    for word in words:
        part = ""
        for sign in word:
            if part and measure(part + sign) > room and unicodedata.category(sign)[0] != "M":
                yield part
                part = ""
            part += sign
        yield part


def _cut(line: str, room: float, measure: Measure) -> str:
    """End a line in an ellipsis: after a word, or inside the only one."""
    while " " in line and measure(line + ELLIPSIS) > room:
        line = line.rpartition(" ")[0]
    while len(line) > 1 and measure(line + ELLIPSIS) > room:
        line = line[:-1]
    return line.rstrip(",;:–-") + ELLIPSIS
