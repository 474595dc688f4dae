"""Whether the blocks that are for some readers only are in an edition of their issue."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from plugins.model import Document, Newsletter, Problem


def reader_problems(document: Document) -> Iterator[Problem]:
    """Give each block that names readers for whom there is no edition."""
    known = _readers(document)
    for block in document.body:
        for word in block.readers:
            if word not in known:
                message, fix = _said(document, word, known)
                yield Problem(document.path, block.line, "readers", message, fix, "N06")


def _readers(document: Document) -> frozenset[str]:
    """Give everybody who has an edition of their own."""
    editions = document.editions if isinstance(document, Newsletter) else ()
    return frozenset({name for readers in editions for name in (readers.audience, readers.area) if name})


def _said(document: Document, word: str, known: frozenset[str]) -> tuple[str, str]:
    """Say what is wrong and how to mend it."""
    if not isinstance(document, Newsletter):
        return "Only newsletters are sent to some readers and not to others.", "Take the line out."
    message = f"This issue has no edition for “{word}”, so no email would have this block."
    near = difflib.get_close_matches(word, sorted(known), n=1)
    if near:
        return message, f"Did you mean “{near[0]}”?"
    if known:
        return message, f"Its editions are for: {', '.join(sorted(known))}."
    return message, "Add editions_by: audience, or editions_by: areas. Or take readers out here."
