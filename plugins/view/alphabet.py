"""Everything on the site by its first letter: the way to find a thing without a script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from plugins.library import Entry, Library, Shelf
from plugins.model import Channel
from plugins.view.frame import Frame, Head, Link, frame
from plugins.view.heads import site_head
from plugins.view.viewpoint import Viewpoint

URL = "/a-z/"
TITLE = "A to Z"
SUMMARY = "Everything on this site, by its first letter."
MOST = 300
"""More than this stand on one page for each letter, not on one page for all; of one letter, for each two."""
FIGURES = "0–9"
_ARTICLE = re.compile(r"\A(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_Rows = dict[str, list[Entry]]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """All titles by their letters."""

    letters: _Rows
    pairs: dict[str, _Rows]
    """Of each letter what begins with it and one letter more, where it has pages for those."""
    long: bool
    """Whether each letter has a page of its own."""


@dataclass(frozen=True, slots=True)
class Named:
    """One thing in the list: its title, what kind it is, and the language it is in."""

    title: str
    label: str
    href: str
    language: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with what begins with it."""

    letter: str
    anchor: str
    found: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlphabetView:
    """A page of titles under their letters."""

    frame: Frame
    head: Head
    title: str
    summary: str
    count: int
    """How much stands on this page."""
    chips: tuple[Link, ...]
    """Every letter there is; the page's own is marked, where it has only one."""
    letters: tuple[Letter, ...]


def deciding(library: Library) -> tuple[object, ...]:
    """Give what decides which lists there are: the letters, and which of them share a page."""
    return library.worked_out("letters", "", _deciding)


def _deciding(library: Library) -> tuple[object, ...]:
    found = _sorted(library.on(Channel.WEB, Channel.SEARCH_ENGINES))
    return found.long, tuple((letter, tuple(found.pairs[letter])) for letter in found.letters)


def alphabet(library: Library) -> Iterator[tuple[str, Callable[[Viewpoint], AlphabetView]]]:
    """Give the address of the list and what shows it; where it would be too long, the letters, and a page for each."""
    found = _sorted(library.on(Channel.WEB, Channel.SEARCH_ENGINES))
    yield URL, _all
    if found.long:
        for letter, pairs in found.pairs.items():
            yield _url(letter), partial(_one, letter)
            yield from ((_url(pair), partial(_two, letter, pair)) for pair in pairs)


def _all(here: Viewpoint) -> AlphabetView:
    found = _sorted(here.lists)
    if not found.long:
        return _page(here, TITLE, {letter: f"#{_anchor(letter)}" for letter in found.letters}, found.letters)
    return _page(here, TITLE, {letter: _url(letter) for letter in found.letters}, {})


def _one(letter: str, here: Viewpoint) -> AlphabetView:
    """Show a letter; of one with pages for each two, those, and what has no second letter."""
    found = _sorted(here.lists)
    pairs = found.pairs[letter]
    apart = {entry.id for row in pairs.values() for entry in row}
    rest = {letter: [entry for entry in found.letters[letter] if entry.id not in apart]}
    links = {each: _url(each) for each in pairs or found.letters}
    return _page(here, f"{TITLE}: {letter}", links, rest if rest[letter] else {})


def _two(letter: str, pair: str, here: Viewpoint) -> AlphabetView:
    """Show what begins with two letters, among the others that begin with the first."""
    pairs = _sorted(here.lists).pairs[letter]
    return _page(here, f"{TITLE}: {pair}", {each: _url(each) for each in (letter, *pairs)}, {pair: pairs[pair]})


def _pairs(row: list[Entry]) -> _Rows:
    """Put what begins with one letter under its first two, if it is too much for one page; none if it is not."""
    pairs: _Rows = {}
    for entry in row if len(row) > MOST else ():
        first, second = [*_key(entry)[2], ""][:2]
        if first.isalpha() and second.isalpha():
            pairs.setdefault(first.upper() + second, []).append(entry)
    return pairs


def _page(here: Viewpoint, title: str, links: Mapping[str, str], shown: _Rows) -> AlphabetView:
    page = here.links.page or URL
    return AlphabetView(
        frame=frame(here),
        head=site_head(title, SUMMARY, here),
        title=title,
        summary=SUMMARY,
        count=sum(map(len, shown.values())),
        chips=tuple(Link(letter, here.links.to(url), current=url == page) for letter, url in links.items()),
        letters=tuple(
            Letter(letter, _anchor(letter), tuple(_named(entry, here) for entry in entries))
            for letter, entries in shown.items()
        ),
    )


def _sorted(shelf: Shelf) -> _Sorted:
    """Give what lists may show by its letter; every page of letters needs all of it."""
    return shelf.once(_sorting)


def _sorting(shelf: Shelf) -> _Sorted:
    letters = _letters(shelf)
    pairs = {letter: _pairs(row) for letter, row in letters.items()}
    return _Sorted(letters, pairs, long=sum(map(len, letters.values())) > MOST)


def _letters(shelf: Shelf) -> _Rows:
    """Put all that lists may show under its letter: Latin ones first, then those of other scripts, then figures."""
    rows: dict[str, list[Entry]] = {}
    for key, entry in sorted(
        ((_key(entry), entry) for entry in shelf.listed if entry.url != "/"), key=lambda pair: (*pair[0], pair[1].id)
    ):
        rows.setdefault(key[1], []).append(entry)
    return rows


def _key(entry: Entry) -> tuple[int, str, str]:
    """Give what a title is sorted by: its sort of letter, the letter, and the words without accents or article."""
    plain = entry.spine.title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", entry.spine.title).casefold()
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = _ARTICLE.sub("", re.sub(r"^\W+", "", plain), count=1)
    first = plain[:1].upper()
    if not first.isalpha():
        return 2, FIGURES, plain
    return (0 if first.isascii() else 1), first, plain


def _anchor(letter: str) -> str:
    if letter == FIGURES:
        return "figures"
    return letter.lower() if letter.isascii() else "".join(f"u{ord(sign):04x}" for sign in letter)


def _url(letter: str) -> str:
    return f"{URL}{_anchor(letter)}/"


def _named(entry: Entry, here: Viewpoint) -> Named:
    return Named(entry.spine.title, entry.document.label, here.href(entry), entry.spine.lang, entry.id)
