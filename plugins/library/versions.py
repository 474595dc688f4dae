"""Texts that say another again, in another language or in Easy Read: each is bound to its original."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from plugins.model import Document, Level, Problem, languages
from plugins.model.clock import day_in_words


def bound(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Give every document, a version with the original that it follows.

    A version whose original is not there stays without, and so may never be seen (see ``Document.live``).
    """
    documents = tuple(documents)
    originals = {document.id: document for document in documents if not document.version_of}
    return tuple(
        _bound(document, originals.get(document.version_of)) if document.version_of else document
        for document in documents
    )


def version_problems(document: Document, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Give where an original and its version do not name each other; all the documents by their ids."""
    yield from _unanswered(document, documents)
    if document.version_of:
        yield from _of_version(document, documents)
    if document.original:
        yield from _of_bound(document, document.original)


def twins(documents: Iterable[Document]) -> Iterator[Problem]:
    """Give what says one thing again in the same way as another."""
    taken: dict[tuple[str, str], Document] = {}
    for document in documents:
        if document.original:
            sort = document.lang.casefold() if document.translation_of else "Easy Read"
            first = taken.setdefault((document.original.id, sort), document)
            if first is not document:
                message = f"{first.path} is the same version of {document.original.path} already."
                yield _at(document, _field(document), message, "Keep one of the two.")


def _bound(document: Document, original: Document | None) -> Document:
    """Bind a version; what is made of it is made of its original too, so its digest stands for both."""
    both = hashlib.sha256(f"{document.digest} {original.digest if original else ''}".encode()).hexdigest()
    return document.model_copy(update={"original": original, "digest": both})


def _of_version(document: Document, documents: Mapping[str, Document]) -> Iterator[Problem]:
    original = documents.get(document.version_of)
    if original and original.version_of:
        message = f"{original.path} is a version of something else itself."
        yield _at(document, _field(document), message, f"Name the original: {original.version_of}.")
    if document.translation_of and not languages.name(document.lang):
        known = ", ".join(sorted(languages.NAMES))
        message = f"We do not know what the language “{document.lang}” calls itself, so readers see only its code."
        yield _at(document, "lang", message, f"Use its code, if it is one of these: {known}.", Level.WARNING)


def _of_bound(document: Document, original: Document) -> Iterator[Problem]:
    if document.translation_of and document.lang.casefold() == original.lang.casefold():
        message = f"This is a translation, but its language is that of the original, {original.lang}."
        yield _at(document, "lang", message, "Add its own, for example: lang: prs.")
    if document.behind and original.last_changed:
        message = f"{original.path} changed on {day_in_words(original.last_changed)}, and this has not since."
        fix = "Bring it up to date, then write the day in updated:. Until then it says that it is behind."
        yield _at(document, "updated", message, fix, Level.WARNING)


def _unanswered(document: Document, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Give the versions that an original names, but that do not name it."""
    named = [(f"translations.{code}", f"{document.kind}:{slug}") for code, slug in document.translations.items()]
    if document.easy_read:
        named.append(("easy_read", f"page:{document.easy_read}"))
    for field, name in named:
        version = documents.get(name)
        if version and version.version_of != document.id:
            own = f"easy_read_of: {document.id}" if field == "easy_read" else f"translation_of: {document.slug}"
            message = f"{version.path} does not say what it is a version of, so it would stay if this were withdrawn."
            yield _at(document, field, message, f"Add to it: {own}.")


def _field(document: Document) -> str:
    return "translation_of" if document.translation_of else "easy_read_of"


def _at(document: Document, field: str, message: str, fix: str, level: Level = Level.ERROR) -> Problem:
    return Problem(
        path=document.path,
        line=document.lines.get(field, 1),
        field=field,
        message=message,
        fix=fix,
        code="T01",
        level=level,
    )
