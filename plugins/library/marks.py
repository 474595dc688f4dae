"""What stands for an answer: the same mark, the same answer."""

from __future__ import annotations

import hashlib
from typing import Any

from plugins.library.entry import Entry


def mark(answer: Any, *, whole: bool = False) -> str:
    """Stand for an entry (``whole``: with its body), for entries in their order, or for any value by its ``repr``."""
    if answer is None:
        return ""
    if isinstance(answer, Entry):
        return answer.mark if whole else answer.card_mark
    found = hashlib.blake2b(digest_size=16)
    if isinstance(answer, tuple):
        for part in answer:
            found.update(f"{mark(part)}\0".encode())
    else:
        found.update(repr(answer).encode())
    return found.hexdigest()
