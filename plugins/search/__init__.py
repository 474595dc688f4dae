"""Leaves the search in the output: its page, and an index in shards that the reader's own device looks through."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plugins.library import Library
from plugins.model import Channel
from plugins.press import Artefact, Batch, Wanted, fingerprint, printing
from plugins.render import Renderer, Target
from plugins.search.shards import CARDS, anchored, cards, contents, file_name, index, numbers, shards
from plugins.search.words import folded
from plugins.view import Site, Viewpoint, output_path, sources
from plugins.view.findable import URL, Findable, findable, search_page

WHOLE = 1000
"""Up to so many documents the words of bodies are searched too; of more, titles and summaries find better."""
TEMPLATE = "search.html"


def artefacts(library: Library, site: Site, theme: Path) -> Iterator[Wanted]:
    """Give the page, the list of shards, the shards, and the cards that results are shown with."""
    whole = len(library.on(Channel.WEB).entries) <= WHOLE
    documents = tuple(findable(library, site, whole=whole, fold=folded))
    yield Batch(name="search", key=fingerprint(documents), files=partial(_files, documents, whole=whole))
    renderer, view = Renderer(theme, Target.WEB), search_page(Viewpoint.on_page(library, site, URL), len(documents))
    yield Artefact(
        path=output_path(URL),
        make=lambda: renderer.page(TEMPLATE, view).encode(),
        fingerprint=fingerprint(TEMPLATE, renderer.digest(TEMPLATE), view),
        sources=sources(view),
    )


def _files(documents: tuple[Findable, ...], *, whole: bool) -> Iterator[Artefact]:
    """Give the index of documents, and their cards; the newest are in neither, but in the list of shards."""
    count = anchored(len(documents), whole=whole)
    old, newest = documents[:count], documents[count:]
    parts = {f"{file_name(prefix)}.json": (prefix, data) for prefix, data in shards(index(old))}
    rows = {f"c-{number}.json": data for number, data in enumerate(cards(old))}
    version = _version(*(data for _, data in parts.values()), *rows.values())
    yield _file("index.json", contents(version, count, (prefix for prefix, _ in parts.values()), newest), newest)
    for name, (_, data) in parts.items():
        yield _file(name, data, tuple(old[number] for number in numbers(data)))
    for number, (name, data) in enumerate(rows.items()):
        yield _file(name, data, old[number * CARDS : (number + 1) * CARDS])


def _version(*parts: bytes) -> str:
    """Stand for all parts: this is in the address of each, so that old and new never mix."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:8]


def _file(name: str, data: bytes, shown: tuple[Findable, ...]) -> Artefact:
    names = tuple(sorted(found.document_id for found in shown))
    return Artefact(path=f"search/{name}", make=lambda: data, fingerprint=fingerprint(data), sources=names)


def register() -> None:
    """Let the press ask this room."""
    printing.connect(artefacts)
