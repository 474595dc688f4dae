"""What is said in public, whatever one document says: words that stand there anyway give nobody away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple, Self

from plugins.library import Entry, Library, Shelf, Spine
from plugins.model import DOCUMENT_TYPES, Channel, Document
from plugins.model.automaton import Automaton
from plugins.model.blocks import Only
from plugins.model.clock import DAYS, MONTHS
from plugins.model.fields import Term
from plugins.model.withheld import plain_words, stands_alone
from plugins.press.said import in_the_open, texts
from plugins.press.workers import each

OWN = 8
"""So many words in a row are nobody else's by chance."""


class Asked(NamedTuple):
    """A wording, a name or a mark that may stand in public whatever one document says."""

    words: str
    by_right: bool = False
    """Whether it only counts where somebody agreed to it, or where it is nobody's."""
    exactly: bool = False
    """Whether it is a piece of an address."""


_Waiting = dict[Channel, set[Asked]]
_Found = dict[Channel, dict[Asked, str]]


def in_public(
    library: Library,
    asked: Mapping[Channel, Iterable[Asked]],
    furniture: Iterable[str],
    likely: Collection[str] = (),
) -> Mapping[Channel, Mapping[Asked, str]]:
    """Give what of it each channel says in public, each with the id of who was heard to say it; none is nobody's.

    ``furniture`` is what the site says whatever its content. Each document is opened once for everything, those that
    ``likely`` say it before others, which are shared out among workers if they are many; and none once all is answered.
    """
    waiting = {channel: set(sought) for channel, sought in asked.items()}
    found: _Found = {channel: {} for channel in asked}
    seeker = _Seeker(set().union(*waiting.values()))
    shelves = {channel: library.on(channel) for channel in asked}
    common = seeker.said_in(_Speech.of([*furniture, *_vocabulary(), *_records(library)], told=True))
    _answer(waiting, found, dict.fromkeys(asked, common), "")
    for channel, shelf in shelves.items():
        if waiting[channel] & seeker.said_in(_addresses(shelf.entries)):
            for entry in shelf.entries:
                _answer(waiting, found, {channel: seeker.said_in(_addresses([entry]))}, entry.id)
    asking, entries = partial(_said_by, seeker, shelves), library.entries.values()
    for some in ([e for e in entries if e.id in likely], [e for e in entries if e.id not in likely]):
        answers = each("Weighing what was found", asking, some) if any(waiting.values()) else ()
        for entry, said in zip(some, answers, strict=False):
            _answer(waiting, found, said, entry.id)
            if not any(waiting.values()):
                break
    return found


def _answer(waiting: _Waiting, found: _Found, said: Mapping[Channel, Collection[Asked]], by: str) -> None:
    """Put what somebody says where what is found is, and wait for it no longer."""
    for channel, words in said.items():
        waited = waiting[channel].intersection(words)
        found[channel].update(dict.fromkeys(waited, by))
        waiting[channel] -= waited


def _said_by(seeker: _Seeker, shelves: Mapping[Channel, Shelf], entry: Entry) -> dict[Channel, frozenset[Asked]]:
    """Give what of all that is asked for an entry says, on each channel that may carry it."""

    @cache
    def but_for(leaves_out: Only) -> frozenset[Asked]:
        return seeker.said_in(_speech(entry.document, leaves_out))

    carrying = (channel for channel, shelf in shelves.items() if shelf.get(entry.id))
    return {channel: but_for(Only.WEB if channel is Channel.EMAIL else Only.EMAIL) for channel in carrying}


def _speech(document: Document, leaves_out: Only) -> _Speech:
    anchors = (str(getattr(block, "anchor", "")) for block in document.body)
    return _Speech.of([*in_the_open(document, leaves_out), "\n".join(anchors)], told=document.agreed is not None)


def _addresses(entries: Iterable[Entry]) -> _Speech:
    parts = (part for entry in entries for part in (entry.url, entry.document.slug, *_stems(entry.spine)))
    return _Speech(told=False, words="", raw="\n".join(parts))


def _records(library: Library) -> Iterator[str]:
    records = (*library.supports.values(), *library.providers.values(), *library.facts.values())
    yield from (text for record in records for text in texts(record))


@dataclass(frozen=True, slots=True)
class _Speech:
    """What one document says, or what everybody does."""

    told: bool
    """Whether its people agreed to it, or it belongs to nobody: templates, records."""
    words: str
    """Its words, as they are written and in small letters."""
    raw: str

    @classmethod
    def of(cls, passages: Sequence[str], *, told: bool) -> Self:
        """Take passages; a wording is never found across two of them."""
        words = " \n ".join(" ".join(plain_words(passage)) for passage in passages)
        return cls(told, f" {words} \0 {words.casefold()} ", "\n".join(passages))


class _Seeker:
    """Finds all that is asked for in what one document says, at once."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        """Take what is asked for."""
        words: dict[bytes, list[Asked]] = {}
        marks: dict[bytes, list[Asked]] = {}
        for one in asked:
            known, sought = (marks, one.words) if one.exactly else (words, f" {one.words} ")
            known.setdefault(sought.encode(), []).append(one)
        self._words, self._marks = Automaton(words), Automaton(marks)

    def said_in(self, speech: _Speech) -> frozenset[Asked]:
        """Give what somebody says, and may."""
        words = self._words.found(speech.words.encode())
        marks = self._marks.found(speech.raw.encode())
        return frozenset(
            {
                *(one for one in words if speech.told or not one.by_right),
                *(one for one in marks if stands_alone(one.words, speech.raw)),
            }
        )


def _stems(spine: Spine) -> Iterator[str]:
    yield from (name.rpartition(".")[0] for name in (*spine.pictures, spine.portrait))


def _vocabulary() -> Iterator[str]:
    """Give the words that pages are made of whatever is in them: labels, kinds, months and weekdays."""
    yield from (*MONTHS, *DAYS)
    for kind in DOCUMENT_TYPES:
        yield from (kind.label, kind.plural, kind.index_title, kind.index_summary)
    waiting = list(Term.__subclasses__())
    while waiting:
        terms = waiting.pop()
        waiting += terms.__subclasses__()
        yield from (term.label for term in terms)
