"""Weighs what was found of what may not be seen: words that stand in public anyway give nobody away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from plugins.library import Library
from plugins.model import Channel
from plugins.model.withheld import Withheld
from plugins.press.public import OWN, Asked, in_public
from plugins.press.withheld import PLACES, suspected


def withheld(library: Library, furniture: Iterable[str]) -> tuple[Withheld, ...]:
    """Give what may not be seen, for each channel that writes files.

    ``furniture`` is what the site says whatever its content: templates, settings. Words that stand there, or in
    something that may be seen, give nobody away.
    """
    return weighed(library, furniture, suspected(library)).withheld


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is withheld without what stands in public, and who says that there."""

    withheld: tuple[Withheld, ...]
    _library: Library
    _public: Mapping[Channel, Mapping[Asked, str]]

    def grounds(self, one: Withheld, words: str) -> Iterator[str]:
        """Give by whom words of something withheld stand in public: by a document's id, or by none if nobody's."""
        channel = _channel(self._library, one)
        public = self._public[channel] if channel else {}
        asked = (_wording(words, one, self._library), Asked(words), Asked(words, exactly=True))
        yield from (public[found] for found in asked if found in public)


def weighed(
    library: Library, furniture: Iterable[str], suspects: Iterable[Withheld], likely: Collection[str] = ()
) -> Weighed:
    """Take out of what is suspected all that stands in public anyway; ``likely`` documents are asked before others.

    A whole sentence of somebody's own is only there by right in another thing that somebody agreed to.
    """
    given = [(one, _channel(library, one)) for one in suspects]
    asked: dict[Channel, set[Asked]] = {}
    for one, channel in given:
        if channel:
            asked.setdefault(channel, set()).update(_asked(one, library))
    public = in_public(library, asked, furniture, likely)
    less = tuple(_less(one, library, public[channel]) if channel else one for one, channel in given)
    return Weighed(less, library, public)


def _channel(library: Library, one: Withheld) -> Channel | None:
    """Give the channel that may not carry it; none for what was withdrawn, or what engines may not keep."""
    channels = {places: channel for channel, places in PLACES.items()}
    return channels.get((one.kept_from, one.but_for)) if one.document_id in library.entries else None


def _asked(one: Withheld, library: Library) -> Iterator[Asked]:
    yield from (_wording(words, one, library) for words in one.phrases)
    yield from (Asked(name) for name in one.names)
    yield from (Asked(mark, exactly=True) for mark in one.marks)


def _less(one: Withheld, library: Library, public: Collection[Asked]) -> Withheld:
    """Leave out what stands in public."""
    phrases = {words: place for words, place in one.phrases.items() if _wording(words, one, library) not in public}
    names = {name: place for name, place in one.names.items() if Asked(name) not in public}
    marks = tuple(mark for mark in one.marks if Asked(mark, exactly=True) not in public)
    return replace(one, phrases=phrases, names=names, marks=marks)


def _wording(words: str, one: Withheld, library: Library) -> Asked:
    entry = library.entries.get(one.document_id)
    agreed = entry is not None and entry.spine.agreed
    return Asked(words, by_right=agreed and len(words.split()) >= OWN)
