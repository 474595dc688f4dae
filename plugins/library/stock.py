"""What one channel may carry at one instant, found by name, address, kind, theme, year, area or choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from plugins.disk.digests import digest
from plugins.library.address import FINDER, INDEXES, PROGRAMMES, SITE_PAGES
from plugins.library.choosing import Choice, Wish
from plugins.library.entry import Entry
from plugins.library.leaves import Leaves, month, year, year_of_end
from plugins.library.succession import standing_in
from plugins.model import DOCUMENT_TYPES, Channel, Offer, Page
from plugins.model.taxonomy import Theme

REMEMBERED = 64
"""So many answers about other instants are kept: what an issue asks of its day, its email and its feeds ask too."""


class Stock:
    """Answers what may be seen. Every answer is an entry, entries in order, or a value that says all of itself."""

    def __init__(
        self, channels: tuple[Channel, ...], entries: Iterable[Entry], now: float, records: Mapping[str, Any]
    ) -> None:
        """Take the entries that all these channels may carry, in seconds since 1970 the instant, and the records."""
        self.channels = channels
        self.now = now
        self.made: dict[object, tuple[Any, frozenset[Any]]] = {}
        """What was made of all this once, by what made it, with the questions that it asked; see ``Shelf.once``."""
        self._entries = tuple(entries)
        self._records = records
        self._choices: dict[str, Choice] = {}
        self._running = lru_cache(REMEMBERED)(self._running_at)
        self._shown = lru_cache(REMEMBERED)(self._shown_of)
        self._leaves: dict[tuple[str, Any], Leaves] = {}

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self._entries}

    @cached_property
    def _by_url(self) -> dict[str, Entry]:
        return {entry.url: entry for entry in self._entries}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        kinds: dict[str, list[Entry]] = {kind.kind: [] for kind in DOCUMENT_TYPES}
        for entry in self._originals:
            kinds[entry.document.kind].append(entry)
        return {kind: tuple(sorted(found, key=_place)) for kind, found in kinds.items()}

    @cached_property
    def _originals(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._entries if not entry.spine.version_of)

    @cached_property
    def _versions(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.spine.version_of:
                found.setdefault(entry.spine.version_of, []).append(entry)
        return {name: tuple(sorted(row, key=lambda entry: entry.id)) for name, row in found.items()}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.id: place for row in self._by_kind.values() for place, entry in enumerate(row)}

    @cached_property
    def where(self) -> str:
        """Stand for which documents there are, and where; see ``Shelf``."""
        return digest("\0".join(f"{entry.id} {entry.url}" for entry in self._entries))

    @cached_property
    def outline(self) -> str:
        """Stand for how the documents are listed; see ``Shelf``."""
        return digest("\0".join(f"{entry.id} {entry.spine.outline} {entry.phase}" for entry in self._entries))

    def listed(self) -> tuple[Entry, ...]:
        """Give every entry that lists may lead to, versions too."""
        return tuple(entry for entry in self._entries if not self._over(entry))

    def _over(self, entry: Entry) -> bool:
        return entry.document.kind == Offer.kind and entry.spine.ended(self.now)

    @cached_property
    def _listed(self) -> tuple[Entry, ...]:
        """Leave out the offers that have ended: their pages stay for a while, but nothing leads there."""
        return tuple(entry for entry in self._originals if not self._over(entry))

    @cached_property
    def _dated(self) -> tuple[Entry, ...]:
        return tuple(sorted((e for e in self._listed if e.spine.day), key=lambda e: (-e.spine.day, e.id)))

    @cached_property
    def _themes(self) -> dict[Theme, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        undated = sorted((entry for entry in self._listed if not entry.spine.day), key=lambda entry: entry.id)
        for entry in (*self._dated, *undated):
            for theme in entry.spine.themes:
                found.setdefault(theme, []).append(entry)
        return {theme: tuple(found[theme]) for theme in sorted(map(Theme, found), key=lambda theme: theme.label)}

    @cached_property
    def _years(self) -> dict[int, tuple[Entry, ...]]:
        found: dict[int, list[Entry]] = {}
        for entry in self._dated:
            found.setdefault(date.fromordinal(entry.spine.day).year, []).append(entry)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    @cached_property
    def _areas(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for kind in DOCUMENT_TYPES:
            for entry in self._by_kind[kind.kind]:
                for slug in self._theirs(entry):
                    found.setdefault(slug, []).append(entry)
        return {slug: tuple(entries) for slug, entries in found.items()}

    def _theirs(self, entry: Entry) -> Iterable[str]:
        """Give the areas that an entry belongs to, and those that took over from them."""
        areas = entry.spine.areas
        return dict.fromkeys((*areas, *(name for slug in areas for name in standing_in(slug, self.get, self.now))))

    @cached_property
    def _addresses(self) -> frozenset[str]:
        lists = {f"/{kind.folder}/" for kind in DOCUMENT_TYPES if self._by_kind[kind.kind]} & INDEXES
        themes = {f"/themes/{theme}/" for theme in self._themes}
        years = {f"/archive/{year}/" for year in self._years}
        finder = {FINDER} if self.current(Offer.kind, None) else set()
        programmes = {PROGRAMMES} if any(entry.spine.programme for entry in self._by_kind[Page.kind]) else set()
        return frozenset({*self._by_url, *lists, *themes, *years, *finder, *programmes, *SITE_PAGES})

    def get(self, name: str) -> Entry | None:
        """Find an entry by what documents call it."""
        return self._by_id.get(name)

    whole = get

    def at(self, url: str) -> Entry | None:
        """Find an entry by its address."""
        return self._by_url.get(url)

    def every(self) -> tuple[Entry, ...]:
        """Give every entry."""
        return self._entries

    def footer(self) -> tuple[tuple[str, str, str], ...]:
        """Give what stands at the foot of each page: id, address and words, whatever else is said of these pages."""
        pages = self._by_kind[Page.kind]
        return tuple((entry.id, entry.url, entry.spine.footer) for entry in pages if entry.spine.footer)

    def all(self, kind: str) -> tuple[Entry, ...]:
        """Give every entry of a kind, in the kind's order; versions are found from their originals."""
        return self._by_kind.get(kind, ())

    def current(self, kind: str, at: float | None) -> tuple[Entry, ...]:
        """Give the entries of a kind that are not over at an instant, now where none is given."""
        return self._running(kind, self.now if at is None else at)

    def _running_at(self, kind: str, at: float) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.all(kind) if not entry.spine.ended(at))

    def past(self, kind: str) -> tuple[Entry, ...]:
        """Give the entries of a kind that are over, the latest first."""
        return tuple(reversed([entry for entry in self.all(kind) if entry.spine.ended(self.now)]))

    def dated(self) -> tuple[Entry, ...]:
        """Give everything that is news, the newest first."""
        return self._dated

    def leaf(self, table: str, name: Any, place: str) -> tuple[Entry, ...]:
        """Give what stands at a place below the address of a list: of a theme, a year, or what is over of a kind."""
        return self._cut(table, name).places.get(place, ())

    def leaves(self, table: str, name: Any) -> tuple[str, ...]:
        """Give the places below a list's address, the newest first; the list's own is not among them."""
        return tuple(filter(None, self._cut(table, name).places))

    def beside(self, table: str, name: Any, place: str) -> tuple[str | None, str | None]:
        """Give the places of what is newer and of what is older than what stands at a place."""
        return self._cut(table, name).beside(place)

    def count(self, table: str, name: Any) -> int:
        """Say how many entries a list has, on all its leaves."""
        return self._cut(table, name).count

    def _cut(self, table: str, name: Any) -> Leaves:
        if (table, name) not in self._leaves:
            self._leaves[table, name] = self._cut_anew(table, name)
        return self._leaves[table, name]

    def _cut_anew(self, table: str, name: Any) -> Leaves:
        match table:
            case "themes":
                entries = self._themes.get(name, ())
                dated = sum(1 for entry in entries if entry.spine.day)
                return Leaves(entries[:dated], year, entries[dated:])
            case "years":
                return Leaves(self._years.get(name, ()), month)
        return Leaves(self.past(name), year_of_end)

    def neighbours(self, name: str) -> tuple[Entry | None, Entry | None]:
        """Give the entries before and after one in its kind's order."""
        place, row = self._places.get(name), self.all(name.partition(":")[0])
        if place is None:  # a version has no place of its own
            return None, None
        return (row[place - 1] if place else None, row[place + 1] if place + 1 < len(row) else None)

    def versions(self, name: str) -> tuple[Entry, ...]:
        """Give what says a document again, in other languages or in Easy Read, by the document's id."""
        return self._versions.get(name, ())

    def of_area(self, slug: str) -> tuple[Entry, ...]:
        """Give what belongs to an area, in the kinds' order."""
        return self._areas.get(slug, ())

    def chosen(self, at: float | None, *wish: Any) -> tuple[Entry, ...]:
        """Give what a listing shows at an instant, now where none is given; the rest is a ``Wish``."""
        return self._shown(Wish(self.now if at is None else at, *wish))

    def _shown_of(self, asked: Wish) -> tuple[Entry, ...]:
        if asked.kind not in self._choices:
            self._choices[asked.kind] = Choice(self.all(asked.kind))
        return self._choices[asked.kind].of(asked)

    def names(self, table: str) -> tuple[Any, ...]:
        """Give the names in a table: ``themes``, ``years``, ``addresses``, or one of the records."""
        return tuple(self._table(table))

    def found(self, table: str, name: Any) -> Any:
        """Give what a table holds under a name; None where it holds nothing."""
        return self._table(table).get(name)

    def has(self, table: str, name: Any) -> bool:
        """Say whether a table holds anything under a name."""
        return name in self._table(table)

    def _table(self, table: str) -> Mapping[Any, Any]:
        match table:
            case "themes":
                return self._themes
            case "years":
                return self._years
            case "addresses":
                return self._address_table
        found: Mapping[Any, Any] = self._records[table]
        return found

    @cached_property
    def _address_table(self) -> dict[str, str]:
        return {url: url for url in self._addresses}


def _place(entry: Entry) -> tuple[Any, ...]:
    return entry.spine.order
