"""Finds many wordings in a text at once, however its layout breaks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.checks.layers import Text
from plugins.model.automaton import Automaton
from plugins.model.withheld import plain_words, stands_alone

NO_WORDS = "’‘“”–—…£·•→\xa0"
"""Signs that most pages have, and that are no part of a word: without them, most of what is left is ASCII."""
_WORDS = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(128)).ljust(256)
"""The same for each ASCII sign of a word, and a space for all others."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A wording, a name or a mark."""

    words: str
    exactly: bool = False
    """Whether it is a mark, which is looked for sign by sign."""


class Seeker:
    """Everything that is sought: in small letters, or as it is written where it has capitals itself."""

    def __init__(self, sought: Iterable[Sought]) -> None:
        """Take what is sought."""
        small: dict[bytes, list[Sought]] = {}
        written: dict[bytes, list[Sought]] = {}
        for one in sought:
            as_written, in_small = plain(one.words)
            capitals = as_written != in_small and not one.exactly
            (written if capitals else small).setdefault(as_written if capitals else in_small, []).append(one)
        self._small, self._written = Automaton(small), Automaton(written)

    def find(self, text: Text) -> set[Sought]:
        """Give what a text holds of it, in any of its layers."""
        return {one for layer in text.layers() for one in self._in(layer)}

    def _in(self, layer: str) -> Iterator[Sought]:
        written, small = plain(layer)
        yield from self._written.found(written)
        yield from (one for one in self._small.found(small) if not one.exactly or stands_alone(one.words, layer))


def heard(text: Text) -> frozenset[bytes]:
    """Give every word of a text in all of its layers, as it is written and in small letters."""
    return frozenset(word for layer in text.layers() for words in plain(layer) for word in words.split())


def plain(text: str) -> tuple[bytes, bytes]:
    """Give the words of a text with one space between them, before and after them: as written, and in small letters."""
    if not text.isascii():
        for sign in NO_WORDS:
            text = text.replace(sign, " ")
    if text.isascii():
        written = _spaced(text.encode().translate(_WORDS))
        return written, written.lower()
    words = " ".join(plain_words(text))
    return _spaced(words.encode()), _spaced(words.casefold().encode())


def _spaced(words: bytes) -> bytes:
    return b" %b " % b" ".join(words.split())
