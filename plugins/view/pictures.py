"""Pictures as pages show them: which sizes there are, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from plugins.library import Entry, Shelf
from plugins.model import Document, Person
from plugins.model.picture import Original, Tone
from plugins.view.viewpoint import Viewpoint

WIDTHS = (320, 480, 640, 960, 1200)
"""The widths in pixels that each picture is published in, as far as the original is that wide."""
ON_CARDS = 640
"""The widest that a card asks for: it is 20rem wide, with two dots to a pixel."""
PRINTED = 480
"""The width that paper takes: at 8 cm high, 100 dots to an inch, so that an issue prints to 200 KB at most."""
APART = 1.2
"""Two widths of a picture differ by this factor at least: nearer ones would save nobody anything."""


class Format(StrEnum):
    """What a picture is published as; the value ends its file's name."""

    AVIF = "avif"
    JPEG = "jpg"


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its words: where it is, how big, what it shows and who made it."""

    src: str
    """The largest JPEG: what mail programs, feed readers and other sites take."""
    srcset: str
    """All JPEGs, for browsers that show no AVIF (HTML, 4.8.4.2.1)."""
    width: int
    height: int
    alt: str
    credit: str = ""
    avif: str = ""
    """All AVIFs, as in ``srcset``."""
    printed: str = ""
    """A JPEG for paper."""
    tone: str = Tone.GREY
    """What stands behind it until it is there."""


def widths(original: Original) -> tuple[int, ...]:
    """Give the widths an original is published in: never wider than it is, and the widest it can be."""
    widest = min(original.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * APART <= widest), widest)


def height(original: Original, width: int) -> int:
    """Give how high a picture is at a width: it keeps its shape."""
    return max(1, round(original.height * width / original.width))


def published(original: Original, width: int, kind: Format = Format.JPEG) -> str:
    """Give the address of a picture at a width."""
    return f"/images/{original.name.rpartition('.')[0]}-{width}.{kind}"


def picture(
    here: Viewpoint, name: str | None, alt: str, credit: str | None = None, most: int = WIDTHS[-1]
) -> PictureView | None:
    """Show a picture of ``content/images``; None where there is none. Browsers choose among widths up to ``most``."""
    original = here.shelf.pictures.get(name or "")
    if original is None:
        return None
    *narrower, largest = widths(original)
    on_paper = max((width for width in narrower if width <= PRINTED), default=largest)
    return PictureView(
        src=here.links.to(published(original, largest)),
        srcset=_candidates(here, original, Format.JPEG, most),
        width=largest,
        height=height(original, largest),
        alt=alt,
        credit=credit or "",
        avif=_candidates(here, original, Format.AVIF, most),
        printed=here.links.to(published(original, on_paper)),
        tone=original.tone,
    )


def portrait(document: Document, at: datetime) -> str:
    """Name the picture that stands for a document; none once a person's term is over."""
    over = isinstance(document, Person) and document.ended(at)
    return "" if over else document.image or ""


def used(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Give the names of the pictures that a shelf's documents show, each with the ids of those documents."""
    names: dict[str, list[str]] = {}
    for entry in shelf.entries:
        for name in _names(entry):
            names.setdefault(name, []).append(entry.id)
    return {name: tuple(dict.fromkeys(ids)) for name, ids in names.items()}


def _candidates(here: Viewpoint, original: Original, kind: Format, most: int) -> str:
    least, *wider = widths(original)
    offered = (least, *(width for width in wider if width <= most))
    return ", ".join(f"{here.links.to(published(original, width, kind))} {width}w" for width in offered)


def _names(entry: Entry) -> Iterator[str]:
    over = entry.document.kind == Person.kind and entry.spine.phases[entry.phase].ended
    if entry.spine.portrait and not over:
        yield entry.spine.portrait
    yield from entry.spine.pictures
