"""The look into every file of a run for what may not be seen: no build ends without it, whoever began it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path

from plugins.checks.holding import Hit, Index, Look, hearable
from plugins.checks.report import say
from plugins.checks.residue import confirmed, narrowed, told
from plugins.library import Library
from plugins.model.withheld import Withheld
from plugins.press.floor import Printed
from plugins.press.manifest import UNSURE
from plugins.press.repeated import advice
from plugins.press.scanned import Unscanned, scanned, unscanned
from plugins.press.weighing import weighed
from plugins.press.withheld import grounds, surroundings, suspected
from plugins.press.workers import each
from plugins.view import Site

FEW = 30
"""So many files are first heard for words that may not be in them: it saves to prepare for all that is sought."""


def furniture(theme: Path, site: Site) -> tuple[str, ...]:
    """Give what a site says whatever its content: the words of its theme's templates, and its own facts."""
    templates = (path for path in (theme / "templates").rglob("*") if path.suffix in {".html", ".txt"})
    return (*(path.read_text("utf-8") for path in sorted(templates)), *map(str, astuple(site)))


@dataclass(frozen=True, slots=True)
class Inspection:
    """A look into what the runs of the press leave in a folder, for what their library withholds."""

    library: Library
    output: Path
    said: Sequence[str]
    """The ``furniture`` of the site: what stands there gives nobody away."""
    content: str
    """The folder of the content, as an editor names it."""

    def passed(self, done: Printed, *, afresh: bool) -> bool:
        """Look into every file that was not looked into before for the same words; say what is wrong, if anything is.

        With ``afresh`` every file is looked into, whatever was done before. Raises OSError where one cannot be read.
        """
        marks = surroundings(self.library, self.said)
        due = unscanned(self.output, done, marks, partial(grounds, self.library), afresh=afresh)
        looked = list(self._looked(due))
        excused: dict[str, set[str]] = {hit.path: set() for hit in _suspects(looked)}
        if excused:
            likely = {name for path in excused for name in done.manifest.records.get(path, UNSURE).sources}
            less = weighed(self.library, self.said, narrowed(_suspects(looked)), likely)
            counting = tuple(confirmed(_suspects(looked), less.withheld))
            known = advice(self.library, self.content, {hit.one.document_id for hit in counting}) if counting else {}
            if say(told(counting, known), self.output):
                sys.stderr.write("Words or pictures that may not be seen are in it. Do not put this online.\n")
                return False
            for hit in _suspects(looked):
                excused[hit.path].update(less.grounds(hit.one, hit.words))
        scanned(self.output, marks, excused, grounds(self.library, set().union(*excused.values())))
        return True

    def _looked(self, due: Unscanned) -> Iterator[tuple[Index, list[Look]]]:
        """Look into what is due, for all that is sought there."""
        if due.files:
            yield _looked(self.output, suspected(self.library, due.files), due.files)
        if due.names:
            changed = suspected(self.library, due.others, due.names)
            others = [path for path in due.others if any(_kept(one, path) for one in changed)]
            yield _looked(self.output, changed, others)


def _suspects(looked: Sequence[tuple[Index, list[Look]]]) -> Iterator[Hit]:
    """Give all that was found; it may be too much to hold at once."""
    yield from (hit for index, looks in looked for look in looks for hit in index.hits(look))


def _looked(output: Path, withheld: tuple[Withheld, ...], files: Sequence[str]) -> tuple[Index, list[Look]]:
    """Look into files of the output, by their paths in it, for everything withheld."""
    paths = [output / path for path in files]
    index = Index(hearable(output, paths, withheld) if len(paths) <= FEW else withheld)
    looks = each("Looking into files", partial(index.look, output), paths)
    return index, [look for look in looks if look.sought or look.hits]


def _kept(one: Withheld, path: str) -> bool:
    """Say whether it matters for something withheld what a file holds, or that it is there."""
    return one.barred(path) or path.startswith(one.files) or path in {one.unindexed, one.unshared}
