"""How the words of a build's documents read: looked at where they changed, and remembered until they change again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from plugins.library import Library
from plugins.model import Problem
from plugins.source import Memory, told, written

MOST = 150
"""A build that opened more documents than this was not made for a look at their words: ``clnm check`` gives one."""


def style_notes(content: Path, library: Library, opened: Collection[str], memory: Memory) -> Iterator[Problem]:
    """Give the notes on all documents whose words a build has looked at, those that changed now before the others.

    ``opened`` are the paths of those that changed. None of these notes stops anything.
    """
    kept: dict[str, str] = json.loads(memory.get("style", "all") or "{}")
    there = {entry.document.digest: entry for entry in library.entries.values()}
    found = {digest: notes for digest, notes in kept.items() if digest in there}
    if opened and len(opened) <= MOST:
        from plugins import style  # noqa: PLC0415 - its lists take time to load, and mostly nothing has changed

        now = library.as_of.timestamp()
        for digest, entry in there.items():
            document = entry.document
            if document.path in opened and not entry.gone(now):
                found[digest] = written(style.notes(document, (content / document.path).read_text("utf-8-sig")))
    found = {digest: notes for digest, notes in found.items() if notes}
    if found != kept:
        memory.put("style", "all", json.dumps(found))
    for digest in sorted(found, key=lambda one: (there[one].document.path not in opened, there[one].document.path)):
        yield from told(found[digest])
