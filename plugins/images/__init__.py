"""Leaves pictures in the output: drawn anew from their pixels, upright, in sRGB, with nothing else in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.images.kept import folders, forget
from plugins.library import Library
from plugins.model import Channel
from plugins.model.picture import Original
from plugins.press import Artefact, CannotMake, fingerprint, printing
from plugins.source.pictures import broken
from plugins.view import Site
from plugins.view.pictures import Format, published, used, widths

if TYPE_CHECKING:
    from plugins.images.studio import Studio


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give each picture that a page, feed or edition shows, in each of its widths and formats."""
    shown = _shown(library)
    for folder in folders(library.pictures):
        forget(folder, {original.digest for original in library.pictures.values()})
    if shown:
        yield from _files(shown, site.picture_speed)


def _files(shown: Mapping[Original, tuple[str, ...]], speed: int) -> Iterator[Artefact]:
    from plugins.images.studio import Studio, recipe  # noqa: PLC0415 - takes time to load, and some show no picture

    studio = Studio(shown, speed)
    for original, ids in shown.items():
        for width in widths(original):
            for kind in Format:
                yield Artefact(
                    path=published(original, width, kind).lstrip("/"),
                    make=partial(_made, studio, original, width, kind),
                    fingerprint=fingerprint(original.digest, width, kind.value, recipe(speed)),
                    sources=ids,
                    at_once=True,
                )


def _shown(library: Library) -> dict[Original, tuple[str, ...]]:
    """Give the originals that are shown anywhere, by name, each with the ids of the documents that show it."""
    found: dict[str, set[str]] = {}
    for channel in (Channel.WEB, Channel.FEED, Channel.EMAIL):
        for name, users in used(library.on(channel)).items():
            found.setdefault(name, set()).update(users)
    return {
        library.pictures[name]: tuple(sorted(ids)) for name, ids in sorted(found.items()) if name in library.pictures
    }


def _made(studio: Studio, original: Original, width: int, kind: Format) -> bytes:
    try:
        return studio.file(original, width, kind)
    except Exception as error:
        raise CannotMake(broken(f"images/{original.name}")) from error


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
