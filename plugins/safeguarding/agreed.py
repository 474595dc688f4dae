"""Whether the words are those the storyteller agreed to, and the paper that says so stays elsewhere (SG-07, SG-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model import Document, Level, Problem, Story
from plugins.model.clock import day_in_words
from plugins.safeguarding.texts import Said, problem, said, sought

SIGNED_FORM = sought(r"[\w./-]*consent[\w-]*\.(?:pdf|docx?|odt|jpe?g|png|webp|heic|tiff?)\b", re.IGNORECASE)
"""The name of a file that is likely to be a signed form."""


def agreement_problems(document: Document) -> Iterator[Problem]:
    """Give a file that looks like a signed form, and a story that changed after the storyteller saw it."""
    if found := said(document).first(SIGNED_FORM):
        message = f"This looks like a signed form ({found[0]}), which holds a name and a signature."
        fix = "Take it out of the folder and out of its history. Only its reference belongs here: ref: CR-2026-014."
        yield problem(document, found[1], "C01", (message, fix), Level.ERROR)
    approved_on = document.storyteller_approved_on if isinstance(document, Story) else None
    if approved_on and document.updated and document.updated > approved_on:
        approved = day_in_words(approved_on)
        message = f"This changed after {approved}, the day the storyteller saw the words and said yes."
        fix = "Show them the new words, then change storyteller_approved_on."
        piece = Said("", document.lines.get("updated", 1), "updated")
        yield problem(document, piece, "C01", (message, fix), Level.WARNING)
