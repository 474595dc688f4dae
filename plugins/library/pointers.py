"""Everything that a document points at, each with its line: other documents, help lines, facts, pictures, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model import Document, Reference
from plugins.model.addresses import leads_out
from plugins.model.blocks import Block, Button, Figure, Film, GetHelp, Listing, Only, Prose

_MARK = re.compile(f"{Prose.OPEN}(url|support|fact):([^{Prose.CLOSE}]*){Prose.CLOSE}")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One place where a document names something else."""

    name: str
    """``story:first-keys``, ``support:childline``, ``/offers/``; a part of a page stands after a #."""
    line: int
    field: str = ""
    only: Only | None = None
    follows: bool = False
    """Whether readers follow it, so that it must lead to a page."""

    @property
    def target(self) -> str:
        """Give what is named, whatever part of it."""
        return self.name.partition("#")[0]


def pointers(document: Document) -> Iterator[Pointer]:
    """Give everything that a document names."""
    for field, kind in document.points_to.items():
        value = getattr(document, field, None)
        for name in (value,) if isinstance(value, str) else value or ():
            line = document.lines.get(field, 1)
            yield Pointer(f"{kind}:{name}" if kind else name, line, field, follows=not kind)
    for language, slug in document.translations.items():
        name = f"translations.{language}"
        yield Pointer(f"{document.kind}:{slug}", document.lines.get(name, 1), name, follows=True)
    if document.translation_of:
        yield Pointer(document.version_of, document.lines.get("translation_of", 1), "translation_of", follows=True)
    for field in ("image", "logo"):
        if name := getattr(document, field, None):
            yield Pointer(f"picture:{name}", document.lines.get(field, 1), field)
    for block in document.body:
        yield from _of_block(block)
        for prose in block.prose_parts():
            yield from _of_prose(prose, block, document)


def _of_block(block: Block) -> Iterator[Pointer]:
    match block:
        case Reference():
            yield Pointer(f"{block.kind}:{block.slug}", block.line, "", block.only)
        case Listing(area=str(area)):
            yield Pointer(f"area:{area}", block.line, "area", block.only)
        case Button() if not leads_out(block.link):
            yield Pointer(block.link, block.line, "link", block.only, follows=True)
        case Figure():
            yield Pointer(f"picture:{block.image}", block.line, "", block.only)
        case Film():
            yield Pointer(f"picture:{block.poster}", block.line, "poster", block.only)
            if block.transcript and not leads_out(block.transcript):
                yield Pointer(block.transcript, block.line, "transcript", block.only, follows=True)
        case GetHelp():
            for slug in block.supports:
                yield Pointer(f"support:{slug}", block.line, "supports", block.only)


def _of_prose(prose: Prose, block: Block, document: Document) -> Iterator[Pointer]:
    for kind, name in _MARK.findall(prose.html):
        named = name if kind == "url" else f"{kind}:{name}"
        if named.startswith("#"):
            continue  # a heading of the same text, which source has looked for
        yield Pointer(named, document.lines.get(named, block.line), "", block.only, follows=kind == "url")
