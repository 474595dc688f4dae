"""An index in shards: for each word, where it stands; cut by the words' first letters, so a search loads little."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.search.words import words
from plugins.view.findable import Findable

LARGEST = 8_000
"""Bytes of a shard before it is compressed, to about half; one that would be larger is cut by its next letter."""
MOST = 200
"""A word in more documents than this tells little; of each sort of place, only the newest are kept."""
CARDS = 8
"""So many cards stand in one file."""
BATCH, WHOLE_BATCH = 40, 8
"""Documents come into the shards in batches of so many; of fewer where the words of bodies are searched too.

Both are so many files of cards, and so few documents that their words weigh little in the file that is always loaded.
"""


@dataclass(frozen=True, slots=True)
class Index:
    """All words with their places, as they are written into shards."""

    lines: Mapping[str, str]
    """For a word its places: the numbers of documents, the newest first, three times for three sorts of place."""


def index(documents: Iterable[Findable]) -> Index:
    """Note for each word in which documents it stands, each once at its best place: title, summary, or the rest."""
    places: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for number, found in enumerate(documents):
        seen: set[str] = set()
        for place, told in zip(places, (words(found.title), words(found.summary), found.said.split()), strict=True):
            fresh = set(told) - seen
            seen |= fresh
            for word in fresh:
                if word in place:
                    place[word].append(number)
                else:
                    place[word] = [number]
    return Index({word: _line([place.get(word, []) for place in places]) for word in sorted(set().union(*places))})


def anchored(count: int, *, whole: bool) -> int:
    """Give how many documents, from the oldest, are in shards: a new one changes no shard before its batch is full."""
    return count - count % (WHOLE_BATCH if whole else BATCH)


def shards(found: Index) -> Iterator[tuple[str, bytes]]:
    """Give each shard with the letters that its words begin with; of two that fit a word, the longer has it."""
    yield from _cut("", list(found.lines.items()))


def file_name(prefix: str) -> str:
    """Name a shard's file; w- in front, because Windows keeps names such as con and aux for itself."""
    return "w-" + "".join(sign if sign.isascii() else f"_{ord(sign):x}" for sign in prefix)


def cards(documents: Iterable[Findable]) -> Iterator[bytes]:
    """Give what is shown of each document, in files of a few, by number."""
    row = [_card(found) for found in documents]
    for first in range(0, len(row), CARDS):
        yield _written(row[first : first + CARDS])


def contents(version: str, count: int, prefixes: Iterable[str], newest: Iterable[Findable]) -> bytes:
    """Write what a search loads first: which shards there are of so many documents, and those that are in none yet.

    Of these it holds the card and the rest of their words: the script finds them in the texts themselves.
    """
    fresh = [(*_card(found), _rest(found)) for found in newest]
    return _written({"version": version, "count": count, "cards": CARDS, "shards": [*prefixes], "newest": fresh})


def numbers(shard: bytes) -> frozenset[int]:
    """Give the numbers of the documents that a shard names."""
    lines: dict[str, str] = json.loads(shard)
    return frozenset(int(number) for line in lines.values() for number in re.findall("[0-9]+", line))


def _card(found: Findable) -> tuple[str, ...]:
    return found.title, found.summary, found.url, found.kind, found.label, found.language


def _rest(found: Findable) -> str:
    """Give the words of a body that are in neither title nor summary."""
    known = {*words(found.title), *words(found.summary)}
    return " ".join(word for word in found.said.split() if word not in known)


def _cut(prefix: str, lines: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    data = _written(dict(lines))
    if len(data) <= LARGEST or all(word == prefix for word, _ in lines):
        yield prefix, data
        return
    groups: dict[str, list[tuple[str, str]]] = {}
    for word, line in lines:
        groups.setdefault(word[: len(prefix) + 1], []).append((word, line))
    for longer, group in groups.items():
        if longer == prefix:
            yield prefix, _written(dict(group))
        else:
            yield from _cut(longer, group)


def _line(places: list[list[int]]) -> str:
    """Write the places of a word: a bar between fields, commas between numbers, a star where some are left out."""
    star = "*" if any(len(row) > MOST for row in places) else ""
    return star + "|".join(",".join(map(str, reversed(row[-MOST:]))) for row in places).rstrip("|")


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
