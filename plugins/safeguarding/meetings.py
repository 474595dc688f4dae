"""Whether anything but an event holds a link that lets strangers into a meeting (SG-48); events look at themselves."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model import Document, Event, Level, Problem, joining
from plugins.model.taxonomy import Audience
from plugins.safeguarding.shapes import sought
from plugins.safeguarding.texts import problem, said

_LINK = sought(f"(?i:{joining.LINK.pattern})")
_MESSAGE = "This holds a meeting link, and strangers could join with it."
_FIX = "Take the link out, and send it to the people who book."


def meeting_problems(document: Document) -> Iterator[Problem]:
    """Give the first such link in what young people, or everybody, may read."""
    read_by_many = {Audience.YOUNG_PEOPLE, Audience.EVERYONE} & set(document.audience)
    if not isinstance(document, Event) and read_by_many and (found := said(document).first(_LINK)):
        yield problem(document, found[1], "E01", (_MESSAGE, _FIX), Level.ERROR)
