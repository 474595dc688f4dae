"""The porch: what Pelican calls, without a need to load Pelican."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from blinker import Signal
from ordered_set import OrderedSet

from plugins import safeguarding, source
from plugins.library import Library, Spine, spine
from plugins.model import Document, Problem
from plugins.press import report
from plugins.press.artefact import Wanted, nothing_beside
from plugins.press.clock import NoSuchTime, as_of
from plugins.press.code import code_digest
from plugins.press.compressed import compressed
from plugins.press.copied import keys_of
from plugins.press.endings import told_plainly
from plugins.press.floor import Printed, carry_out
from plugins.press.history import remember
from plugins.press.judged import contacts_of, found_problems
from plugins.press.local import NoSuchArea, local_area, local_reading, local_site
from plugins.press.manifest import read_manifest
from plugins.press.memory import Memory, memory_path
from plugins.press.noted import read_notebook, write_notebook
from plugins.press.phases import phases
from plugins.press.plan import plan
from plugins.press.settings import wrong_settings
from plugins.press.strangers import stop_at_strangers
from plugins.press.styled import style_notes
from plugins.press.waiting import counted
from plugins.press.workers import each
from plugins.view import Site


class Call(Signal):
    """A signal that is heard in the order in which its listeners came."""

    set_class = OrderedSet  # type: ignore[assignment]  # it has all that is asked of a set


printing = Call()
"""Sent with the library, ``site`` and ``theme``; each room that makes something answers with its artefacts."""
pressed = Call()
"""Sent with a press that has printed, before anything was looked into."""
printed = Call()
"""Sent with what a run did, once all of it was looked into and found clean."""


def library_of(reading: source.Reading, moment: datetime, memory: source.Memory | None = None) -> Library:
    """Put what was read on the shelves, at an instant; ``memory`` knows the spines of what was there before."""
    return Library(
        reading.documents,
        reading.records,
        reading.pictures,
        moment,
        unread=reading.unread,
        tombstones=reading.tombstones,
        spines=partial(_spine, memory or source.Blank()),
    )


def gleaned(document: Document, memory: source.Memory) -> None:
    """Work out what every build asks of a document, while it is open; a version has to wait for its original."""
    if not document.version_of:
        _spine(memory, document)
        contacts_of(document, memory)
        keys_of(document, memory)


def _ready() -> None:
    """Make what reading and judging begin with."""
    source.ready()
    safeguarding.ready()


def _spine(memory: source.Memory, document: Document) -> Spine:
    known = memory.get("spine", document.digest)
    if known is not None:
        return _recalled(known)
    found = spine(document)
    memory.put("spine", document.digest, found.written())
    return found


_recalled = lru_cache(maxsize=16_384)(Spine.of)
"""A desk puts the same documents on the shelves again and again."""


class Press:
    """Reads everything, then prints everything: the one generator that Pelican finds here."""

    def __init__(
        self, *, context: dict[str, Any], settings: dict[str, Any], path: str, theme: str, output_path: str
    ) -> None:
        """Take what Pelican gives to each generator."""
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path
        self.done = Printed()

    def generate_context(self) -> None:
        """Read the content; put the one library and all problems into Pelican's shared context."""
        if report.tell(wrong_settings(self.settings, "the settings")):
            raise SystemExit(1)
        try:
            moment = as_of()
        except NoSuchTime as error:
            raise SystemExit(str(error)) from None
        with phases.phase("read"):
            memory = Memory(memory_path(Path(self.output_path)), code_digest())
            helpers = source.Helpers(partial(each, "Reading", ready=_ready), gleaned)
            reading = source.read(Path(self.path), memory, partial(counted, "Looking"), helpers)
            reading, site = self._local(reading, Site.of(self.settings), moment)
        with phases.phase("judge"):
            library = library_of(reading, moment, memory)
            judging = partial(each, "Judging", ready=safeguarding.ready)
            problems = list(found_problems(reading, library, memory, judging))
            self.context["style"] = list(style_notes(Path(self.path), library, reading.opened, memory))
            if not self.settings.get("EXAMPLES_ALLOWED", False):
                problems += _examples(library)
        with phases.phase("remember"):
            memory.save()
        self.context["library"] = library
        self.context["site"] = site
        self.context["opened"] = len(reading.opened)
        self.context["problems"] = tuple(problems)

    def _local(self, reading: source.Reading, site: Site, moment: datetime) -> tuple[source.Reading, Site]:
        """Leave it as it is, or cut it down to the one area that SITE_AREA names."""
        name = self.settings.get("SITE_AREA", "")
        if not name:
            return reading, site
        try:
            area = local_area(reading, name)
        except NoSuchArea as error:
            raise SystemExit(str(error)) from None
        return local_reading(reading, area, moment), local_site(site, area)

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican's writer is not ours
        """Ask every room for its artefacts, and print them; there must be a ``look`` when all others have written."""
        output = Path(self.output_path)
        with told_plainly(self.context["problems"], shown(self.path), Path(self.theme)):
            library = self.context["library"]
            with phases.phase("plan"):
                library.notebook = read_notebook(output)
                planned = plan(self._wanted(library), read_manifest(output))
                beside = compressed if self.settings.get("COMPRESSED", False) else nothing_beside
                stop_at_strangers(planned, output, beside)
            with phases.phase("make and write"):
                self.done = done = carry_out(planned, library, output, beside)
            with phases.phase("note history"):
                broken = remember(output, done, library.as_of.date())
            report.done(done, self.context["opened"], sum(phase.wall for phase in phases))
            sys.stdout.write(f"{report.coming(library.next_changes())}\n")
            sys.stdout.write(f"{report.begun_anew(broken)}\n" if broken else "")
            pressed.send(self)

    def look(self) -> None:
        """Look into all that was printed, and what others left there; raise SystemExit where it may not be seen."""
        from plugins.press.looking import Inspection, furniture  # noqa: PLC0415 - most commands build nothing

        library, output = self.context["library"], Path(self.output_path)
        with phases.phase("look for what may not be seen"):
            said = furniture(Path(self.theme), Site.of(self.settings))
            inspection = Inspection(library, output, said, shown(self.path))
            try:
                passed = inspection.passed(self.done, afresh=self.settings.get("LOOK_AFRESH", False))
            except OSError as error:
                raise SystemExit(f"The output could not be looked into: {error}. Do not put it online.") from None
            write_notebook(output, library)
        if not passed:
            raise SystemExit(1)
        printed.send(self.done)

    def _wanted(self, library: Library) -> Iterator[Wanted]:
        site, theme = self.context["site"], Path(self.theme)
        for _, artefacts in printing.send(library, site=site, theme=theme):
            yield from artefacts


def shown(content: str) -> str:
    """Write a content folder as an editor would type it: from where they stand, if it lies below."""
    path, here = Path(content).resolve(), Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def stop_on_problems(generators: Iterable[Any]) -> None:
    """Print what was found; while anything is wrong, end the build before a byte is written."""
    for generator in generators:
        if isinstance(generator, Press):
            folder = shown(generator.path)
            if report.tell(generator.context["problems"], folder):
                raise SystemExit(1)
            report.notes(generator.context["style"], folder)


def presses(pelican: object) -> type[Press]:  # noqa: ARG001 - Pelican's signal
    """Give Pelican our generator."""
    return Press


def _examples(library: Library) -> Iterator[Problem]:
    for path in library.examples():
        yield Problem(
            path=path.partition(":")[0],
            line=0,
            field=path.partition(": ")[2],
            code="X01",
            message="This is sample content and cannot go on the live site.",
            fix="Take it out, or put your own in its place. To show the sample as a demo: make publish DEMO=1",
        )
