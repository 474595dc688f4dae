"""What must not stand in what was built: the words, names, addresses and pictures of what may not be seen there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Characters that break lines or join letters, and that nobody sees."""
_WORD = re.compile(r"\w+")


def plain_words(text: str) -> list[str]:
    """Give the words of a text, in order, without all that layout can change: spaces, quote marks, hyphens, dots."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return _WORD.findall(text)


def wording(text: str) -> str:
    """Reduce a text to what is compared: its words in small letters, with one space between them."""
    return " ".join(plain_words(text)).casefold()


def stands_alone(mark: str, text: str) -> bool:
    """Say whether a piece of an address stands in a text, and not as a part of a longer word."""
    place = text.find(mark)
    while place >= 0:
        around = (text[place - 1 : place], text[place + len(mark) : place + len(mark) + 1])
        if not any(sign == "-" or _WORD.match(sign) for sign in around):
            return True
        place = text.find(mark, place + 1)
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """One document as far as some of the files may not hold it."""

    document_id: str
    """``story:first-keys``."""
    phrases: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Wordings (see ``wording``), each with the place it is from: title, line 34."""
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Words by which somebody is known, letter for letter and space by space, each with its place."""
    marks: tuple[str, ...] = ()
    """Pieces of addresses and file names, exactly as they are written: ``stories/first-keys``."""
    kept_from: tuple[str, ...] = ("",)
    """The beginnings of the paths of files that may not hold any of that; an empty one means all files."""
    but_for: tuple[str, ...] = ()
    """The beginnings of paths where it may stand all the same."""
    files: tuple[str, ...] = ()
    """The beginnings of paths that no file may have."""
    digests: frozenset[str] = frozenset()
    """The SHA-256 of originals, in hexadecimal figures, that no file may be or enclose."""
    width: int = 0
    """The originals' own, in pixels."""
    redrawn: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False)
    """The pictures that are shown, by how the paths of their files begin, with the widths in which they are drawn: one
    of these files may come out as the bytes that somebody took from the site as an original."""
    unindexed: str = ""
    """The page that must ask search engines not to keep it."""
    unshared: str = ""
    """The page that may tell social media nothing."""

    def barred(self, path: str) -> bool:
        """Say whether a file, by its path, may not hold it."""
        return path.startswith(self.kept_from) and not path.startswith(self.but_for)

    def may_be(self, path: str) -> bool:
        """Say whether a file, by its path, may be the same as the originals, if it holds nothing but pixels."""
        start, _, width = path.rpartition(".")[0].rpartition("-")
        return any(drawn >= self.width and width == str(drawn) for drawn in self.redrawn.get(f"{start}-", ()))
