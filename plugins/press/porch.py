"""The porch: what Pelican calls, and what we call of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from blinker import Signal
from pelican.generators import Generator

from plugins import safeguarding, source
from plugins.library import Library, fingerprints
from plugins.model import Problem
from plugins.press import report
from plugins.press.artefact import Artefact, CannotMake
from plugins.press.clock import NoSuchTime, as_of
from plugins.press.floor import Clash, plan, publish, strangers
from plugins.press.history import remember
from plugins.view import Site

FINGERPRINT_KEY = "CLNM_FINGERPRINT_KEY"
"""The environment's name for the key of withdrawn words; it is in no file of the repository."""

NAMED = 3
"""So many files are named where more are meant."""

printing = Signal()
"""Sent with the library, ``site`` and ``theme``; each room that makes something answers with its artefacts."""


def library_of(reading: source.Reading, moment: datetime) -> Library:
    """Put what was read on the shelves, at an instant."""
    return Library(
        reading.documents,
        reading.records,
        reading.pictures,
        moment,
        unread=reading.unread,
        tombstones=reading.tombstones,
    )


def pasted_again(library: Library) -> Iterator[Problem]:
    """Find withdrawn words that came back, where the environment has the key: ``CLNM_FINGERPRINT_KEY``."""
    key = os.environ.get(FINGERPRINT_KEY, "")
    if key:
        yield from fingerprints.pasted_again(library.documents, library.withdrawn, key.encode())


def found_problems(reading: source.Reading, library: Library) -> Iterator[Problem]:
    """Give everything that is wrong with what was read: in each file, between files, with time, and for people."""
    yield from reading.problems
    yield from library.problems()
    yield from pasted_again(library)
    yield from safeguarding.problems(library.documents, library.supports, library.as_of)


class Press(Generator):  # type: ignore[misc]  # Pelican brings no types
    """The one generator: reads everything, then prints everything."""

    def generate_context(self) -> None:
        """Read the content; put the one library and all problems into Pelican's shared context."""
        try:
            moment = as_of()
        except NoSuchTime as error:
            raise SystemExit(str(error)) from None
        reading = source.read(Path(self.path))
        library = library_of(reading, moment)
        problems = list(found_problems(reading, library))
        if not self.settings.get("EXAMPLES_ALLOWED", False):
            problems += _examples(library)
        self.context["library"] = library
        self.context["problems"] = tuple(problems)

    def generate_output(self, writer: object) -> None:  # noqa: ARG002 - Pelican's writer is not ours
        """Ask every room for its artefacts, and print them."""
        output = Path(self.output_path)
        try:
            artefacts = plan(self._artefacts())
            stop_at_strangers(artefacts, output)
            report.done(publish(artefacts.values(), output))
            remember(output, self.context["library"].as_of.date())
            sys.stdout.write(f"{report.coming(self.context['library'].next_changes())}\n")
        except CannotMake as fault:
            report.tell([*self.context["problems"], fault.problem], shown(self.path))
            raise SystemExit(1) from None
        except Clash as clash:
            raise SystemExit(f"Two rooms would both write {clash}. Nothing was published.") from None
        except OSError as error:
            if error.errno is None:  # a missing template calls itself an OSError too
                raise
            raise SystemExit(f"The output could not be written: {error}") from None

    def _artefacts(self) -> Iterator[Artefact]:
        site, theme = Site.of(self.settings), Path(self.theme)
        for _, artefacts in printing.send(self.context["library"], site=site, theme=theme):
            yield from artefacts


def stop_at_strangers(planned: Iterable[str], output: Path) -> None:
    """Refuse an output folder whose files nobody knows: they may be what must no longer be seen."""
    unknown = strangers(planned, output)
    if unknown:
        more = len(unknown) - NAMED
        named = ", ".join(unknown[:NAMED]) + (f" and {more} more" if more > 0 else "")
        message = f"{output} holds files that this press has no record of: {named}.\n"
        way_out = "Empty the folder (make clean), or give another with --output. Nothing was published."
        raise SystemExit(message + way_out)


def shown(content: str) -> str:
    """Write a content folder as an editor would type it: from where they stand, if it lies below."""
    path, here = Path(content).resolve(), Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def stop_on_problems(generators: Iterable[Any]) -> None:
    """Print what was found; while anything is wrong, end the build before a byte is written."""
    for generator in generators:
        if isinstance(generator, Press) and report.tell(generator.context["problems"], shown(generator.path)):
            raise SystemExit(1)


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
