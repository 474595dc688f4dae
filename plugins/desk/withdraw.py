"""Withdraws something in one step: empties its file, takes it out of the site, and says what else to do."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins import source
from plugins.desk.commands import WrongUse
from plugins.desk.emptying import Emptying, consent_ref, purge
from plugins.desk.project import Project, moment, project
from plugins.desk.takedown import Takedown, sheet
from plugins.disk import write_whole
from plugins.library import Library
from plugins.library.pointers import pointers
from plugins.model import DOCUMENT_TYPES, Document, Newsletter
from plugins.model.clock import day_in_words
from plugins.press.history import Appearance, appearances
from plugins.press.manifest import manifest_path
from plugins.press.porch import library_of
from plugins.releases.places import Places
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
    library = library_of(source.read(found.content), moment())
    going = (named, *_versions(named, library))
    names = [one.id for one in going]
    takedown = _takedown(going, library, found)
    emptying = Emptying(library, found)
    for one in going:
        emptying.keep_fingerprints(one.id)
    emptying.remove_pictures(names)
    for one in going:
        emptying.empty(one.id, one.path, takedown.places)
    cleared = emptying.rebuild(names)
    kept = manifest_path(found.output).with_name("takedowns") / f"{named.slug}-{takedown.day}.md"
    write_whole(kept, sheet(takedown).encode())
    print(f"\n{sheet(takedown)}\nThis sheet is kept in {kept}.")
    if PUBLISHED.is_file():
        purge(project(str(PUBLISHED)), names, takedown.day)
        print("The site online still has it: publish now, with make publish.")
    return 0 if cleared else 1


def _versions(named: Target, library: Library) -> list[Target]:
    """Give what says the same in another language or in Easy Read: it goes with its original, words and all."""
    found = [document for document in library.documents if document.version_of == named.id]
    for document in found:
        print(f"{document.path} says the same again, so it is withdrawn with it.")
    return [Target(type(document), document.slug) for document in found]


def _takedown(going: Sequence[Target], library: Library, found: Project) -> Takedown:
    named, names = going[0], {one.id for one in going}
    gaps = [
        f"{document.path}:{pointer.line}"
        for document in library.documents
        for pointer in pointers(document)
        if pointer.target in names and document.id not in names
    ]
    gaps += [
        f"{copy.document.path}:{copy.piece.line} ({'its storyteller is named' if copy.name else 'a sentence of it'})"
        for copy in copies(library.documents)
        if copy.story.id == named.id and copy.document.id not in names
    ]
    issues = [document for document in library.documents if isinstance(document, Newsletter)]
    return Takedown(
        name=named.id,
        path=" --path ".join(f"content/{one.path}" for one in going),
        ref=consent_ref(found.content / named.path),
        day=library.as_of.date(),
        places=_everywhere(found, going),
        gaps=tuple(dict.fromkeys(gaps)),
        sent={
            f"editions/{issue.slug}/": day_in_words(issue.send_on) for issue in issues if issue.send_on <= library.as_of
        },
        siteurl=str(found.facts.get("SITEURL", "")),
    )


def _everywhere(found: Project, named: Iterable[Target]) -> tuple[Appearance, ...]:
    """Give every place that the site built here ever had them in, and the one that was published from here."""
    outputs = [found.output]
    if PUBLISHED.is_file():
        places = Places(project(str(PUBLISHED)).output)
        outputs += [places.link, places.staging]
    had: dict[str, Appearance] = {}
    for place in (place for output in outputs for one in named for place in appearances(output, one.id)):
        known = had.get(place.path, place)
        first, last = min(known.first, place.first), max(known.last, place.last)
        had[place.path] = Appearance(place.path, first, last, known.still or place.still)
    return tuple(sorted(had.values()))
