"""What a change touches: the documents whose files differ, and those that show them."""

from __future__ import annotations

import subprocess
from pathlib import PurePosixPath

from plugins.desk.commands import WrongUse
from plugins.desk.project import Project
from plugins.desk.serving.stage import Stage
from plugins.library.pointers import pointers


def changed_since(revision: str, found: Project, stage: Stage) -> list[str]:
    """Give the ids of all documents that differ from a revision, then of those that point to one. Raises WrongUse."""
    files = _files(revision, found)
    entries = stage.library.entries.values()
    own = [entry.id for entry in entries if entry.document.path in files or entry.document.image in _pictures(files)]
    around = [
        entry.id
        for entry in entries
        if entry.id not in own and any(pointer.target in own for pointer in pointers(entry.document))
    ]
    return sorted(own) + sorted(around)


def _files(revision: str, found: Project) -> set[str]:
    """Give the files of the content folder that git says differ, new ones too, relative to it."""
    if revision.startswith("-"):
        message = f"“{revision}” is no revision. Give a branch, a tag or a commit: clnm proof --since main"
        raise WrongUse(message)
    names: set[str] = set()
    diff = ["diff", "--name-only", "--relative", "-z", revision, "--", "."]
    new = ["ls-files", "--others", "--exclude-standard", "-z", "--", "."]
    for words in (diff, new):
        try:
            done = subprocess.run(["git", *words], cwd=found.content, check=True, capture_output=True, text=True)  # noqa: S603, S607 - git, wherever it is
        except FileNotFoundError as error:
            message = "To see what a change touches, git is needed, and it is not here."
            raise WrongUse(message) from error
        except subprocess.CalledProcessError as error:
            message = f"git knows no revision “{revision}” here: {error.stderr.strip().splitlines()[0]}"
            raise WrongUse(message) from error
        names |= {name for name in done.stdout.split("\0") if name}
    return names


def _pictures(files: set[str]) -> set[str]:
    return {PurePosixPath(name).name for name in files if name.startswith("images/")}
