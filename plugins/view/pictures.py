"""Pictures as pages show them: which sizes there are, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plugins.library import Entry, Shelf
from plugins.model import Document, Person
from plugins.model.picture import Original
from plugins.view.viewpoint import Viewpoint

WIDTHS = (600, 1200)
"""The widths in pixels that each picture is published in, as far as the original is that wide."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its words: where it is, how big, what it shows and who made it."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    credit: str = ""


def widths(original: Original) -> tuple[int, ...]:
    """Give the widths an original is published in: never wider than it is."""
    fitting = tuple(width for width in WIDTHS if width <= original.width)
    return fitting or (original.width,)


def published(original: Original, width: int) -> str:
    """Give the address of a picture at a width."""
    return f"/images/{original.name.rpartition('.')[0]}-{width}.jpg"


def picture(here: Viewpoint, name: str | None, alt: str, credit: str | None = None) -> PictureView | None:
    """Show a picture of ``content/images``; None where there is none."""
    original = here.shelf.pictures.get(name or "")
    if original is None:
        return None
    sizes = widths(original)
    largest = sizes[-1]
    return PictureView(
        src=here.links.to(published(original, largest)),
        srcset=", ".join(f"{here.links.to(published(original, width))} {width}w" for width in sizes),
        width=largest,
        height=max(1, round(original.height * largest / original.width)),
        alt=alt,
        credit=credit or "",
    )


def portrait(document: Document, at: datetime) -> str:
    """Name the picture that stands for a document; none once a person's term is over."""
    over = isinstance(document, Person) and document.ended(at)
    return "" if over else document.image or ""


def used(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Give the names of the pictures that a shelf's documents show, each with the ids of those documents."""
    names: dict[str, list[str]] = {}
    for entry in shelf.entries:
        for name in _names(entry, shelf):
            names.setdefault(name, []).append(entry.id)
    return {name: tuple(dict.fromkeys(ids)) for name, ids in names.items()}


def _names(entry: Entry, shelf: Shelf) -> Iterator[str]:
    document = entry.document
    yield from filter(None, (portrait(document, shelf.as_of), getattr(document, "logo", None)))
    yield from (block.picture for block in document.body if block.picture)
