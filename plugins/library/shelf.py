"""What may be seen on one channel at one instant: what is not here does not exist for whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from plugins.library.entry import Entry
from plugins.library.stock import Stock
from plugins.model import Authority, Channel, Fact, Provider, SupportLine
from plugins.model.blocks import Listing
from plugins.model.picture import Original
from plugins.model.taxonomy import Theme

Found = TypeVar("Found")
Question = tuple[tuple[Channel, ...], str, tuple[Any, ...]]
"""Channels, the name of one of the methods of ``Stock``, and its arguments."""


class Shelf:
    """Asks a stock, and notes each question where somebody keeps notes: equal answers make equal views."""

    def __init__(self, stock: Stock, as_of: datetime, note: Callable[[Question], None] | None = None) -> None:
        """Stand before a stock; ``note`` hears every question."""
        self.as_of = as_of
        self._stock = stock
        self._note = note

    def once(self, make: Callable[[Shelf], Found]) -> Found:
        """Give what a function makes of all but bodies: it is made once, and its questions are noted each time.

        The function is one of a module's own, for it is remembered by itself.
        """
        if make not in self._stock.made:
            questions: set[Question] = set()
            self._stock.made[make] = make(Shelf(self._stock, self.as_of, questions.add)), frozenset(questions)
        found, asked = self._stock.made[make]
        if self._note:
            for question in asked:
                self._note(question)
        made: Found = found
        return made

    def _ask(self, what: str, *args: Any) -> Any:
        if self._note:
            self._note((self._stock.channels, what, args))
        return getattr(self._stock, what)(*args)

    def _when(self, at: datetime | None) -> float | None:
        """Name an instant in a question: now is the same question tomorrow."""
        return None if at is None or at == self.as_of else at.timestamp()

    @property
    def channel(self) -> Channel:
        """Give the channel; of several, the first."""
        return self._stock.channels[0]

    @property
    def where(self) -> str:
        """Stand for which documents there are, in their order, and where. Nobody notes that this was asked."""
        return self._stock.where

    @property
    def outline(self) -> str:
        """Stand for the same, and for each document's days, themes and areas. Nobody notes that this was asked."""
        return self._stock.outline

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give every entry."""
        found: tuple[Entry, ...] = self._ask("every")
        return found

    @property
    def listed(self) -> tuple[Entry, ...]:
        """Give every entry but the offers that have ended."""
        found: tuple[Entry, ...] = self._ask("listed")
        return found

    @property
    def footer(self) -> tuple[tuple[str, str, str], ...]:
        """Give the pages that each page leads to at its foot: id, address, and what they are called there."""
        found: tuple[tuple[str, str, str], ...] = self._ask("footer")
        return found

    def get(self, name: str) -> Entry | None:
        """Find an entry by what documents call it, ``story:first-keys``; None if it may not be seen."""
        found: Entry | None = self._ask("get", name)
        return found

    def whole(self, name: str) -> Entry | None:
        """Find an entry in order to show its body, which only its own page may."""
        found: Entry | None = self._ask("whole", name)
        return found

    def at(self, url: str) -> Entry | None:
        """Find an entry by its address; None if nothing may be seen there."""
        found: Entry | None = self._ask("at", url)
        return found

    def all(self, kind: str) -> tuple[Entry, ...]:
        """Give every entry of a kind, in the kind's order."""
        found: tuple[Entry, ...] = self._ask("all", kind)
        return found

    def current(self, kind: str, at: datetime | None = None) -> tuple[Entry, ...]:
        """Give the entries of a kind that are not over at an instant (now, if none is given)."""
        found: tuple[Entry, ...] = self._ask("current", kind, self._when(at))
        return found

    def past(self, kind: str) -> tuple[Entry, ...]:
        """Give the entries of a kind that are over, the latest first."""
        found: tuple[Entry, ...] = self._ask("past", kind)
        return found

    def dated(self) -> tuple[Entry, ...]:
        """Give everything that is news, the newest first."""
        found: tuple[Entry, ...] = self._ask("dated")
        return found

    def leaf(self, table: str, name: Any, place: str = "") -> tuple[Entry, ...]:
        """Give what stands on a leaf of a list: ``themes`` and a theme, ``years`` and a year, ``past`` and a kind.

        A place is the end of an address, ``2019/``; the list's own page has none, and the newest.
        """
        found: tuple[Entry, ...] = self._ask("leaf", table, name, place)
        return found

    def leaves(self, table: str, name: Any) -> tuple[str, ...]:
        """Give the places of a list's leaves, the newest first; none where all is on the list's own page."""
        found: tuple[str, ...] = self._ask("leaves", table, name)
        return found

    def beside(self, table: str, name: Any, place: str) -> tuple[str | None, str | None]:
        """Give the places of what is newer and of what is older; None where nothing is."""
        found: tuple[str | None, str | None] = self._ask("beside", table, name, place)
        return found

    def count(self, table: str, name: Any) -> int:
        """Say how many entries a list has, on all its leaves."""
        found: int = self._ask("count", table, name)
        return found

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Give the entries before and after one in its kind's order."""
        found: tuple[Entry | None, Entry | None] = self._ask("neighbours", entry.id)
        return found

    def versions(self, name: str) -> tuple[Entry, ...]:
        """Give what says a document again, in other languages or in Easy Read, by the document's id."""
        found: tuple[Entry, ...] = self._ask("versions", name)
        return found

    def of_area(self, slug: str) -> tuple[Entry, ...]:
        """Give what belongs to an area, as far as its people agreed to show it, in the kinds' order."""
        found: tuple[Entry, ...] = self._ask("of_area", slug)
        return found

    def chosen(self, block: Listing, at: datetime, but: str = "", *, all_of_them: bool = False) -> tuple[Entry, ...]:
        """Give what a listing shows at an instant; ``but`` is the id of the document that it stands in.

        ``all_of_them`` leaves it to whoever asks to stop where the listing does.
        """
        most = None if all_of_them else block.count
        theme, area = str(block.theme or ""), block.area or ""
        found: tuple[Entry, ...] = self._ask("chosen", self._when(at), block.kind, block.choice, most, theme, area, but)
        return found

    @property
    def themes(self) -> Mapping[Theme, tuple[Entry, ...]]:
        """Give each theme in use with its entries, the newest first and undated ones last; the themes by label."""
        return _Table(self._ask, "themes")

    @property
    def years(self) -> Mapping[int, tuple[Entry, ...]]:
        """Give each year with what was published in it, the newest first."""
        return _Table(self._ask, "years")

    @property
    def addresses(self) -> Mapping[str, str]:
        """Give every address of this channel that ends in a slash."""
        return _Table(self._ask, "addresses")

    @property
    def supports(self) -> Mapping[str, SupportLine]:
        """Give the help lines."""
        return _Table(self._ask, "supports")

    @property
    def providers(self) -> Mapping[str, Provider]:
        """Give those who offer things."""
        return _Table(self._ask, "providers")

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Give the facts."""
        return _Table(self._ask, "facts")

    @property
    def authorities(self) -> Mapping[str, Authority]:
        """Give the councils' postcodes, by GSS code in small letters."""
        return _Table(self._ask, "authorities")

    @property
    def pictures(self) -> Mapping[str, Original]:
        """Give the editors' pictures by file name."""
        return _Table(self._ask, "pictures")


class _Table(Mapping[Any, Any]):
    """A table of a stock, each look at which is a question of its own."""

    def __init__(self, ask: Callable[..., Any], name: str) -> None:
        self._ask = ask
        self._name = name

    def __getitem__(self, key: Any) -> Any:
        found = self._ask("found", self._name, key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        """Ask no more than that: whoever only links to a list need not be made again when the list is another."""
        return bool(self._ask("has", self._name, key))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._ask("names", self._name))

    def __len__(self) -> int:
        return len(self._ask("names", self._name))
