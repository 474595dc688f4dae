"""Withdraws something in one step: empties its file, takes it out of the site, and says what else to do."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from plugins import source
from plugins.desk.building import build
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.desk.takedown import Takedown, sheet
from plugins.library import Library
from plugins.library.fingerprints import fingerprints, told
from plugins.library.pointers import pointers
from plugins.model import DOCUMENT_TYPES, Document, Newsletter
from plugins.model.clock import day_in_words
from plugins.press.floor import write_whole
from plugins.press.history import Appearance, appearances, erase
from plugins.press.judged import FINGERPRINT_KEY
from plugins.press.manifest import manifest_path
from plugins.press.porch import library_of
from plugins.safeguarding import copies

PUBLISHED = Path("publishconf.py")
"""The settings of the site that goes online."""
FOLDERS = {kind.folder: kind for kind in DOCUMENT_TYPES}
KINDS = {kind.kind: kind for kind in DOCUMENT_TYPES}


@dataclass(frozen=True, slots=True)
class Target:
    """What an editor named: a kind and a slug, whatever way it was written."""

    kind: type[Document]
    slug: str

    @property
    def id(self) -> str:
        """Name it as documents do."""
        return f"{self.kind.kind}:{self.slug}"

    @property
    def path(self) -> str:
        """Give its file, relative to the content folder."""
        return f"{self.kind.folder}/{self.slug}.md"


def target(words: str, content: Path) -> Target:
    """Read what an editor named: ``stories/first-keys``, its file, or ``story:first-keys``."""
    plain = words.removesuffix(".md").removeprefix(f"{content.as_posix()}/").removeprefix("content/")
    match = re.fullmatch(r"([a-z]+)[/:]([a-z0-9-]+)", plain)
    kind = (FOLDERS | KINDS).get(match[1]) if match else None
    if not match or kind is None:
        message = f"We do not know what “{words}” is. Write it like stories/first-keys."
        raise WrongUse(message)
    return Target(kind, match[2])


def run(asked: Namespace) -> int:
    """Withdraw, build again, and print the takedown sheet; give 0 when nothing of it is left in the output."""
    found = project(asked.settings, asked.content, asked.output)
    named = target(asked.what, found.content)
    file = found.content / named.path
    if not file.is_file():
        message = f"There is no {named.path} in {found.content}."
        raise WrongUse(message)
    reading = source.read(found.content)
    library = library_of(reading, moment())
    takedown = _takedown(named, library, found, file.read_text("utf-8", "replace"))
    _keep_fingerprints(named, library, found, takedown)
    _empty(file, takedown, library)
    _remove_pictures(named, library, found)
    cleared = _rebuild(found, named)
    kept = manifest_path(found.output).with_name("takedowns") / f"{named.slug}-{takedown.day}.md"
    write_whole(kept, sheet(takedown).encode())
    print(f"\n{sheet(takedown)}\nThis sheet is kept in {kept}.")
    if PUBLISHED.is_file():
        print("The site online still has it: publish now, with make publish.")
    return 0 if cleared else 1


def _takedown(named: Target, library: Library, found: Project, text: str) -> Takedown:
    ref = re.search(r"^\s*ref: *[\"']?(CR-\d{4}-\d{3,})", text, re.MULTILINE)
    gaps = [
        f"{document.path}:{pointer.line}"
        for document in library.documents
        for pointer in pointers(document)
        if pointer.target == named.id and document.id != named.id
    ]
    gaps += [
        f"{copy.document.path}:{copy.piece.line} ({'its storyteller is named' if copy.name else 'a sentence of it'})"
        for copy in copies(library.documents)
        if copy.story.id == named.id
    ]
    issues = [document for document in library.documents if isinstance(document, Newsletter)]
    return Takedown(
        name=named.id,
        path=f"content/{named.path}",
        ref=ref[1] if ref else "",
        day=library.as_of.date(),
        places=_everywhere(found, named),
        gaps=tuple(dict.fromkeys(gaps)),
        sent={
            f"editions/{issue.slug}/": day_in_words(issue.send_on) for issue in issues if issue.send_on <= library.as_of
        },
        siteurl=str(found.facts.get("SITEURL", "")),
    )


def _everywhere(found: Project, named: Target) -> tuple[Appearance, ...]:
    """Give every place that the site built here ever had it in, and the one that was published from here."""
    outputs = [found.output]
    if PUBLISHED.is_file():
        outputs.append(project(str(PUBLISHED)).output)
    places: dict[str, Appearance] = {}
    for place in (place for output in outputs for place in appearances(output, named.id)):
        known = places.get(place.path, place)
        first, last = min(known.first, place.first), max(known.last, place.last)
        places[place.path] = Appearance(place.path, first, last, known.still or place.still)
    return tuple(sorted(places.values()))


def _empty(file: Path, takedown: Takedown, library: Library) -> None:
    """Leave the reference and the day in the file, and nothing else."""
    fed = any(place.path.startswith("feeds/") for place in takedown.places)
    lines = ["---", "status: withdrawn", f"withdrawn_on: {takedown.day}"]
    lines += [f"ref: {takedown.ref}"] if takedown.ref else []
    lines += ["in_feeds: true"] if fed else []
    lines += ["example: true"] if any(d.id == takedown.name and d.example for d in library.documents) else []
    write_whole(file, "\n".join([*lines, "---", ""]).encode())


def _keep_fingerprints(named: Target, library: Library, found: Project, takedown: Takedown) -> None:
    """Keep what catches a later paste, where there is a key; say so where there is none."""
    document = next((document for document in library.documents if document.id == named.id), None)
    key = os.environ.get(FINGERPRINT_KEY, "")
    if document is None or not key:
        print(
            f"No fingerprints are kept, so a later paste is not caught: {FINGERPRINT_KEY} is not set.", file=sys.stderr
        )
        return
    prints = fingerprints(told(document), key.encode())
    others = (fingerprints(told(other), key.encode()) for other in library.documents if other.id != named.id)
    prints = tuple(sorted(set(prints).difference(*others)))
    kept = found.content / "data/withdrawn.yml"
    before = kept.read_text("utf-8") if kept.is_file() else ""
    lines = [f"{named.kind.kind}-{named.slug}:", f"  on: {takedown.day}"]
    lines += ["  example: true"] if document.example else []
    lines += ["  prints:", *(f"    - {one}" for one in prints)]
    write_whole(kept, (before + "\n".join(lines) + "\n").encode())


def _remove_pictures(named: Target, library: Library, found: Project) -> None:
    """Delete the pictures that nothing else shows."""
    shown: dict[str, set[str]] = {}
    for document in library.documents:
        for name in document.pictures:
            shown.setdefault(name, set()).add(document.id)
    for name, users in shown.items():
        if users == {named.id}:
            (found.content / "images" / name).unlink(missing_ok=True)
            print(f"Deleted content/images/{name}, which nothing else shows.")


def _rebuild(found: Project, named: Target) -> bool:
    """Build; if something else is wrong with the content, take out every file that shows it instead."""
    try:
        build(found)
    except SystemExit as stop:
        if not stop.code:
            return True
        removed = erase(found.output, named.id)
        print(
            f"The site could not be built for the reasons above, so we deleted the {len(removed)} files that showed "
            f"{named.id} from {found.output}. Put the rest right, then run: make",
            file=sys.stderr,
        )
        return False
    return True
