"""What documents say, in wordings that can be looked for; and what is said in public whatever one of them says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple, Self

from pydantic import BaseModel

from plugins.library import Library, Shelf, Spine
from plugins.model import DOCUMENT_TYPES, Block, Channel, Document, Prose, Reference, Story
from plugins.model.blocks import Only, Poem
from plugins.model.clock import DAYS, MONTHS
from plugins.model.document import FROM_THE_FILE
from plugins.model.fields import Term
from plugins.model.story import Identity
from plugins.model.withheld import plain_words, stands_alone, wording
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


class Asked(NamedTuple):
    """A wording, a name or a mark that may stand in public whatever one document says."""

    words: str
    by_right: bool = False
    """Whether it only counts where somebody agreed to it, or where it is nobody's."""
    exactly: bool = False
    """Whether it is a piece of an address."""


class Public(NamedTuple):
    """What of what was asked each channel says in public, and who was heard to say it: documents by their ids."""

    said: Mapping[Channel, Collection[Asked]]
    by: frozenset[str]
    """No name stands for what belongs to nobody, and for addresses."""


def in_public(
    library: Library,
    asked: Mapping[Channel, Iterable[Asked]],
    furniture: Iterable[str],
    likely: Collection[str] = (),
) -> Public:
    """Give what of it each channel says in public; ``furniture`` is what the site says whatever its content.

    Each document is opened once for everything, those that ``likely`` say it before others, and none once all is
    answered.
    """
    waiting = {channel: set(sought) for channel, sought in asked.items()}
    found: dict[Channel, set[Asked]] = {channel: set() for channel in asked}
    by: set[str] = set()
    common = _Speech.of([*furniture, *_vocabulary(), *_records(library)], told=True)
    for channel in asked:
        if _answer(waiting[channel], found[channel], (common, _addresses(library.on(channel)))):
            by.add("")
    for entry in sorted(library.entries.values(), key=lambda entry: entry.id not in likely):
        speeches = cache(partial(_speech, entry.document))
        for channel, sought in waiting.items():
            leaves_out = Only.WEB if channel is Channel.EMAIL else Only.EMAIL
            seen = sought and library.on(channel).get(entry.id)
            if seen and _answer(sought, found[channel], (speeches(leaves_out),)):
                by.add(entry.id)
    return Public(found, frozenset(by))


def _answer(waiting: set[Asked], found: set[Asked], speeches: Iterable[_Speech]) -> bool:
    """Put what speeches hold where what is found is, and wait for it no longer; say whether there was any."""
    held = {asked for speech in speeches for asked in waiting if speech.holds(asked)}
    found |= held
    waiting -= held
    return bool(held)


def _speech(document: Document, leaves_out: Only) -> _Speech:
    anchors = (str(getattr(block, "anchor", "")) for block in document.body)
    return _Speech.of([*_public(document, leaves_out), "\n".join(anchors)], told=document.agreed is not None)


def _addresses(shelf: Shelf) -> _Speech:
    parts = (part for entry in shelf.entries for part in (entry.url, entry.document.slug, *_stems(entry.spine)))
    return _Speech(told=False, words="", raw="\n".join(parts))


def _records(library: Library) -> Iterator[str]:
    records = (*library.supports.values(), *library.providers.values(), *library.facts.values())
    yield from (text for record in records for text in _texts(record))


@dataclass(frozen=True, slots=True)
class _Speech:
    """What one document says, or what everybody does."""

    told: bool
    """Whether its people agreed to it, or it belongs to nobody: templates, records."""
    words: str
    """Its words, as they are written and in small letters."""
    raw: str

    @classmethod
    def of(cls, texts: Sequence[str], *, told: bool) -> Self:
        """Take texts; a wording is never found across two of them."""
        words = " \n ".join(" ".join(plain_words(text)) for text in texts)
        return cls(told, f" {words} \0 {words.casefold()} ", "\n".join(texts))

    def holds(self, asked: Asked) -> bool:
        """Say whether it says it, and may."""
        if asked.exactly:
            return stands_alone(asked.words, self.raw)
        return (self.told or not asked.by_right) and f" {asked.words} " in self.words


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


def _stems(spine: Spine) -> Iterator[str]:
    yield from (name.rpartition(".")[0] for name in (*spine.pictures, spine.portrait))


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
