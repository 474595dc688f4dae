"""Looks in every byte of what was built for what must not be there; a hit never repeats the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.checks.holding import Hit, Index
from plugins.model import Problem
from plugins.model.withheld import Withheld

CODE = "X02"


def residue(
    output: Path,
    withheld: Iterable[Withheld],
    files: Iterable[Path] | None = None,
) -> Iterator[Problem]:
    """Give a problem for each file of a folder that holds something withheld from it, by path.

    ``files`` are those to look into; all, if none are named.
    """
    yield from told(hits(output, withheld, files), {})


def told(found: Iterable[Hit], advice: Mapping[str, str]) -> Iterator[Problem]:
    """Give a problem for each part of a document that a file holds and may not; ``advice`` may know what to change."""
    for path, document, what, fix in dict.fromkeys((hit.path, hit.one.document_id, hit.what, hit.fix) for hit in found):
        if what:
            message = f"The {what} of {document} is in this file, where it may not be seen."
            yield _at(path, message, fix or advice.get(document) or _fix(document))
        else:
            yield _at(path, "This file is packed, so nobody can say what is in it.", "Leave it out, or unpack it.")


def hits(output: Path, withheld: Iterable[Withheld], files: Iterable[Path] | None = None) -> Iterator[Hit]:
    """Give everything withheld that files hold; parameters as for ``residue``."""
    index = Index(withheld)
    for path in sorted(path for path in output.rglob("*") if path.is_file()) if files is None else files:
        yield from index.hits(index.look(output, path))


def narrowed(found: Iterable[Hit]) -> tuple[Withheld, ...]:
    """Give what was withheld, no more of its words than was found."""
    words: dict[Withheld, set[str]] = {}
    for hit in found:
        words.setdefault(hit.one, set()).add(hit.words)
    return tuple(
        replace(
            one,
            phrases={phrase: place for phrase, place in one.phrases.items() if phrase in held},
            names={name: place for name, place in one.names.items() if name in held},
            marks=tuple(mark for mark in one.marks if mark in held),
        )
        for one, held in words.items()
    )


def confirmed(found: Iterable[Hit], withheld: Iterable[Withheld]) -> Iterator[Hit]:
    """Give the hits that count when less is withheld than was when they were found."""
    words: dict[tuple[object, ...], set[str]] = {}
    for one in withheld:
        words.setdefault(_whose(one), {""}).update(one.phrases, one.names, one.marks)
    yield from (hit for hit in found if hit.words in words.get(_whose(hit.one), {""}))


def _whose(one: Withheld) -> tuple[object, ...]:
    return one.document_id, one.kept_from, one.but_for


def _fix(document: str) -> str:
    kind, _, slug = document.partition(":")
    return f"Look where else in content/ the words of the {kind} “{slug}” stand, take them out, and build again."


def _at(name: str, message: str, fix: str) -> Problem:
    return Problem(path=name, line=0, field="", message=message, fix=fix, code=CODE)
