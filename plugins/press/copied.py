"""Which documents hold something of a story: likely ones are found by short keys, and only these are opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from plugins import safeguarding
from plugins.disk.digests import digest
from plugins.model import Document, Person, Problem, Story
from plugins.source import Memory, told, written

_KEY = 12
"""Letters of a key. A chance likeness only opens a document in vain."""
_FIND = {"held": safeguarding.held, "told": safeguarding.told}
_NAME = "."
"""Ends the key of a name."""


def copied(documents: Iterable[Document], memory: Memory) -> Iterator[Problem]:
    """Find what stands of stories in other documents.

    As long as all stories stay as they are, so does what another document holds of them.
    """
    documents = tuple(documents)
    mark = digest(" ".join(document.digest for document in documents if document.kind in {Story.kind, Person.kind}))
    kept = json.loads(memory.get("copied", "all") or "{}")
    known: dict[str, str] = kept["found"] if kept.get("mark") == mark else {}
    found = {document.digest: known.get(document.digest) for document in documents}
    unclear = [document for document in documents if found[document.digest] is None]
    if unclear:
        found |= {document.digest: written(problems) for document, problems in _compared(documents, unclear, memory)}
    if found != known or kept.get("mark") != mark:
        memory.put("copied", "all", json.dumps({"mark": mark, "found": found}))
    for document in documents:
        yield from told(found[document.digest] or "")


def _compared(
    documents: tuple[Document, ...], unclear: Iterable[Document], memory: Memory
) -> Iterator[tuple[Document, list[Problem]]]:
    """Compare some documents with all stories; only those are opened that have a key in common."""
    stories = {d: _keys("told", d, memory) for d in documents if d.kind == Story.kind}
    last = {key: story for story, found in stories.items() for key in found}
    people = [person for person in documents if person.kind == Person.kind]
    for document in unclear:
        own = frozenset(key for key in stories.get(document, ()) if key.endswith(_NAME))
        held = [key for key in _keys("held", document, memory) if key in last and key not in own]
        tellers = dict.fromkeys(story for key in held if (story := last[key]) is not document)
        found = safeguarding.copy_problems([*tellers, *people], [document]) if tellers else ()
        yield document, list(found)


def keys_of(document: Document, memory: Memory) -> None:
    """Put the keys of what a document holds into a memory, and of what it tells."""
    _keys("held", document, memory)
    if document.kind == Story.kind:
        _keys("told", document, memory)


def _keys(room: str, document: Document, memory: Memory) -> list[str]:
    """Give the keys of what a document holds, or tells."""
    known = memory.get(room, document.digest)
    if known is None:
        known = " ".join(sorted(map(_key, _FIND[room](document))))
        memory.put(room, document.digest, known)
    return known.split()


def _key(found: str) -> str:
    """Make the key of a name or a sentence; names are told apart, because two stories may be one person's."""
    return digest(found)[:_KEY] + ("" if " " in found else _NAME)
