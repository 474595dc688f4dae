"""What files hold of what is withheld from them; each file is read once for all of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from plugins.checks.decoded import Shut, parts, texts
from plugins.checks.layers import Text
from plugins.checks.pictures import bare
from plugins.checks.seeking import Seeker, Sought, heard, plain
from plugins.model.withheld import Withheld

_NOINDEX = re.compile(r"<meta\s[^>]*\bname=[\"']?robots\b[^>]*\bnoindex\b", re.IGNORECASE)
_SHARED = re.compile(r"<meta\s[^>]*\b(?:property|name)=[\"']?(?:og|article|twitter):", re.IGNORECASE)
_PLACE = "address"
_NOT_HERE = "No file may be there. Delete it, and build again."
_COPIED = "Pictures are drawn anew; a file of content/images must not be copied. Delete this file, and build again."
_SAME = (
    "Delete this file, and build again. If it is there again, something that is shown has the same picture: "
    "give one of the two another."
)
_TOLD = "The theme's templates leave that out of such a page. Put theme/ back as it was, and build again."
_NOBODY = Withheld(document_id="")


@dataclass(frozen=True, slots=True)
class Hit:
    """A file that holds something withheld from it."""

    path: str
    one: Withheld
    what: str
    """What of it, for people; empty where nobody can look into the file."""
    words: str = ""
    """The wording, name or mark that was found, where it was one."""
    fix: str = ""
    """What to do about it, where it is not about words."""


class Look(NamedTuple):
    """What was found in a file; many documents may share a wording, so it says only which wordings these are."""

    path: str
    sought: tuple[int, ...]
    """By number in the index."""
    hits: tuple[Hit, ...] = ()
    """What is wrong with there being the file, or with something else than its words."""


class Index:
    """Everything withheld, so that a file is read once for all of it."""

    def __init__(self, withheld: Iterable[Withheld]) -> None:
        """Take what is withheld."""
        every = tuple(withheld)
        self.pages: dict[str, list[Withheld]] = {}
        self.digests: dict[str, list[Withheld]] = {}
        self.starts: dict[str, list[Withheld]] = {}
        for one in every:
            for page in filter(None, (one.unindexed, one.unshared)):
                self.pages.setdefault(page, []).append(one)
            for found in one.digests:
                self.digests.setdefault(found, []).append(one)
            for start in one.files:
                self.starts.setdefault(start, []).append(one)
        self.lengths = {len(start) for start in self.starts}
        whose: dict[Sought, list[tuple[str, Withheld]]] = {}
        for sought, place, one in _everything(every):
            whose.setdefault(sought, []).append((place, one))
        self.whose = tuple(whose.items())
        self._numbers = {sought: number for number, sought in enumerate(whose)}
        self.seeker = Seeker(whose)

    def look(self, output: Path, path: Path) -> Look:
        """Look into a file of a folder."""
        name = path.relative_to(output).as_posix()
        try:
            data = path.read_bytes()
            found = {sought for text in _said(name, data) for sought in self.seeker.find(text)}
            return Look(name, tuple(sorted(self._numbers[sought] for sought in found)), tuple(self._others(name, data)))
        except Shut:
            return Look(name, (), (Hit(name, _NOBODY, ""),))

    def hits(self, look: Look) -> Iterator[Hit]:
        """Give everything that a file holds and may not, of what was found in it."""
        yield from look.hits
        for sought, whose in sorted((self.whose[number] for number in look.sought), key=lambda found: found[0].words):
            for place, one in whose:
                if one.barred(look.path):
                    yield Hit(look.path, one, place.replace("_", " "), sought.words)

    def _others(self, name: str, data: bytes) -> Iterator[Hit]:
        """Give what is wrong with a file whatever its words."""
        yield from self._of_page(name, data)
        for part in parts(name, data) if self.digests else ():
            for original in self.digests.get(hashlib.sha256(part).hexdigest(), ()):
                drawn = part is data and bare(name, data)
                if not (drawn and original.may_be(name)):
                    yield Hit(name, original, "original picture", fix=_SAME if drawn else _COPIED)

    def _of_page(self, name: str, data: bytes) -> Iterator[Hit]:
        """Give what is wrong with there being a file, or with what it tells machines."""
        for length in self.lengths:
            yield from (Hit(name, one, _PLACE, fix=_NOT_HERE) for one in self.starts.get(name[:length], ()))
        for one in self.pages.get(name, ()):
            if one.unindexed == name and not _NOINDEX.search(data.decode("utf-8", "replace")):
                yield Hit(name, one, "page, which search engines may keep,", fix=_TOLD)
            if one.unshared == name and _SHARED.search(data.decode("utf-8", "replace")):
                yield Hit(name, one, "description for social media", fix=_TOLD)


def hearable(output: Path, files: Iterable[Path], withheld: Iterable[Withheld]) -> tuple[Withheld, ...]:
    """Give what is withheld without the wordings, names and marks that cannot be in some files of a folder.

    They have a word that is in none of the files, in whatever layer. Ten thousand documents withhold far more than a
    few files can hold, and to prepare for seeking all of it takes longer than to look twice.
    """
    words: set[bytes] = set()
    for path in files:
        name = path.relative_to(output).as_posix()
        with suppress(Shut):
            for text in _said(name, path.read_bytes()):
                words |= heard(text)

    def hears(found: str) -> bool:
        return words.issuperset(found.encode().split())

    def hears_mark(mark: str) -> bool:
        return words.issuperset(plain(mark)[1].split())

    return tuple(
        replace(
            one,
            marks=tuple(filter(hears_mark, one.marks)),
            phrases={phrase: place for phrase, place in one.phrases.items() if hears(phrase)},
            names={name: place for name, place in one.names.items() if hears(name)},
        )
        for one in withheld
    )


def _said(name: str, data: bytes) -> Iterator[Text]:
    """Give all that a file says, its name first. Raises Shut where it cannot be read."""
    yield Text(name)
    yield from texts(name, data)


def _everything(withheld: Iterable[Withheld]) -> Iterator[tuple[Sought, str, Withheld]]:
    """Give all that is sought, each with the place it is from, and whose it is."""
    for one in withheld:
        for words, place in (*one.phrases.items(), *one.names.items()):
            yield Sought(words), place, one
        for mark in one.marks:
            yield Sought(mark, exactly=True), _PLACE, one
