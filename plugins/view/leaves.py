"""The leaves of a long list: what each is called, and the ways from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.library import Entry
from plugins.view.frame import Link
from plugins.view.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Long:
    """A list that may have leaves, as a shelf knows it."""

    table: str
    name: str | int
    url: str
    title: str
    """What its leaves are called, before their time."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list."""

    entries: tuple[Entry, ...]
    when: str
    """The time it is from: “2019, part 2”; nothing on the list's own page, which has the newest."""
    whole: tuple[Link, ...]
    """The way to the list's own page, from the others."""
    earlier: Link | None
    later: Link | None
    times: tuple[Link, ...]
    """Where each time begins, the newest first; only on the list's own page."""


def leaf(found: Long, place: str, here: Viewpoint) -> Leaf:
    """Look at what stands at a place of a list."""
    newer, older = here.lists.beside(found.table, found.name, place)
    times = () if place else tuple(p for p in here.lists.leaves(found.table, found.name) if p.count("/") == 1)
    return Leaf(
        entries=here.lists.leaf(found.table, found.name, place),
        when=_said(found, place),
        whole=(Link(f"{found.title}: the newest", here.links.to(found.url)),) if place else (),
        earlier=None if older is None else Link(_said(found, older), here.links.to(found.url + older)),
        later=None if newer is None else Link(_said(found, newer) or "The newest", here.links.to(found.url + newer)),
        times=tuple(Link(_said(found, each), here.links.to(found.url + each)) for each in times),
    )


def _said(found: Long, place: str) -> str:
    """Say a place in words: “2019, part 2”, “March 2026”."""
    time, _, part = place.strip("/").partition("/")
    words = time if not time or time.isdigit() else f"{time.capitalize()} {found.name}"
    return f"{words}, part {part}" if part else words
