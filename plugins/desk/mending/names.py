"""Files whose names no address can have, or that may say who is shown, get one that can; texts follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from plugins.desk.mending.undo import Kept
from plugins.disk import write_whole
from plugins.model import DOCUMENT_TYPES
from plugins.source import documents
from plugins.source.pictures import ENDINGS, FORMATS, head
from plugins.source.text import name_problems, plain_name

_IMAGE = re.compile(rb"(?m)^image: *(?P<q>[\"']?)(?P<name>[a-z0-9][a-z0-9-]*\.[a-z]+)(?P=q) *\r?$")


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
    for path, page in _telling(content):
        old, name = path.name, _own_name(path, page)
        for line in _move(path, name, content, kept):
            yield line
            yield from _follow(content, old, name, kept)


def _telling(content: Path) -> Iterator[tuple[Path, str]]:
    """Give each picture whose name may say who is in it, with its page; one that two such pages share is left."""
    found: dict[Path, set[str]] = {}
    for kind in DOCUMENT_TYPES:
        for path in sorted((content / kind.folder).glob("*.md")):
            named = _IMAGE.search(data := path.read_bytes()) if path.is_file() and not path.is_symlink() else None
            if named is None or named["name"].startswith(f"{path.stem}-".encode()):
                continue
            document, problems = documents.read(kind, path.relative_to(content).as_posix(), data)
            picture = content / "images" / named["name"].decode()
            own = any((problem.code, problem.field) == ("F09", "image") for problem in problems)
            if document is None and own and picture.is_file() and not picture.is_symlink():
                found.setdefault(picture, set()).add(path.stem)
    yield from ((picture, pages.pop()) for picture, pages in found.items() if len(pages) == 1)


def _own_name(picture: Path, page: str) -> str:
    names = (f"{page}-{number}{picture.suffix}" for number in count(1))
    return next(name for name in names if not picture.with_name(name).exists())


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
