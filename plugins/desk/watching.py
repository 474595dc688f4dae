"""Watches the content while an issue is being sent: a story that is withdrawn meanwhile stops it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

from plugins.desk.commands import WrongUse
from plugins.desk.outgoing import MustNotGo, Outgoing, outgoing
from plugins.desk.project import Project

STOPPED = "The content has changed since this send began, and the email with it. Look at it before you send the rest."


def objection(found: Project, begun: Outgoing) -> Callable[[], str]:
    """Give what says why an issue may not be sent any more; nothing while it may.

    Files are looked at each time. Only where one looks different is the content read, and the email drawn again.
    """
    seen = _marks(found.content)

    def ask() -> str:
        nonlocal seen
        marks = _marks(found.content)
        if marks == seen:
            return ""
        seen = marks
        try:
            with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
                same = outgoing(found, begun.newsletter.slug).issue.digest == begun.issue.digest
        except (MustNotGo, WrongUse, OSError) as why:
            return f"{STOPPED} {why}"
        return "" if same else STOPPED

    return ask


def _marks(content: Path) -> frozenset[tuple[str, int, int]]:
    found = set()
    for path in content.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            look = path.lstat()
            found.add((str(path), look.st_mtime_ns, look.st_size))
    return frozenset(found)
