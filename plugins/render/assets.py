"""The files of a theme's ``static`` folder as they are published: small, and named after what is in them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import rjsmin

from plugins.render.cascade import bundled

READER = "js/reader.js"
"""The script that stands in every page; it is no file of the site."""

_CASCADE = "css/"
"""The folder of the sheets that pages carry in themselves."""


def published(static: Path) -> Iterator[str]:
    """Name the files of the folder that stay files: all but the reader's script and the sheets of ``css``."""
    for path in sorted(static.rglob("*")):
        name = path.relative_to(static).as_posix()
        if path.is_file() and name != READER and not name.startswith(_CASCADE) and not path.name.startswith("."):
            yield name


def small(path: Path) -> bytes:
    """Give a file's bytes: of a script or a style sheet, without what only people read."""
    match path.suffix:
        case ".css":
            return bundled(path).encode()
        case ".js":
            return str(rjsmin.jsmin(path.read_text("utf-8"))).strip().encode()
    return path.read_bytes()


def asset(static: Path, name: str) -> str:
    """Say where a file of the folder is published: ``icon.svg`` at ``static/icon-1f2e3d4c.svg``.

    The name changes with the content, so browsers may keep the file for ever (RFC 8246). Raises
    FileNotFoundError for a file that is not there.
    """
    path = static / name
    digest = hashlib.sha256(small(path)).hexdigest()[:8]
    return f"static/{path.relative_to(static).with_stem(f'{path.stem}-{digest}').as_posix()}"


def drawing(static: Path, name: str) -> str:
    """Give a drawing (SVG) of the folder as an address that holds it whole (RFC 2397): a page need not ask for it."""
    return "data:image/svg+xml," + quote((static / name).read_text("utf-8").strip().replace('"', "'"), safe="'=:/,()")


def folder_digest(folder: Path) -> bytes:
    """Stand for everything in a folder of the theme, and in folders that are linked there."""
    found = hashlib.sha256()
    for path in sorted(_below(folder)):
        if path.is_file():
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.digest()


def _below(folder: Path) -> Iterator[Path]:
    """Give what is in a folder and below, behind links too; a folder that a link leads back to only once."""
    walked = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        folders.sort()
        if (real := os.path.realpath(place)) in walked:
            folders.clear()
            continue
        walked.add(real)
        yield from (Path(place, name) for name in files)
