"""Whether a text names more of anybody than they agreed to (SG-13, SG-17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model import Document, Level, Problem, Story
from plugins.model.person import Person
from plugins.model.story import Identity
from plugins.safeguarding.first_names import FIRST_NAMES
from plugins.safeguarding.texts import Said, problem, said, sentences, sought

NAMED = 3
"""So many names are shown where more are meant."""

_WORDS = frozenset(
    """
    And But The Then When What Where Who Why How Is Was Has Had Will Can Did Does I We He She They It You My Our On
    In At To For From With If Or So Not No Yes Now Rep Chair House Project Council College Said Says Care Leavers
    National Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December
    """.split()  # noqa: SIM905 - words are read as words
)
"""What may follow a first name with a capital letter and is no surname."""

_CAPITAL = sought(r"(?<!St )(?<!St\. )\b([A-Z][a-z]+)\b")
_CREDITS = frozenset({"image_credit", "signed_by"})


def name_problems(document: Document) -> Iterator[Problem]:
    """Give a surname after a first name that is allowed alone, and other people who were not asked."""
    if isinstance(document, Person):
        yield from _surname(document, document.display_name)
    if isinstance(document, Story):
        if document.identity is Identity.FIRST_NAME:
            yield from _surname(document, document.storyteller)
        if not document.other_people_checked:
            yield from _others(document)


def _surname(document: Document, shown: str) -> Iterator[Problem]:
    allowed = shown.split(maxsplit=1)[0]
    after = re.compile(rf"\b{re.escape(allowed)} (?:[A-Z]\.? )?([A-Z][\w'-]+)")
    for match, piece in said(document).all(after):
        if piece.field not in _CREDITS and match[1].removesuffix("'s") not in _WORDS | FIRST_NAMES:
            message = f"They agreed to their first name only, and “{match[0]}” is more."
            yield problem(document, piece, "P05", (message, f"Write “{allowed}”."), Level.ERROR)
            return


def _others(story: Story) -> Iterator[Problem]:
    own = set(re.findall(r"\w+", story.storyteller))
    found: dict[str, Said] = {}
    for match, piece in sentences(story).all(_CAPITAL):
        if match[1] in FIRST_NAMES and match[1] not in own and piece.field not in _CREDITS:
            found.setdefault(match[1], piece)
    names = list(found)
    if names:
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        message = f"This names other people ({', '.join(names[:NAMED])}{more}). Do they know?"
        fix = "If a worker has asked them, add other_people_checked: true. Else call them “a friend”, “my brother”."
        yield problem(story, found[names[0]], "P05", (message, fix), Level.WARNING)
