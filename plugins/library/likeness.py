"""Which of many names was likely meant by one that is not there."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable


class Likeness:
    """Knows names by their kind; a word that is misspelt in many places is looked for once."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take names, each with its kind before a colon: ``story:first-keys``."""
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        self._found: dict[tuple[str, str], str] = {}
        for name in names:
            kind, _, word = name.partition(":")
            self._known[kind].add(word)

    def nearest(self, kind: str, word: str) -> str:
        """Give the name of a kind that is nearest to a word, or nothing."""
        if (kind, word) not in self._found:
            self._found[kind, word] = nearest(word, self._known[kind])
        return self._found[kind, word]


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is nearest to another, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return near[0] if near else ""
