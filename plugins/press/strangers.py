"""Refuses to build over files that nobody knows."""

from __future__ import annotations

from pathlib import Path

from plugins.press.artefact import Beside, nothing_beside
from plugins.press.floor import strangers
from plugins.press.plan import Plan

NAMED = 3
"""So many files are named where more are meant."""


def stop_at_strangers(planned: Plan, output: Path, beside: Beside = nothing_beside) -> None:
    """Refuse an output folder whose files nobody knows: they may be what must no longer be seen."""
    if output.is_symlink():
        raise SystemExit(f"{output} is what visitors see. Building there would show them half a site: make publish")
    unknown = strangers(planned, output, beside)
    if unknown:
        more = len(unknown) - NAMED
        named = ", ".join(unknown[:NAMED]) + (f" and {more} more" if more > 0 else "")
        message = f"{output} holds files that this press has no record of: {named}.\n"
        way_out = "Empty the folder (make clean), or give another with --output. Nothing was published."
        raise SystemExit(message + way_out)
