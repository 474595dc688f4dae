"""Whether a storyteller's name or sentences stand in other texts too, where withdrawing would not reach them (N03)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.model import Document, Level, Person, Problem, Story
from plugins.model.story import Identity, comparable
from plugins.safeguarding.texts import Said, problem, sentences

LONG = 8
"""A sentence of this many words is not written twice by chance."""

_NAMELESS = frozenset({Identity.ANONYMOUS, Identity.COLLECTIVE})
_NAME = re.compile(r"[A-Z][\w'-]*")
_SENTENCE = re.compile(r"[^.!?:;\"\n]+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A place where something of a story stands outside it."""

    story: Story
    document: Document
    piece: Said
    name: str
    """The name that stands there; nothing where it is a sentence."""


def held(document: Document) -> frozenset[str]:
    """Give every name and long sentence that stands in a document, so that whole libraries are compared quickly."""
    pieces = sentences(document).pieces
    return frozenset(key for piece in pieces for key in (*_names(piece.text), *_sentences(piece.text)))


def told(document: Document) -> frozenset[str]:
    """Give what a story tells and no other document should hold, of what ``held`` gives."""
    if not isinstance(document, Story):
        return frozenset()
    names = [document.storyteller] if document.identity not in _NAMELESS else []
    return frozenset([*filter(_NAME.fullmatch, names), *_sentences(document.words)])


def copies(documents: Iterable[Document], among: Iterable[Document] | None = None) -> Iterator[Copy]:
    """Find what stands of each story in other documents; a name that somebody's own page shows is theirs to show.

    It is looked for ``among`` some of the documents, or in all.
    """
    documents = tuple(documents)
    stories = [document for document in documents if isinstance(document, Story)]
    public = {document.display_name for document in documents if isinstance(document, Person)}
    names = {story.storyteller: story for story in stories if story.identity not in _NAMELESS}
    names = {name: story for name, story in names.items() if name not in public and _NAME.fullmatch(name)}
    known = {sentence: story for story in stories for sentence in _sentences(story.words)}
    for document in documents if among is None else among:
        for piece in sentences(document).pieces:
            for name in _names(piece.text):
                story = names.get(name)
                if story and not _goes_with(story, document) and not _same_person(story, document):
                    yield Copy(story, document, piece, name)
            for sentence in _sentences(piece.text):
                story = known.get(sentence)
                if story and not _goes_with(story, document):
                    yield Copy(story, document, piece, "")


def copy_problems(documents: Iterable[Document], among: Iterable[Document] | None = None) -> Iterator[Problem]:
    """Ask for a reference wherever a story is named or copied, ``among`` some of the documents or in all."""
    for copy in copies(documents, among):
        what = f"This names “{copy.name}”, who tells" if copy.name else "This is word for word from"
        message = f"{what} the story “{copy.story.slug}”. If the story is withdrawn, this stays."
        fix = f"Use a reference, so that it goes with the story:\n/// story | {copy.story.slug}\n///"
        yield problem(copy.document, copy.piece, "N03", (message, fix), Level.WARNING)


def _goes_with(story: Story, document: Document) -> bool:
    """Say whether a document is a story itself, or a version of it, which disappears when it does."""
    return story is document or story is document.original


def _names(text: str) -> Iterable[str]:
    return dict.fromkeys(word.removesuffix("'s") for word in _NAME.findall(text))


def _same_person(story: Story, document: Document) -> bool:
    return isinstance(document, Story) and document.storyteller == story.storyteller


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(comparable(text)):
        if len(sentence.split()) >= LONG:
            yield sentence.strip()
