"""Whether anything but an event holds a link that lets strangers into a meeting (SG-48); events look at themselves."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model import Document, Event, Level, Problem, joining
from plugins.model.taxonomy import Audience
from plugins.safeguarding.texts import problem, said

_MESSAGE = "This holds a meeting link, and strangers could join with it."
_FIX = "Take the link out, and send it to the people who book."


def meeting_problems(document: Document) -> Iterator[Problem]:
    """Give the first such link in what young people, or everybody, may read."""
    read_by_many = {Audience.YOUNG_PEOPLE, Audience.EVERYONE} & set(document.audience)
    if isinstance(document, Event) or not read_by_many or not joining.link_in(said(document).whole):
        return
    for piece in said(document).pieces:
        if joining.link_in(piece.text):
            yield problem(document, piece, "E01", (_MESSAGE, _FIX), Level.ERROR)
            return
