"""What the content folder holds, kept warm: a change is read, judged and put in its place, and all else stays."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from plugins.desk.project import Project, moment, site_of
from plugins.desk.serving.exchanging import Exchange, only_new
from plugins.desk.serving.remembered import Remembered
from plugins.desk.serving.rooms import code_mark, register
from plugins.desk.serving.seeing import Seeing, ready, staged
from plugins.desk.serving.stage import Stage
from plugins.library import Entry, Library
from plugins.model import Area, Document, Problem
from plugins.press import CannotMake
from plugins.press.judged import found_problems
from plugins.press.local import NoSuchArea, local_area, local_reading, local_site
from plugins.press.porch import library_of
from plugins.press.staging import StagingArea
from plugins.source import Memory, Reading, read
from plugins.source.again import read_again
from plugins.source.strays import kept_while_open
from plugins.view import output_path

AS_BUILT = Seeing(early=False)
"""What a build leaves in the output, and everybody else sees."""
MOST = 6
"""So many looks at the site are kept; whoever looks at more of them waits again."""


def _read(content: Path, memory: Memory) -> Reading:
    """Read everything, but say nothing of what a program keeps beside a file that somebody has open to write it."""
    reading = read(content, memory)
    return replace(reading, problems=tuple(one for one in reading.problems if not kept_while_open(one.path)))


def _of_the_area(found: Project, reading: Reading) -> Iterator[Problem]:
    """Give what is wrong with the area that the settings name, if it can have no site."""
    name = found.facts.get("SITE_AREA", "")
    try:
        local_area(reading, name) if name else None
    except NoSuchArea as wrong:
        fix = "Name another, or leave SITE_AREA out for the site of all areas."
        yield Problem(path=str(found.settings), line=0, field="", message=str(wrong), fix=fix, code="T03")


class Backstage:
    """Reads what changed when told to, and gives a stage for whatever somebody wants to see of it."""

    def __init__(self, found: Project) -> None:
        """Take a project; its rooms are told to answer the press."""
        self.found = found
        self._reading: Reading | None = None
        self._exchange: Exchange | None = None
        self._stages: dict[Seeing, Stage] = {}
        self._lock = threading.RLock()
        self._settled = True
        self._until: datetime | None = None
        self._late = False
        self.wrong: tuple[Problem, ...] = ()
        """What is wrong with the settings, as the content shows: they name an area that is not in it."""
        self.retired = False
        self.code = code_mark()
        register(found)

    @cached_property
    def memory(self) -> Remembered:
        """Recall what was read, by the last build too: nothing is read twice."""
        return Remembered(self.found.output)

    def look(self, names: Sequence[str] | None = None) -> list[Problem]:
        """Give what is wrong with the content, all that stops it; what is shown changes only where nothing does.

        ``names`` are the files that changed, as far as they are all known: then no other is read.
        """
        with self._lock:
            if self._reading:
                self.memory.tidy(self._living)
            reading = self._again(names)
            if reading and self._exchanged(reading):
                return []
        found = self._looked(reading or _read(self.found.content, self.memory))
        if reading and self._reading is reading:
            for document in reading.documents:
                if document.path in reading.opened:
                    self._write(document.id)
        return found

    def _living(self) -> set[str]:
        """Give the names that the memory has for what is shown."""
        documents = self._reading.documents if self._reading else ()
        return {name for document in documents for name in (document.digest, document.path)}

    def _again(self, names: Sequence[str] | None) -> Reading | None:
        if names is None or self._reading is None or self._exchange is None:
            return None
        return read_again(self._reading, self.found.content, names, self.memory)

    def _exchanged(self, reading: Reading) -> bool:
        """Put one document in the place of its last version, if that changes nothing but pages that show its words."""
        new = only_new(self._reading, reading) if self._reading else None
        wrong = any(problem.stops for problem in reading.problems)
        if new is None or wrong or self._exchange is None or not self._exchange.take(new):
            return False
        self._reading = reading
        stages = dict(self._stages)
        if AS_BUILT in stages:
            self._turn(AS_BUILT, stages.pop(AS_BUILT), new)
        self._write(new.id)
        for seeing, stage in stages.items():
            self._turn(seeing, stage, new)
        return True

    def _turn(self, seeing: Seeing, stage: Stage, new: Document) -> None:
        """Let a stage show a document's new words, or begin it anew."""
        shared = self._exchange is not None and stage.library is self._exchange.library
        early = ready(new, stage.library.as_of) if seeing.early else new
        if shared or stage.library.exchange(early):
            stage.exchange(new.id)
        else:
            self._stages.pop(seeing, None)

    def _looked(self, reading: Reading) -> list[Problem]:
        """Judge everything that was read."""
        self.memory.looked()
        library = library_of(reading, moment(), self.memory)
        found = sorted(found_problems(reading, library, self.memory, copies=False))
        self.wrong = tuple(_of_the_area(self.found, reading))
        whole = not self.retired and not self.wrong and not any(problem.stops for problem in found)
        exchange = Exchange(library, self.memory) if whole else None
        with self._lock:
            self._late, self._exchange = False, exchange
            if exchange:
                self._reading, self._stages, self._until = reading, {}, library.until()
                self._settled = False
        return found

    @property
    def late(self) -> bool:
        """Say whether time alone has changed something since the last look: everything is to be looked at again."""
        with self._lock:
            self._keep_time()
            return self._late

    def _keep_time(self) -> None:
        """Show nothing any more that was drawn for another time, whether what lies there now is whole or not."""
        if self._reading and self._until and moment() >= self._until:
            self._late, self._exchange, self._stages = True, None, {}
            self._until = self._library(self._reading, moment()).until()

    def try_out(self) -> list[Problem]:
        """Draw the first page, which the next save would wait for; give what is wrong where it cannot be drawn."""
        try:
            stage = self.stage(AS_BUILT)
            if stage:
                stage.file("index.html")
        except CannotMake as fault:
            return [fault.problem]
        return []

    def warm(self) -> None:
        """Do beforehand what the next save would wait for, garbage too: what stays is left out of it from then on."""
        self.try_out()
        if not self._settled:
            self._settled = True
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def settle(self, found: Project) -> None:
        """Work with other settings from the next look on. Raises whatever ends the use of what they hold."""
        register(found)
        site_of(found)
        with self._lock:
            self.found, self._exchange = found, None

    def retire(self) -> None:
        """Draw no more: the code has changed, and this process has the old one."""
        with self._lock:
            self._reading, self._exchange, self._stages, self.retired = None, None, {}, True

    def stage(self, seeing: Seeing) -> Stage | None:
        """Give the site as it is to be seen; None before the content was whole for the first time."""
        with self._lock:
            if self._reading is None:
                return None
            self._keep_time()
            if seeing in self._stages:
                self._stages[seeing] = self._stages.pop(seeing)  # the last one that was asked for is the last to go
            else:
                self._stages[seeing] = self._begun(seeing, self._reading)
                for old in list(self._stages)[:-MOST]:
                    del self._stages[old]
            return self._stages[seeing]

    def _begun(self, seeing: Seeing, reading: Reading) -> Stage:
        as_of, site = seeing.moment(moment()), site_of(self.found)
        name = seeing.area or self.found.facts.get("SITE_AREA", "")
        if seeing.early:
            reading = staged(reading, as_of, self._exchange.library.entries if self._exchange else {})
        area = next((one for one in reading.documents if isinstance(one, Area) and one.slug == name), None)
        if area:
            return Stage(self.found, self._library(local_reading(reading, area, as_of), as_of), local_site(site, area))
        judged = self._exchange.library if self._exchange and seeing == AS_BUILT else None
        return Stage(self.found, judged or self._library(reading, as_of), site)

    def _library(self, reading: Reading, as_of: datetime) -> Library:
        return library_of(reading, as_of, self.memory)

    def as_written(self, name: str) -> Entry | None:
        """Give a document by its id as it is today, whatever somebody wants to see."""
        stage = self.stage(AS_BUILT)
        return stage.library.entries.get(name) if stage else None

    def _write(self, name: str) -> None:
        """Leave the page of a document in the output, if one is there: the build that follows would write the same."""
        stage, folder = self.stage(AS_BUILT), self.found.output
        path = output_path(stage.library.entries[name].url) if stage and name in stage.library.entries else ""
        if stage and path and (folder / path).is_file() and not self.found.facts.get("COMPRESSED"):
            with suppress(CannotMake, OSError):  # the build that follows says why
                data = stage.file(path)
                if data is not None:
                    waiting = StagingArea.of(folder)
                    waiting.folder.mkdir(parents=True, exist_ok=True)
                    waiting.put(path, data)
                    waiting.exchange(path, folder)
