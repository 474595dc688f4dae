"""Which texts say again what may not be seen, so that whoever wrote them knows which one to change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plugins.library import Library
from plugins.model import Channel
from plugins.press.said import own_wordings

MOST = 3
"""So many places are named."""


def advice(library: Library, content: str, names: Iterable[str]) -> dict[str, str]:
    """Give what to change, by the id of each of some documents whose words were found where they may not be seen.

    Nothing is said of one whose words stand in no other document. ``content`` is the folder as an editor names it.
    """
    repeated = _repeated(library, names)
    return {
        name: _said(f"{content}/{library.entries[name].document.path}", content, repeated[name]) for name in repeated
    }


def _said(path: str, content: str, places: Sequence[str]) -> str:
    more = f" and {len(places) - MOST} more" if len(places) > MOST else ""
    named = ", ".join(f"{content}/{place}" for place in places[:MOST])
    return (
        f"{path} may not be seen there, and the same words stand in {named}{more}.\n"
        "Write them differently in one of the two: change the second, unless the first only copied it."
    )


def _repeated(library: Library, names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Give the places, in other documents that may be seen, of sentences that documents have too, by their ids.

    However many there are of these, every other is opened once.
    """
    whose: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for words in own_wordings(library.entries[name].document) if name in library.entries else ():
            whose[words].append(name)
    seen = {other.id: other for channel in (Channel.WEB, Channel.EMAIL) for other in library.on(channel).entries}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other in seen.values() if whose else ():
        for words, place in own_wordings(other.document).items():
            for name in whose.get(words, ()):
                if name != other.id:
                    found[name].append(f"{other.document.path} ({place})")
    return found
