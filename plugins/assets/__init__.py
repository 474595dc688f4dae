"""Leaves the theme's style sheets and drawings in the output, under ``static/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give each file of the theme's ``static`` folder as it is."""
    static = theme / "static"
    for path in sorted(static.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            data = path.read_bytes()
            yield Artefact(
                path=f"static/{path.relative_to(static).as_posix()}",
                make=lambda data=data: data,  # type: ignore[misc]
                fingerprint=fingerprint(data),
            )


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
