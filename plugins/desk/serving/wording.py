"""How the words of one document read: the notes that the strip of its page shows, quietly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.desk.serving.news import MOST, said
from plugins.model import Document
from plugins.press.porch import shown
from plugins.source.documents import digest


def notes(content: Path, document: Document) -> list[dict[str, str]]:
    """Give the notes on a document's words; none where its file is no longer the one that was read."""
    from plugins import style  # noqa: PLC0415 - its lists take time to load, and a page comes first

    try:
        data = (content / document.path).read_bytes()
    except OSError:
        return []
    if digest(document.path, data) != document.digest:
        return []
    folder = shown(str(content))
    found = style.notes(document, data.decode("utf-8-sig"))
    return [said(replace(note, path=f"{folder}/{note.path}")) for note, _ in zip(found, range(MOST), strict=False)]
