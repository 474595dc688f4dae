"""Says what is wrong with the content, or with a built site; writes nothing, unless it is asked to mend."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

from plugins import source, style
from plugins.checks import built
from plugins.desk import formats, mending
from plugins.desk.aiming import aimed
from plugins.desk.commands import WrongUse
from plugins.desk.project import moment, project
from plugins.model import Level, Problem
from plugins.press.judged import found_problems
from plugins.press.porch import library_of, shown
from plugins.press.report import tell


def run(asked: Namespace) -> int:
    """Print every problem; give 1 where one stops publishing or is overdue, with ``--strict`` where there is any."""
    if asked.what == "links":
        from plugins.desk.outward import run as links  # noqa: PLC0415 - only it goes online

        return links(asked)
    if asked.output:
        return _check_output(Path(asked.output))
    content = project(asked.settings, asked.content).content
    if asked.undo:
        return _undone(content)
    if asked.fix:
        with redirect_stdout(sys.stderr if asked.format else sys.stdout):
            mending.run(content)
    found = sorted(problems(content, every=asked.all))
    if asked.format:
        _print(asked.format, [replace(one, path=f"{shown(str(content))}/{one.path}") for one in found])
        return _code(found, strict=asked.strict)
    stops = tell(found, shown(str(content)))
    if not found:
        print("All is well.")
    elif any(problem.level is Level.OVERDUE for problem in found) and not stops:
        print("What is overdue stops no build, but somebody must see to it.")
    elif asked.strict and not stops:
        print("With --strict, these notes count as well.")
    if any(problem.code for problem in found):
        code = next(problem.code for problem in found if problem.code)
        print(f"More about one of them: clnm explain {code}")
    return _code(found, strict=asked.strict)


def problems(content: Path, *, every: bool = False) -> list[Problem]:
    """Read a content folder and give everything that is wrong with it, at the instant of the clock, and how it reads.

    ``every`` adds the smallest notes on words.
    """
    reading = source.read(content)
    library = library_of(reading, moment())
    found = [*found_problems(reading, library, source.Blank()), *how_it_reads(content, reading, every=every)]
    return list(aimed(content, found))


def noted(content: Path) -> bool:
    """Print everything that there is to say of a content folder, and say whether there was anything."""
    found = problems(content)
    if found and not tell(found, shown(str(content))):
        print("With --strict, these notes count as well. Nothing was built.", file=sys.stderr)
    return bool(found)


def how_it_reads(content: Path, reading: source.Reading, *, every: bool = False) -> Iterator[Problem]:
    """Give the notes on the words of every document that may still be read."""
    for document in reading.documents:
        if not document.gone(moment()):
            text = (content / document.path).read_text("utf-8-sig")
            yield from style.notes(document, text, every=every)


def _undone(content: Path) -> int:
    number = mending.undo.restore(content)
    if not number:
        message = "There is nothing to put back: clnm check --fix has changed nothing since."
        raise WrongUse(message)
    print(f"{number} file{'s' if number > 1 else ''} as before.")
    return 0


def _code(found: list[Problem], *, strict: bool) -> int:
    return int(any(problem.level is not Level.WARNING for problem in found) or bool(strict and found))


def _print(form: str, found: list[Problem]) -> None:
    if form == "github":
        if found:
            print(formats.as_github(found))
    else:
        print(formats.as_sarif(found) if form == "sarif" else formats.as_json(found))


def _check_output(output: Path) -> int:
    if not output.is_dir():
        message = f"There is no folder {output} to check. To make it: clnm build"
        raise WrongUse(message)
    stops = built.tell(output)
    if not stops:
        print(f"All is well in {output}.")
    return int(stops)
