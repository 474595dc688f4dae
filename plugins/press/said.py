"""What documents say, in wordings that can be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from plugins.model import Block, Document, Prose, Reference, Story
from plugins.model.blocks import Only, Poem
from plugins.model.clock import DAYS, MONTHS
from plugins.model.document import FROM_THE_FILE
from plugins.model.fields import Term
from plugins.model.story import Identity, is_nobody
from plugins.model.withheld import plain_words, wording
from plugins.view.words import story_by

FEWEST = 5
"""A wording of fewer words can be anybody's."""
_ASIDE = frozenset({"image_credit", "checked_by_role", "lang", "translations", "translation_of"})
_NAMES = ("storyteller", "display_name")
_BY_NAME = frozenset({Identity.FULL_NAME, Identity.FIRST_NAME, Identity.PSEUDONYM})
_MARKS = re.compile(rf" ?\(?{Prose.OPEN}[^{Prose.CLOSE}]*{Prose.CLOSE}\)?")
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+|\n")
_IN_DATES = frozenset(word.casefold() for word in (*MONTHS, *DAYS))
_ITEM = re.compile(r"^\s*(?:\d+[.)]|[-*•>])\s+", re.MULTILINE)
_POINTER = re.compile(r"[a-z]+:[a-z0-9-]+(?:#\S*)?|/\S*")


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
        name = getattr(document, field, "") or ""
        if is_nobody(name):
            continue
        words = plain_words(name)
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


def in_the_open(document: Document, leaves_out: Only) -> Iterator[str]:
    """Give all that a document says where it may be seen, but for blocks that only one target shows."""
    for field, text in _fields(document):
        yield story_by(document) if isinstance(document, Story) and field == "storyteller" else text
    for block in document.body:
        if block.only != leaves_out and not isinstance(block, Reference):
            for text in _of_block(block):
                yield from (_MARKS.sub("", text), *_MARKS.split(text))


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    """Give the texts that an editor wrote above the body, each with its field's name."""
    for name, field in type(document).model_fields.items():
        if field.json_schema_extra != FROM_THE_FILE and name not in document.points_to and name not in _ASIDE:
            for text in texts(getattr(document, name)):
                yield name, text


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Poem):
        yield from (" ".join(verse) for verse in block.verses)
    yield block.words
    for name in type(block).model_fields:
        if name not in block.inside:
            yield from texts(getattr(block, name))


def texts(value: object) -> Iterator[str]:
    """Give the texts inside a value, without words from lists, and without pointers."""
    if isinstance(value, str) and not isinstance(value, Term) and not _POINTER.fullmatch(value):
        yield value
    elif isinstance(value, BaseModel):
        yield from (text for name in type(value).model_fields for text in texts(getattr(value, name)))
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in texts(part))
    elif isinstance(value, tuple | list):
        yield from (text for part in value for text in texts(part))
