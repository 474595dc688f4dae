"""What is said of a theme that cannot be drawn with: which of its files, at which line, and why."""

from __future__ import annotations

import traceback
from pathlib import Path

from plugins.model import Problem

_FIX = "Undo the last change of the theme, or ask whoever looks after it. The site stays as it was."


def in_theme(error: Exception, theme: Path) -> Problem | None:
    """Name the file of a theme in which drawing ended, as seen from the theme's own folder; None where it was in none.

    Jinja puts the lines of templates into tracebacks as if they were Python's; the innermost is where it ended.
    """
    places = [(frame.filename, frame.lineno or 0) for frame in reversed(traceback.extract_tb(error.__traceback__))]
    named = getattr(error, "filename", None)  # of a mistake in a template's grammar, or of a file that is not there
    if isinstance(named, str):
        places.insert(0, (named, getattr(error, "lineno", None) or 0))
    root = theme.resolve()
    inside = ((Path(name).resolve(), line) for name, line in places if not name.startswith("<"))
    for path, line in inside:
        if path.is_relative_to(root):
            return undrawn(error, f"{theme.name}/{path.relative_to(root).as_posix()}", line)
    return None


def undrawn(error: Exception, path: str, line: int = 0) -> Problem:
    """Say that drawing ended at a place, and why."""
    words = getattr(error, "strerror", None) or getattr(error, "msg", None) or str(error)
    reason = (words.splitlines() or [""])[0].rstrip(".") or type(error).__name__
    return Problem(
        path=path, line=line, field="", message=f"Nothing can be drawn with this: {reason}.", fix=_FIX, code="T02"
    )
