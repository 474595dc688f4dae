"""Leaves the theme's style sheet and drawings in the output, under ``static/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.assets.cascade import bundled
from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.view import Site

SHEET = "css/site.css"
"""The cascade; all other style sheets are parts of it."""


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give one style sheet for the whole site, and each other file of the theme's ``static`` folder as it is."""
    static = theme / "static"
    sheet = bundled(static / SHEET).encode() if (static / SHEET).exists() else b""
    yield _file(f"static/{SHEET}", sheet)
    for path in sorted(static.rglob("*")):
        if path.is_file() and path.suffix != ".css" and not path.name.startswith("."):
            yield _file(f"static/{path.relative_to(static).as_posix()}", path.read_bytes())


def _file(path: str, data: bytes) -> Artefact:
    return Artefact(path=path, make=lambda: data, fingerprint=fingerprint(data))


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
