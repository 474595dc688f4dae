"""Leaves the theme's drawings and scripts in the output, under ``static/``; styles stand in the pages themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.library import Library
from plugins.press import Artefact, fingerprint, printing
from plugins.render import asset, published, small
from plugins.view import Site


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Artefact]:  # noqa: ARG001 - a room's signature
    """Give each file of the theme's ``static`` folder that stays one."""
    static = theme / "static"
    for name in published(static):
        yield _file(asset(static, name), small(static / name))


def _file(path: str, data: bytes) -> Artefact:
    return Artefact(path=path, make=lambda: data, fingerprint=fingerprint(data))


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
