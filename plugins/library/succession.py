"""Which councils stand in the place of one that has ended: whoever took over from it, or from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.library.entry import Entry
from plugins.model import Area


def standing_in(
    slug: str, get: Callable[[str], Entry | None], at: float, seen: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Give what an area is at an instant (in seconds since 1970): itself, or who took over from it, or from them."""
    entry = get(f"area:{slug}")
    area = entry.document if entry else None
    if not entry or not isinstance(area, Area) or not area.successors or not entry.spine.ended(at) or slug in seen:
        yield slug
        return
    for successor in area.successors:
        yield from standing_in(successor, get, at, seen | {slug})
