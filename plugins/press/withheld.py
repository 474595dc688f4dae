"""What the files of a build must not hold, worked out from the library that it was made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from plugins.disk.digests import digest
from plugins.library import Entry, Library, Shelf, address
from plugins.model import DOCUMENT_TYPES, Channel, Newsletter
from plugins.model.page import Page
from plugins.model.withheld import Withheld
from plugins.press.said import own_names, own_wordings
from plugins.view import output_path
from plugins.view.pictures import used, widths
from plugins.view.social import address as card

PLACES: dict[Channel, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Channel.WEB: (("",), ("feeds/", "editions/")),
    Channel.FEED: (("feeds/",), ()),
    Channel.EMAIL: (("editions/",), ()),
}
"""Where each channel's files are, and which of those are another's."""


def suspected(
    library: Library, files: Collection[str] | None = None, names: Collection[str] | None = None
) -> tuple[Withheld, ...]:
    """Give what may not be seen, for each channel that writes files, and words that may be seen elsewhere too.

    It is quick, and where none of that is found, all is well; where some is, see ``weighing``.

    If ``files`` are named, nothing is given that may stand in all of them: after an edit they are few. If ``names`` of
    documents are given, only what is theirs.
    """
    found: list[Withheld] = []
    entries = [entry for entry in library.entries.values() if names is None or entry.id in names]
    for channel, (kept_from, but_for) in PLACES.items():
        place = Withheld(document_id="", kept_from=kept_from, but_for=but_for)
        if files is not None and not any(map(place.barred, files)):
            continue
        shelf = library.on(channel)
        for entry in entries:
            if shelf.get(entry.id) is None:
                found.append(_missing(library, entry, channel))
            elif entry.spine.anonymous:
                known = _own(library, entry).names
                found.append(Withheld(document_id=entry.id, names=known, kept_from=kept_from, but_for=but_for))
    others = (*_tombstones(library), *_unsearched(library), *_unshared(library), *_pictures(library))
    return (*found, *(one for one in others if names is None or one.document_id in names))


def surroundings(library: Library, furniture: Iterable[str]) -> dict[str, str]:
    """Stand for all that ``withheld`` depends on, but for the words of what may be seen: by document, else by nothing.

    Of a document that may be seen everywhere, only the name is sought.
    """
    common = [*furniture, repr(library.tombstones), repr(tuple(library.pictures.values()))]
    found = {"": digest("\0".join(common))}
    shelves = [library.on(channel) for channel in (*PLACES, Channel.SEARCH_ENGINES, Channel.SOCIAL)]
    for name, entry in library.entries.items():
        seen = "".join("1" if shelf.get(name) else "0" for shelf in shelves)
        if "0" in seen or entry.spine.anonymous:
            found[name] = f"{entry.mark if '0' in seen else entry.spine.anonymous} {seen}"
    for one in _pictures(library):
        if not one.redrawn or one.marks:
            found[one.document_id] = f"{found.get(one.document_id, '')} {one.marks} {bool(one.redrawn)}"
    return found


def grounds(library: Library, names: Iterable[str]) -> dict[str, str]:
    """Stand for what words are in public by: documents by their ids, and by no name what is nobody's."""
    return {name: _ground(library, name) for name in names}


def _ground(library: Library, name: str) -> str:
    if not name:
        return digest(repr((library.supports, library.providers, library.facts)))
    entry = library.entries.get(name)
    return entry.mark if entry else ""


class _Own(NamedTuple):
    """What is a document's own: wordings, and names, each with the place it is from."""

    wordings: dict[str, str]
    names: dict[str, str]


def _own(library: Library, entry: Entry) -> _Own:
    """Give what is a document's own; the notebook has it for as long as its words are the same."""
    document = entry.document
    found = library.worked_out(
        f"own: {entry.id}", document.digest, lambda _: (own_wordings(document), own_names(document))
    )
    return _Own(*found)


def _missing(library: Library, entry: Entry, channel: Channel) -> Withheld:
    """Give what the files of a channel may not hold of a document that the channel may not carry."""
    kept_from, but_for = PLACES[channel]
    document, own = entry.document, _own(library, entry)
    page = output_path(address(document))
    alone = channel is Channel.WEB and page != "index.html"
    return Withheld(
        document_id=document.id,
        phrases=own.wordings,
        names=own.names,
        marks=tuple(_marks(entry)),
        kept_from=kept_from,
        but_for=but_for,
        files=(page,) if alone else (),
    )


def _marks(entry: Entry) -> Iterator[str]:
    """Give how addresses and feeds name a document; a page's address alone is too common a word."""
    document = entry.document
    if not isinstance(document, Page):
        yield address(document).strip("/")
        yield f"{document.kind}/{document.slug}"
    if entry.spine.agreed and "-" in document.slug:
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
                kept_from=("sitemap", "search/"),
                unindexed=output_path(entry.url),
            )


def _unshared(library: Library) -> Iterator[Withheld]:
    """Give what is on the web but not for social media: it has no card, and its page tells them nothing."""
    social = library.on(Channel.WEB, Channel.SOCIAL)
    for entry in library.on(Channel.WEB).entries:
        if social.get(entry.id) is None:
            yield Withheld(document_id=entry.id, unshared=output_path(entry.url), files=(card(entry).lstrip("/"),))


def _pictures(library: Library) -> Iterator[Withheld]:
    """Give the pictures that nothing shows which may be seen; and no original at all may be in a file.

    A drawn file may be an original's bytes, if that was itself taken from the site; but not if the original is hidden
    and of somebody who must agree.
    """
    shelves: tuple[Shelf, ...] = tuple(library.on(channel) for channel in PLACES)
    shown = {name for shelf in shelves for name in used(shelf)}
    redrawn = {_start(name): widths(library.pictures[name]) for name in shown if name in library.pictures}
    users: dict[str, list[Entry]] = {}
    for entry in library.entries.values():
        for target, _ in entry.spine.names:
            if target.startswith("picture:"):
                users.setdefault(target.removeprefix("picture:"), []).append(entry)
    for name, original in library.pictures.items():
        whose, start, hidden = users.get(name, ()), _start(name), name not in shown
        yield Withheld(
            document_id=whose[0].id if whose else f"picture:{name}",
            marks=tuple(f"{start}{width}" for width in (original.width, 600, 1200)) if hidden else (),
            files=(start,) if hidden and not any(other.startswith(start) for other in redrawn) else (),
            digests=frozenset({original.digest}),
            width=original.width,
            redrawn={} if hidden and any(entry.spine.agreed for entry in whose) else redrawn,
        )


def _start(name: str) -> str:
    """Give how the paths of a picture's files begin."""
    return f"images/{name.rpartition('.')[0]}-"
