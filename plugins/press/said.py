"""What documents say, in wordings that can be looked for; and what is said in public whatever one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel

from plugins.library import Library, Shelf
from plugins.model import DOCUMENT_TYPES, Block, Channel, Document, Prose, Reference, Story
from plugins.model.blocks import Only, Poem
from plugins.model.clock import DAYS, MONTHS
from plugins.model.document import FROM_THE_FILE
from plugins.model.fields import Term
from plugins.model.story import Identity
from plugins.model.withheld import plain_words, wording
from plugins.view.words import story_by

FEWEST = 5
"""A wording of fewer words can be anybody's."""
OWN = 8
"""So many words in a row are nobody else's by chance."""
_ASIDE = frozenset({"image_credit", "checked_by_role", "lang", "translations", "translation_of"})
_NAMES = ("storyteller", "display_name")
_BY_NAME = frozenset({Identity.FULL_NAME, Identity.FIRST_NAME, Identity.PSEUDONYM})
_MARKS = re.compile(rf" ?\(?{Prose.OPEN}[^{Prose.CLOSE}]*{Prose.CLOSE}\)?")
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+|\n")
_IN_DATES = frozenset(word.casefold() for word in (*MONTHS, *DAYS))
_ITEM = re.compile(r"^\s*(?:\d+[.)]|[-*•>])\s+", re.MULTILINE)
_POINTER = re.compile(r"[a-z]+:[a-z0-9-]+(?:#\S*)?|/\S*")


@dataclass(frozen=True)
class Said:
    """Everything that one channel says in public."""

    all: Spoken
    told: Spoken
    """The part of it that its people agreed to, and what belongs to nobody: templates, records."""
    raw: str

    def holds(self, words: str, document: Document) -> bool:
        """Say whether a wording of a document stands in public anyway.

        A whole sentence of somebody's own is only there by right in another thing that somebody agreed to.
        """
        own = document.agreed and len(words.split()) >= OWN
        return (self.told if own else self.all).holds(words)

    def names(self, words: str) -> bool:
        """Say whether a name, letter for letter, is somebody else's too, or a common word."""
        return self.all.holds(words)

    def marks(self, mark: str) -> bool:
        """Say whether a piece of an address is part of another."""
        return re.search(rf"(?<![\w-]){re.escape(mark)}(?![\w-])", self.raw) is not None


class Spoken:
    """Texts in which wordings can be looked up fast, in small letters and letter for letter."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take texts; a wording is never found across two of them."""
        words: list[str] = []
        for text in texts:
            words += [*plain_words(text), "\n"]
        small = [word.casefold() for word in words]
        self._text = f" {' '.join(words)} \0 {' '.join(small)} "
        self._pairs = {*pairwise(words), *pairwise(small)}

    def holds(self, words: str) -> bool:
        """Say whether words stand here beside one another."""
        return all(pair in self._pairs for pair in pairwise(words.split())) and f" {words} " in self._text


def of_documents(library: Library, shelf: Shelf, furniture: Iterable[str]) -> Said:
    """Gather what a channel says."""
    records = (*library.supports.values(), *library.providers.values(), *library.facts.values())
    common = [*furniture, *_vocabulary(), *(text for record in records for text in _texts(record))]
    leaves_out = Only.WEB if shelf.channel is Channel.EMAIL else Only.EMAIL
    told: list[str] = [*common]
    other: list[str] = []
    addresses: list[str] = []
    for entry in shelf.entries:
        (told if entry.document.agreed else other).extend(_public(entry.document, leaves_out))
        addresses += [entry.url, entry.document.slug, *_stems(entry.document)]
    return Said(Spoken([*told, *other]), Spoken(told), "\n".join([*told, *other, *addresses]))


def of_nothing() -> Said:
    """Give a channel that says nothing."""
    return Said(Spoken(()), Spoken(()), "")


def own_wordings(document: Document) -> dict[str, str]:
    """Give the wordings of a document that are its own, each with the place it is from."""
    found = {wording(document.title): "title"}
    for field, text in _fields(document):
        if field not in _NAMES:
            found |= dict.fromkeys(sentences(text), field)
    for block in document.body:
        for text in _of_block(block):
            found |= dict.fromkeys((words for words in sentences(text) if words not in found), f"line {block.line}")
    found.pop("", None)
    return found


def own_names(document: Document) -> dict[str, str]:
    """Give the words by which a document names its people, letter for letter."""
    found: dict[str, str] = {}
    for field in _NAMES:
        words = plain_words(getattr(document, field, "") or "")
        found[" ".join(words)] = field
        if not isinstance(document, Story) or document.identity in _BY_NAME:
            found |= {word: field for word in words if len(word) > 2 and word[0].isupper()}  # noqa: PLR2004 - Jo, Mr
    found.pop("", None)
    return found


def sentences(text: str) -> Iterator[str]:
    """Give the wordings of a text's sentences; of short ones, that of all of them together."""
    for part in _MARKS.split(_ITEM.sub("", text)):
        for line in part.split("\n"):
            told = [found for sentence in _SENTENCE.split(line) if _counts(found := wording(sentence))]
            yield from told or filter(_counts, [wording(line)])


def _counts(words: str) -> bool:
    """Say whether a wording is long enough to be one document's own; the words of dates do not count."""
    return sum(not word.isdecimal() and word not in _IN_DATES for word in words.split()) >= FEWEST


def _public(document: Document, leaves_out: Only) -> Iterator[str]:
    for field, text in _fields(document):
        yield story_by(document) if isinstance(document, Story) and field == "storyteller" else text
    for block in document.body:
        if block.only != leaves_out and not isinstance(block, Reference):
            for text in _of_block(block):
                yield from (_MARKS.sub("", text), *_MARKS.split(text))


def _stems(document: Document) -> Iterator[str]:
    yield from (name.rpartition(".")[0] for name in document.pictures)
    yield from (str(getattr(block, "anchor", "")) for block in document.body)


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    """Give the texts that an editor wrote above the body, each with its field's name."""
    for name, field in type(document).model_fields.items():
        if field.json_schema_extra != FROM_THE_FILE and name not in document.points_to and name not in _ASIDE:
            for text in _texts(getattr(document, name)):
                yield name, text


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Poem):
        yield from (" ".join(verse) for verse in block.verses)
    yield block.words
    for name in type(block).model_fields:
        if name not in block.inside:
            yield from _texts(getattr(block, name))


def _texts(value: object) -> Iterator[str]:
    """Give the texts inside a value, without words from lists, and without pointers."""
    if isinstance(value, str) and not isinstance(value, Term) and not _POINTER.fullmatch(value):
        yield value
    elif isinstance(value, BaseModel):
        yield from (text for name in type(value).model_fields for text in _texts(getattr(value, name)))
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, tuple | list):
        yield from (text for part in value for text in _texts(part))


def _vocabulary() -> Iterator[str]:
    """Give the words that pages are made of whatever is in them: labels, kinds, months and weekdays."""
    yield from (*MONTHS, *DAYS)
    for kind in DOCUMENT_TYPES:
        yield from (kind.label, kind.plural, kind.index_title, kind.index_summary)
    waiting = list(Term.__subclasses__())
    while waiting:
        terms = waiting.pop()
        waiting += terms.__subclasses__()
        yield from (term.label for term in terms)
