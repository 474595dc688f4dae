"""What is said of a file that lies where nothing reads it: what it is, and where it belongs."""

from __future__ import annotations

import difflib
import re
from pathlib import PurePosixPath

from plugins.model import DOCUMENT_TYPES
from plugins.source import pictures
from plugins.source.text import plain_name

_FOLDERS = (*(kind.folder for kind in DOCUMENT_TYPES), "images", "data")
_MEANT = {
    **{folder: folder for folder in _FOLDERS},
    **{kind.kind: kind.folder for kind in DOCUMENT_TYPES},
    **dict.fromkeys(("image", "pictures", "photos"), "images"),
}
"""Folders by what somebody may call them."""
_KINDS = frozenset(kind.folder for kind in DOCUMENT_TYPES)
_LEFT_ALONE = frozenset({".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"})
_TEXTS = frozenset({".txt", ".text", ".markdown", ".mdown", ".mkd"})
_PAPERS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".html", ".htm"})


_OPEN = re.compile(r"\..+\.sw[a-p]|\.#.+|~\$.+|\.~lock\..+", re.DOTALL)
"""The names that Vim, Emacs and word processors give to what they keep beside a file that they have open."""


def kept_while_open(name: str) -> bool:
    """Say whether a program keeps a file of this name beside one that it has open, and takes it away with it."""
    return _OPEN.fullmatch(PurePosixPath(name).name) is not None


def left_by_a_program(name: str) -> bool:
    """Say whether a system leaves a file of this name beside others, without anybody's words or name in it."""
    return PurePosixPath(name).name in _LEFT_ALONE


def said(name: str) -> tuple[str, str]:
    """Say what is wrong with a file by its path in the content folder, and what to do."""
    folder, _, rest = name.partition("/")
    path = PurePosixPath(rest)
    if folder in _KINDS and "/" not in rest:
        return _beside_texts(path)
    if folder == "images" and "/" not in rest:
        return pictures.not_read(path.suffix)
    message = "This file is in a place where nothing is read."
    if rest and folder in _KINDS | {"images"}:
        return message, f"Nothing looks into folders inside {folder}. Move it: {folder}/{path.name}"
    near = difflib.get_close_matches(folder.lower(), _MEANT, n=1, cutoff=0.8) if rest else []
    if near:
        return message, f"Move it to {_MEANT[near[0]]}/. The folders are: {', '.join(_FOLDERS)}."
    return message, f"Stories go into stories/, pictures into images/. The folders are: {', '.join(_FOLDERS)}."


def _beside_texts(path: PurePosixPath) -> tuple[str, str]:
    ending = path.suffix.lower()
    if kept_while_open(path.name):
        office = path.name.startswith(("~$", ".~lock."))
        who, what = ("A word processor leaves", "name") if office else ("An editing program keeps", "words")
        return f"{who} this while a file is open, with your {what} in it.", "Close it, then delete this."
    if path.name.endswith(("~", ".bak", ".orig")):
        return "This is a copy that some program kept. Nothing reads it.", "Delete it, or give it a name of its own."
    name = f"{plain_name(path.name.removesuffix(path.suffix).removesuffix('.md'))}.md"
    if ending in pictures.ENDINGS or ending in pictures.NOT_READ:
        return "This is a picture, and only texts are read here.", "Move it to content/images."
    if ending in _PAPERS:
        fix = f"Copy the words out of it into a plain text file, {name}: clnm new begins one."
        return f"Only files that end in .md are read here, and this is a {ending} file.", fix
    if ending in _TEXTS:
        return "Only files that end in .md are read here.", f"Rename it to {name}."
    fix = f"Save it as plain text with the ending .md: {name}. Pictures go into images."
    return "Only files that end in .md are read here.", fix
