"""Keyed fingerprints of withdrawn words: they catch a later paste, and cannot be read back.

A fingerprint is the HMAC (RFC 2104, SHA-256, cut to 48 bits) of five words in a row. The key is
never in the repository, so that nobody can try out guesses against what is kept.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator

from plugins.model import Document, Problem
from plugins.model.records import Withdrawn

RUN = 5
"""Words in a row that make one fingerprint."""
ENOUGH = 3
"""So many of one text's fingerprints in another are no chance."""
_LENGTH = 12


def fingerprints(text: str, key: bytes) -> tuple[str, ...]:
    """Give the fingerprints of a text, each once, sorted, so that they do not tell the order of the words."""
    words = _words(text)
    runs = (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return tuple(sorted({hmac.new(key, run.encode(), hashlib.sha256).hexdigest()[:_LENGTH] for run in runs}))


def pasted_again(documents: Iterable[Document], withdrawn: Iterable[Withdrawn], key: bytes) -> Iterator[Problem]:
    """Find documents that hold words of something that was withdrawn."""
    kept = {record.id: frozenset(record.prints) for record in withdrawn}
    if not kept:
        return
    for document in documents:
        found = set(fingerprints(told(document), key))
        for name, prints in kept.items():
            if len(found & prints) >= min(ENOUGH, len(prints)):
                yield Problem(
                    path=document.path,
                    line=1,
                    field="",
                    code="C07",
                    message=f"This holds words of “{name}”, which was withdrawn.",
                    fix="Take them out. If it is a chance, ask the participation worker.",
                )


def told(document: Document) -> str:
    """Give all the words of a document that readers see."""
    return f"{document.title}\n{document.summary}\n{document.words}"


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain)
