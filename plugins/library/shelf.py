"""What may be seen on one channel at one instant, and how it hangs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from plugins.library.entry import INDEXES, Entry
from plugins.library.order import ordered
from plugins.model import DOCUMENT_TYPES, Channel, Document, Fact, Provider, SupportLine
from plugins.model.picture import Original
from plugins.model.taxonomy import Theme


@dataclass(frozen=True)
class Shelf:
    """The entries that one channel may carry; what is not here does not exist for whoever asks."""

    channel: Channel
    as_of: datetime
    entries: tuple[Entry, ...]
    supports: Mapping[str, SupportLine] = field(repr=False)
    providers: Mapping[str, Provider] = field(repr=False)
    facts: Mapping[str, Fact] = field(repr=False)
    pictures: Mapping[str, Original] = field(repr=False)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _by_url(self) -> dict[str, Entry]:
        return {entry.url: entry for entry in self.entries}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        kinds: dict[str, list[Entry]] = {kind.kind: [] for kind in DOCUMENT_TYPES}
        for entry in self.entries:
            kinds[entry.document.kind].append(entry)
        return {kind: ordered(found) for kind, found in kinds.items()}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.id: place for row in self._by_kind.values() for place, entry in enumerate(row)}

    def get(self, name: str) -> Entry | None:
        """Find an entry by what documents call it, ``story:first-keys``; None if it may not be seen."""
        return self._by_id.get(name)

    def at(self, url: str) -> Entry | None:
        """Find an entry by its address; None if nothing may be seen there."""
        return self._by_url.get(url)

    def all(self, kind: str) -> tuple[Entry, ...]:
        """Give every entry of a kind, in the kind's order."""
        return self._by_kind.get(kind, ())

    def current(self, kind: str, at: datetime | None = None) -> tuple[Entry, ...]:
        """Give the entries of a kind that are not over at an instant (now, if none is given)."""
        return tuple(entry for entry in self.all(kind) if not entry.document.ended(at or self.as_of))

    def past(self, kind: str) -> tuple[Entry, ...]:
        """Give the entries of a kind that are over, the latest first."""
        return tuple(reversed([entry for entry in self.all(kind) if entry.document.ended(self.as_of)]))

    def dated(self) -> tuple[Entry, ...]:
        """Give everything that is news, the newest first."""
        return self._dated

    @cached_property
    def _dated(self) -> tuple[Entry, ...]:
        news = [(entry.document.date, entry) for entry in self.entries if entry.document.date]
        return tuple(entry for _, entry in sorted(news, key=lambda pair: (-pair[0].toordinal(), pair[1].id)))

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Give the entries before and after one in its kind's order."""
        row = self.all(entry.document.kind)
        place = self._places[entry.id]
        return (row[place - 1] if place else None, row[place + 1] if place + 1 < len(row) else None)

    @cached_property
    def themes(self) -> dict[Theme, tuple[Entry, ...]]:
        """Give each theme in use with its entries, the newest first and undated ones last; the themes by label."""
        found: dict[Theme, list[Entry]] = {}
        undated = sorted((entry for entry in self.entries if entry.document.date is None), key=lambda entry: entry.id)
        for entry in (*self.dated(), *undated):
            for theme in entry.document.themes:
                found.setdefault(theme, []).append(entry)
        return {theme: tuple(found[theme]) for theme in sorted(found, key=lambda t: t.label)}

    @cached_property
    def years(self) -> dict[int, tuple[Entry, ...]]:
        """Give each year with what was published in it, the newest first."""
        found: dict[int, list[Entry]] = {}
        for entry in self.dated():
            if entry.document.date:
                found.setdefault(entry.document.date.year, []).append(entry)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    def of_area(self, slug: str) -> tuple[Entry, ...]:
        """Give what belongs to an area, as far as its people agreed to show it, in the kinds' order."""
        return tuple(e for kind in DOCUMENT_TYPES for e in self.all(kind.kind) if slug in areas_of(e.document))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Give every address of this channel that ends in a slash."""
        lists = {f"/{kind.folder}/" for kind in DOCUMENT_TYPES if self.all(kind.kind)} & INDEXES
        themes = {f"/themes/{theme}/" for theme in self.themes}
        years = {f"/archive/{year}/" for year in self.years}
        return frozenset(
            {entry.url for entry in self.entries} | lists | themes | years | {"/", "/archive/", "/themes/"}
        )


def areas_of(document: Document) -> frozenset[str]:
    """Give the areas a document says it belongs to; for people, the one they agreed to show."""
    shown = getattr(document, "area_shown", None)
    if getattr(document, "location_shown", None) == "area":
        shown = getattr(document, "area", None)
    places = [document.areas, getattr(document, "responsible_areas", ()), getattr(document, "residence_areas", ())]
    return frozenset({*(slug for listed in places for slug in listed), *((shown,) if shown else ())})
