"""Files whose names no address can have get the nearest name that can; texts that name a picture follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.desk.mending.undo import Kept
from plugins.model import DOCUMENT_TYPES
from plugins.press.floor import write_whole
from plugins.source.pictures import ENDINGS, FORMATS, head
from plugins.source.text import name_problems, plain_name


def rename(content: Path, kept: Kept) -> Iterator[str]:
    """Rename what needs it and what nothing stands in the way of; say each."""
    for kind in DOCUMENT_TYPES:
        for path in sorted((content / kind.folder).glob("*")):
            if path.suffix.lower() == ".md" and path.is_file() and any(name_problems(f"{kind.folder}/{path.name}")):
                yield from _move(path, f"{plain_name(path.stem)}.md", content, kept)
    for path in sorted((content / "images").glob("*")):
        if path.suffix.lower() in ENDINGS and path.is_file() and not path.is_symlink():
            name = f"{plain_name(path.stem)}{_ending(path)}"
            if name != path.name:
                old = path.name
                for line in _move(path, name, content, kept):
                    yield line
                    yield from _follow(content, old, name, kept)


def _ending(path: Path) -> str:
    """Give the ending that says what a picture is inside."""
    ending = path.suffix.lower()
    try:
        right = FORMATS[head(path.read_bytes()).format]
    except Exception:  # noqa: BLE001 - Pillow's readers raise whatever a broken file makes them raise
        return ending
    return ending if ending in right else right[0]


def _move(path: Path, name: str, content: Path, kept: Kept) -> Iterator[str]:
    to = path.with_name(name)
    if to.exists() and not to.samefile(path):
        return
    kept.keep(to)
    kept.keep(path)
    data = path.read_bytes()
    path.unlink()
    write_whole(to, data)
    yield f"{to.relative_to(content).as_posix()}: renamed, it was “{path.name}”"


def _follow(content: Path, old: str, new: str, kept: Kept) -> Iterator[str]:
    """Write a picture's new name wherever a text has the old one as a field, an option or a block's name of it."""
    shape = re.compile(
        rf"(?m)^(?P<lead>\s*[a-z_]+: *|/{{3,}} *figure *\| *)(?P<q>[\"']?){re.escape(old)}(?P=q)(?= *\r?$)".encode()
    )
    for path in sorted(content.glob("*/*.md")):
        data = path.read_bytes()
        after = shape.sub(lambda match: match["lead"] + new.encode(), data)
        if after != data:
            kept.keep(path)
            write_whole(path, after)
            yield f"{path.relative_to(content).as_posix()}: names the picture {new} now"
