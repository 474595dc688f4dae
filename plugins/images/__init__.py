"""Leaves pictures in the output: drawn anew from their pixels, upright, in sRGB, with nothing else in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import PIL

from plugins.images.drawing import QUALITY, redrawn
from plugins.library import Library
from plugins.model import Channel, Problem
from plugins.model.picture import Original
from plugins.press import Artefact, CannotMake, fingerprint, printing
from plugins.view import Site
from plugins.view.pictures import published, used, widths


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give each picture that a page, feed or edition shows, in each of its widths."""
    shown: dict[str, set[str]] = {}
    for channel in (Channel.WEB, Channel.FEED, Channel.EMAIL):
        for name, users in used(library.on(channel)).items():
            shown.setdefault(name, set()).update(users)
    for name, ids in sorted(shown.items()):
        original = library.pictures.get(name)
        if original is None:
            continue
        for width in widths(original):
            yield Artefact(
                path=published(original, width).lstrip("/"),
                make=_Maker(original, width),
                fingerprint=fingerprint(original.digest, width, QUALITY, PIL.__version__),
                sources=tuple(sorted(ids)),
            )


class _Maker:
    """Draws one picture at one width when asked."""

    def __init__(self, original: Original, width: int) -> None:
        self.original = original
        self.width = width

    def __call__(self) -> bytes:
        try:
            return redrawn(self.original.path.read_bytes(), self.width)
        except Exception as error:
            problem = Problem(
                path=f"images/{self.original.name}",
                line=0,
                field="",
                code="I01",
                message="This picture is broken inside, or cut off.",
                fix="Open it and export it again as JPEG or PNG.",
            )
            raise CannotMake(problem) from error


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
