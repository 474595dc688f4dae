"""Words as the search compares them: small letters, no accents, no apostrophes; the search's script does the same."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 24
"""Letters of a word that count; more tell no two words apart."""

_APOSTROPHES = re.compile("['’\u02bc]")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Give the words of a text in order, folded (Unicode NFKD, without marks)."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    plain = _APOSTROPHES.sub("", text).lower()
    return [word[:LONGEST] for word in _WORD.findall(plain) if len(word) > 1 or not word.isascii() or word.isdigit()]


def folded(text: str) -> str:
    """Give the words of a text, each once, with spaces between them."""
    return " ".join(sorted(set(words(text))))
