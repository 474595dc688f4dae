"""What the files of a build must not hold, worked out from the library that it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.library import Library, Shelf, address
from plugins.library.pointers import pointers
from plugins.model import DOCUMENT_TYPES, Channel, Document, Newsletter, Story
from plugins.model.page import Page
from plugins.model.story import Identity
from plugins.model.withheld import Withheld
from plugins.press.said import Said, of_documents, own_names, own_wordings
from plugins.view import output_path
from plugins.view.pictures import used

PLACES: dict[Channel, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Channel.WEB: (("",), ("feeds/", "editions/")),
    Channel.FEED: (("feeds/",), ()),
    Channel.EMAIL: (("editions/",), ()),
}
"""Where each channel's files are, and which of those are another's."""


def withheld(library: Library, furniture: Iterable[str]) -> tuple[Withheld, ...]:
    """Give what may not be seen, for each channel that writes files.

    ``furniture`` is what the site says whatever its content: templates, settings. Words that stand there, or in
    something that may be seen, give nobody away.
    """
    surroundings = tuple(furniture)
    found: list[Withheld] = []
    for channel, (kept_from, but_for) in PLACES.items():
        shelf = library.on(channel)
        said = of_documents(library, shelf, surroundings)
        for document in library.documents:
            if shelf.get(document.id) is None:
                found.append(_missing(document, channel, said, kept_from, but_for))
            elif isinstance(document, Story) and document.identity is Identity.ANONYMOUS:
                names = {name: place for name, place in own_names(document).items() if not said.names(name)}
                found.append(Withheld(document_id=document.id, names=names, kept_from=kept_from, but_for=but_for))
    return (*found, *_tombstones(library), *_unsearched(library), *_pictures(library))


def _missing(
    document: Document, channel: Channel, said: Said, kept_from: tuple[str, ...], but_for: tuple[str, ...]
) -> Withheld:
    """Give what the files of a channel may not hold of a document that the channel may not carry."""
    phrases = {words: place for words, place in own_wordings(document).items() if not said.holds(words, document)}
    names = {words: place for words, place in own_names(document).items() if not said.names(words)}
    page = output_path(address(document))
    alone = channel is Channel.WEB and page != "index.html"
    return Withheld(
        document_id=document.id,
        phrases=phrases,
        names=names,
        marks=tuple(mark for mark in _marks(document) if not said.marks(mark)),
        kept_from=kept_from,
        but_for=but_for,
        files=(page,) if alone else (),
    )


def _marks(document: Document) -> Iterator[str]:
    """Give how addresses and feeds name a document; a page's address alone is too common a word."""
    if not isinstance(document, Page):
        yield address(document).strip("/")
        yield f"{document.kind}/{document.slug}"
    if document.agreed and "-" in document.slug:
        yield document.slug


def _tombstones(library: Library) -> Iterator[Withheld]:
    """Give the addresses of what was withdrawn; for a while, feeds name it to say that it was taken down."""
    folders = {kind.kind: kind.folder for kind in DOCUMENT_TYPES}
    for stone in library.tombstones:
        place = f"{folders[stone.kind]}/{stone.slug}"
        page = f"{stone.slug}/" if stone.kind == Page.kind else f"{place}/"
        yield Withheld(
            document_id=stone.id,
            marks=() if stone.kind == Page.kind else (place, f"{stone.kind}/{stone.slug}"),
            but_for=("feeds/",) if stone.said(library.as_of) else (),
            files=(page, f"editions/{stone.slug}/" if stone.kind == Newsletter.kind else page),
        )


def _unsearched(library: Library) -> Iterator[Withheld]:
    """Give what is on the web but not for search engines: not in the site's map, and its page says so."""
    engines = library.on(Channel.SEARCH_ENGINES)
    for entry in library.on(Channel.WEB).entries:
        if engines.get(entry.id) is None:
            yield Withheld(
                document_id=entry.id,
                marks=(entry.url.strip("/"),),
                kept_from=("sitemap",),
                unindexed=output_path(entry.url),
            )


def _pictures(library: Library) -> Iterator[Withheld]:
    """Give the pictures that nothing shows which may be seen; and no original at all may be in a file."""
    shelves: tuple[Shelf, ...] = tuple(library.on(channel) for channel in PLACES)
    shown = {name for shelf in shelves for name in used(shelf)}
    users: dict[str, str] = {}
    for document in library.documents:
        for pointer in pointers(document):
            if pointer.target.startswith("picture:"):
                users.setdefault(pointer.target.removeprefix("picture:"), document.id)
    for name, original in library.pictures.items():
        stem = name.rpartition(".")[0]
        hidden = name not in shown
        yield Withheld(
            document_id=users.get(name, f"picture:{name}"),
            marks=tuple(f"images/{stem}-{width}" for width in (original.width, 600, 1200)) if hidden else (),
            files=(f"images/{stem}-",) if hidden and not _shared(stem, shown) else (),
            digests=frozenset({original.digest}),
        )


def _shared(stem: str, shown: Iterable[str]) -> bool:
    """Say whether the files of a picture that is shown begin as this one's would."""
    return any(f"{name.rpartition('.')[0]}-".startswith(f"{stem}-") for name in shown)
