"""Looks in every byte of what was built for what must not be there; a hit never repeats the words themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from plugins.checks.decoded import Shut, parts, texts
from plugins.model import Problem
from plugins.model.withheld import Withheld, plain_words

CODE = "X02"
_NOINDEX = re.compile(r"<meta\s[^>]*\bname=[\"']?robots\b[^>]*\bnoindex\b", re.IGNORECASE)
_SHARED = re.compile(r"<meta\s[^>]*\b(?:property|name)=[\"']?(?:og|article|twitter):", re.IGNORECASE)
_PLACE = "address"


def residue(
    output: Path,
    withheld: Iterable[Withheld],
    files: Iterable[Path] | None = None,
    advice: Callable[[str], str] = lambda _: "",
) -> Iterator[Problem]:
    """Give a problem for each file of a folder that holds something withheld from it, by path.

    ``files`` are those to look into; all, if none are named. ``advice`` may know, for a document, what to change.
    """
    index = _Index(withheld)
    for path in sorted(path for path in output.rglob("*") if path.is_file()) if files is None else files:
        name = path.relative_to(output).as_posix()
        data = path.read_bytes()
        try:
            found = dict.fromkeys(index.found(name, data))
        except Shut:
            yield _at(name, "This file is packed, so nobody can say what is in it.", "Leave it out, or unpack it.")
            continue
        for document, what in found:
            yield _at(
                name,
                f"The {what} of {document} is in this file, where it may not be seen.",
                advice(document) or _fix(document),
            )


class _Index:
    """Everything withheld, so that a file is read once for all of it."""

    def __init__(self, withheld: Iterable[Withheld]) -> None:
        self.all = tuple(withheld)
        self.pairs: dict[tuple[str, str], list[tuple[re.Pattern[str] | str, str, Withheld]]] = {}
        self.single: dict[str, list[tuple[str, Withheld]]] = {}
        self.digests: dict[str, Withheld] = {}
        for one in self.all:
            for words, place in (*one.phrases.items(), *one.names.items()):
                self._add(words, words, place, one)
            for mark in one.marks:
                exactly = re.compile(rf"(?<![\w-]){re.escape(mark)}(?![\w-])")
                self._add(" ".join(plain_words(mark)), exactly, _PLACE, one)
            self.digests |= dict.fromkeys(one.digests, one)

    def _add(self, words: str, sought: re.Pattern[str] | str, place: str, one: Withheld) -> None:
        rarest = max(pairwise(words.casefold().split(" ")), key=_letters, default=None)
        if rarest:
            self.pairs.setdefault(rarest, []).append((sought, place, one))
        else:
            self.single.setdefault(words, []).append((place, one))

    def found(self, name: str, data: bytes) -> Iterator[tuple[str, str]]:
        """Give the document and the part of it for everything that a file holds and may not. Raises Shut."""
        for one in self.all:
            if one.files and name.startswith(one.files):
                yield one.document_id, _PLACE
            if one.unindexed == name and not _NOINDEX.search(data.decode("utf-8", "replace")):
                yield one.document_id, "page, which search engines may keep,"
            if one.unshared == name and _SHARED.search(data.decode("utf-8", "replace")):
                yield one.document_id, "description for social media"
        for part in parts(name, data):
            if original := self.digests.get(hashlib.sha256(part).hexdigest()):
                yield original.document_id, "original picture"
        for text in (name, *texts(name, data)):
            for place, one in self._in(text, name):
                yield one.document_id, place.replace("_", " ")

    def _in(self, text: str, name: str) -> Iterator[tuple[str, Withheld]]:
        """Give what a text holds of all that may not stand in the file of a name."""
        words = plain_words(text)
        whole = " ".join(words)
        small = whole.casefold()
        spoken, folded = f" {whole} \0 {small} ", small.split(" ")
        for word in self.single.keys() & {*words, *folded}:
            yield from (found for found in self.single[word] if found[1].barred(name))
        for pair in self.pairs.keys() & {*pairwise(folded)}:
            for sought, place, one in self.pairs[pair]:
                if one.barred(name) and _stands(sought, text, spoken):
                    yield place, one


def _stands(sought: re.Pattern[str] | str, text: str, words: str) -> bool:
    return f" {sought} " in words if isinstance(sought, str) else bool(sought.search(text))


def _letters(pair: tuple[str, str]) -> int:
    """Give how many letters two words have: long words are rare ones."""
    return len(pair[0]) + len(pair[1])


def _fix(document: str) -> str:
    kind, _, slug = document.partition(":")
    return f"Look where else in content/ the words of the {kind} “{slug}” stand, take them out, and build again."


def _at(name: str, message: str, fix: str) -> Problem:
    return Problem(path=name, line=0, field="", message=message, fix=fix, code=CODE)
