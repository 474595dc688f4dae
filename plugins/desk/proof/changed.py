"""What a change touches: the documents whose files differ, and those that show them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.desk.commands import WrongUse
from plugins.desk.project import Project
from plugins.desk.serving.stage import Stage
from plugins.library.pointers import pointers
from plugins.model import RECORD_TYPES
from plugins.source import records


def changed_since(revision: str, found: Project, stage: Stage) -> list[str]:
    """Give the ids of all documents that differ from a revision, then of those that show what does. Raises WrongUse."""
    files = _files(revision, found)
    entries = stage.library.entries.values()
    own = [entry.id for entry in entries if entry.document.path in files]
    named = {*own, *_pictures(files), *_records(revision, found, files)}
    around = [
        entry.id
        for entry in entries
        if entry.id not in own and any(pointer.target in named for pointer in pointers(entry.document))
    ]
    return sorted(own) + sorted(around)


def _files(revision: str, found: Project) -> set[str]:
    """Give the files of the content folder that git says differ, new ones too, relative to it."""
    if revision.startswith("-"):
        message = f"“{revision}” is no revision. Give a branch, a tag or a commit: clnm proof --since main"
        raise WrongUse(message)
    diff = ["diff", "--name-only", "--relative", "-z", revision, "--", "."]
    new = ["ls-files", "--others", "--exclude-standard", "-z", "--", "."]
    try:
        said = b"".join(_git(found, words) for words in (diff, new))
    except FileNotFoundError as error:
        message = "To see what a change touches, git is needed, and it is not here."
        raise WrongUse(message) from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().splitlines()[0]
        message = f"git knows no revision “{revision}” here: {reason}"
        raise WrongUse(message) from error
    return {os.fsdecode(name) for name in said.split(b"\0") if name}


def _git(found: Project, words: list[str]) -> bytes:
    return subprocess.run(["git", *words], cwd=found.content, check=True, capture_output=True).stdout  # noqa: S603, S607 - git, wherever it is


def _pictures(files: set[str]) -> set[str]:
    return {f"picture:{PurePosixPath(name).name}" for name in files if name.startswith("images/")}


def _records(revision: str, found: Project, files: set[str]) -> Iterator[str]:
    """Give the help lines, facts and other records that differ, as documents name them."""
    for kind in RECORD_TYPES:
        name = f"data/{kind.file}"
        if name in files:
            path = found.content / name
            try:
                data = _git(found, ["show", f"{revision}:./{name}"])
            except subprocess.CalledProcessError:  # it was not there
                data = b""
            before = {record.id: record for record in records.read(kind, name, data)[0]}
            data = path.read_bytes() if path.is_file() else b""
            now = {record.id: record for record in records.read(kind, name, data)[0]}
            yield from (
                f"{kind.kind}:{word}" for word in before.keys() | now.keys() if before.get(word) != now.get(word)
            )
