"""Pelican, told what it must be told, in this process; and a look at what it left."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.checks.holding import Hit, Index, Look, hearable
from plugins.checks.report import say
from plugins.checks.residue import confirmed, narrowed, told
from plugins.desk import preflight
from plugins.desk.hosting import by_ourselves, by_pelican, settle, settled
from plugins.desk.project import Project, moment, theme
from plugins.disk.locking import alone
from plugins.library import Library
from plugins.model.withheld import Withheld
from plugins.press import Artefact, printed, printing
from plugins.press.floor import Printed
from plugins.press.manifest import manifest_path
from plugins.press.noted import write_notebook
from plugins.press.phases import phases
from plugins.press.porch import shown
from plugins.press.repeated import advice
from plugins.press.scanned import not_ours, scanned, unscanned
from plugins.press.weighing import weighed
from plugins.press.withheld import grounds, surroundings, suspected
from plugins.press.workers import each
from plugins.view import Site

FEW = 30
"""So many files are first heard for words that may not be in them: it saves to prepare for all that is sought."""


class Built(NamedTuple):
    """What a build had on its shelves, and what it did."""

    library: Library
    printed: Printed


def build(found: Project, *settings: str, afresh: bool = False) -> Library:
    """Build a project as ``built`` does, always by Pelican; give what was on the shelves."""
    return built(found, *settings, afresh=afresh).library


def built(found: Project, *settings: str, afresh: bool = False, before: preflight.Look | None = None) -> Built:
    """Build a project, then look in every byte of it for what may not be seen.

    ``settings`` are changes to its own: ``NAME=value``, the value in JSON. Files that were looked into before
    for the same words are not looked into again, unless ``afresh``. A second build of one output waits for the first.
    Raises SystemExit with code 1, after its problems were printed, where it may not be published. With a look from
    ``before``, Pelican is left out where it has nothing to do.
    """
    moment()
    theme(found)
    libraries: list[Library] = []

    def listen(library: Library, site: Site, **_: object) -> tuple[Artefact, ...]:
        libraries.append(library)
        if before and not by_itself:
            settle(found, before, site)
        return ()

    done: list[Printed] = []
    with _one_at_a_time(found.output):
        by_itself = before is not None and settled(found, before)
        with printing.connected_to(listen), printed.connected_to(done.append):
            by_ourselves(found) if by_itself else by_pelican(found, settings)
        (library,) = libraries
        with phases.phase("look for what may not be seen"):
            wrong = _holds_residue(library, found, done[-1], afresh=afresh)
            write_notebook(found.output, library)
    if wrong:
        print("Words or pictures that may not be seen are in it. Do not put this online.", file=sys.stderr)
        raise SystemExit(1)
    return Built(library, done[-1])


@contextmanager
def _one_at_a_time(output: Path) -> Iterator[None]:
    """Wait while another build works on the same output: it would take away what this one writes, or leave it."""
    with ExitStack() as held:
        with suppress(OSError):  # where no lock can be made, nothing can be written either, and the build says so
            held.enter_context(alone(manifest_path(output).with_name("lock"), _waits))
        yield


def _waits() -> None:
    """Say so past whoever keeps what a build says."""
    print("Another build of this site is going on. This one waits for its end.", file=sys.__stderr__, flush=True)


def made(output: Path, printed: Printed) -> dict[str, preflight.Made]:
    """Say how everything in an output folder looked as a run left it: its files, its folders, and what is not ours."""
    manifest, strangers = printed.manifest, not_ours(output)
    looks = {path: (record.modified, record.size) for path, record in manifest.records.items()}
    looks |= {folder: (at, preflight.FOLDER) for folder, at in manifest.folders.items()}
    around = {str(folder) for path in strangers for folder in PurePosixPath(path).parents}
    for path in {*strangers, *around, *printed.disturbed}:
        with suppress(FileNotFoundError):
            looks[path] = next(preflight.looks([f"{output}/{path}"]))
    return {f"{output}/{path}": look for path, look in sorted(looks.items())}


def _holds_residue(library: Library, found: Project, done: Printed, *, afresh: bool) -> bool:
    """Look into every file that was not looked into before for the same words, and say what is wrong."""
    said = tuple(furniture(found))
    marks = surroundings(library, said)
    due = unscanned(found.output, done, marks, partial(grounds, library), afresh=afresh)
    looked = [_looked(found.output, suspected(library, due.files) if due.files else (), due.files)]
    if due.names:
        changed = suspected(library, due.others, due.names)
        others = [path for path in due.others if any(_kept(one, path) for one in changed)]
        looked.append(_looked(found.output, changed, others))

    def suspects() -> Iterator[Hit]:
        yield from (hit for index, looks in looked for look in looks for hit in index.hits(look))

    excused: dict[str, set[str]] = {hit.path: set() for hit in suspects()}
    if excused:
        records = done.manifest.records
        likely = {name for path in excused if path in records for name in records[path].sources}
        less = weighed(library, said, narrowed(suspects()), likely)
        known = advice(library, shown(str(found.content)))
        if say(told(confirmed(suspects(), less.withheld), known), found.output):
            return True
        for hit in suspects():
            excused[hit.path].update(less.grounds(hit.one, hit.words))
    scanned(found.output, marks, excused, grounds(library, set().union(*excused.values())))
    return False


def _looked(output: Path, withheld: tuple[Withheld, ...], files: Sequence[str]) -> tuple[Index, list[Look]]:
    """Look into files of the output, by their paths in it, for everything withheld."""
    paths = [output / path for path in files]
    index = Index(hearable(output, paths, withheld) if len(paths) <= FEW else withheld)
    looks = each("Looking into files", partial(index.look, output), paths)
    return index, [look for look in looks if look.sought or look.hits]


def _kept(one: Withheld, path: str) -> bool:
    """Say whether it matters for something withheld what a file holds, or that it is there."""
    return one.barred(path) or path.startswith(one.files) or path in {one.unindexed, one.unshared}


def furniture(found: Project) -> Iterator[str]:
    """Give what the site says whatever its content: the words of its templates and its settings."""
    templates = (path for path in (found.theme / "templates").rglob("*") if path.suffix in {".html", ".txt"})
    yield from (path.read_text("utf-8") for path in sorted(templates))
    yield from (str(value) for name, value in found.facts.items() if name.isupper())
