"""Which texts say again what may not be seen, so that whoever wrote them knows which one to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.library import Library
from plugins.model import Channel
from plugins.press.said import own_wordings

MOST = 3
"""So many places are named."""


def advice(library: Library, content: str) -> Callable[[str], str]:
    """Give what says, of a document whose words were found where they may not be, what to change."""

    def said(name: str) -> str:
        places = list(_repeating(library, name))
        if not places:
            return ""
        entry, more = library.entries[name], f" and {len(places) - MOST} more" if len(places) > MOST else ""
        named = ", ".join(f"{content}/{place}" for place in places[:MOST])
        return (
            f"{content}/{entry.document.path} may not be seen there, and the same words stand in {named}{more}.\n"
            "Write them differently in one of the two: change the second, unless the first only copied it."
        )

    return said


def _repeating(library: Library, name: str) -> Iterator[str]:
    """Give the places, in other documents that may be seen, of sentences that a document has too."""
    entry = library.entries.get(name)
    own = own_wordings(entry.document).keys() if entry else frozenset[str]()
    seen = {other.id: other for channel in (Channel.WEB, Channel.EMAIL) for other in library.on(channel).entries}
    for other in seen.values():
        if own and other.id != name:
            found = own_wordings(other.document)
            yield from (f"{other.document.path} ({found[words]})" for words in found if words in own)
