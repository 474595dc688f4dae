"""Mends what only one answer fits, says what it did, and keeps what was there until the next time.

A file is written again only if what is then left is less than before, and its words are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.desk.mending import names, originals, undo
from plugins.desk.mending.files import Slugs, mended
from plugins.disk import write_whole
from plugins.model import DOCUMENT_TYPES, RECORD_TYPES, Document, Record
from plugins.press.porch import shown
from plugins.source.bounds import LARGEST_FILE


def run(content: Path) -> None:
    """Mend a content folder, print each thing that was done, and how to go back."""
    kept = undo.begin(content)
    done = [*names.rename(content, kept), *originals.mend(content, kept), *_texts(content, kept)]
    for line in done:
        print(f"mended: {shown(str(content))}/{line}")
    if done:
        things = "1 thing" if len(done) == 1 else f"{len(done)} things"
        print(f"\n{things} mended. Look at them, then commit them. To go back: clnm check --undo\n")
    else:
        print("There is nothing to mend that only one answer fits.\n")


def _texts(content: Path, kept: undo.Kept) -> Iterator[str]:
    slugs = {kind.kind: {path.stem for path in (content / kind.folder).glob("*.md")} for kind in DOCUMENT_TYPES}
    for record in RECORD_TYPES:
        file = content / "data" / record.file
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        slugs[record.kind] = set(re.findall(r"(?m)^([a-z0-9-]+):", text))
    for kind in DOCUMENT_TYPES:
        for path in sorted((content / kind.folder).glob("*.md")):
            yield from _text(kind, path, slugs, kept)
    for record in RECORD_TYPES:
        yield from _text(record, content / "data" / record.file, slugs, kept)


def _text(kind: type[Document | Record], path: Path, slugs: Slugs, kept: undo.Kept) -> Iterator[str]:
    if not path.is_file() or path.is_symlink() or path.stat().st_size > LARGEST_FILE:
        return
    name = path.relative_to(kept.content).as_posix()
    found = mended(kind, name, path.read_bytes(), slugs)
    if found.said:
        kept.keep(path)
        write_whole(path, found.data)
        yield from (f"{name}{f':{line}' if line else ''}: {what}" for line, what in found.said)
