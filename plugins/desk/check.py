"""Says what is wrong with the content, or with a built site, and writes nothing."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from plugins import source
from plugins.checks import report as built
from plugins.checks.external import external_problems
from plugins.desk.commands import WrongUse
from plugins.desk.project import moment, project
from plugins.model import Level, Problem
from plugins.press.judged import found_problems
from plugins.press.porch import library_of, shown
from plugins.press.report import tell


def run(asked: Namespace) -> int:
    """Print every problem; give 1 where one stops publishing or is overdue, with ``--strict`` where there is any."""
    if asked.output:
        return _check_output(Path(asked.output), external=asked.external)
    content = project(asked.settings, asked.content).content
    found = problems(content)
    stops = tell(found, shown(str(content)))
    overdue = any(problem.level is Level.OVERDUE for problem in found)
    if not found:
        print("All is well.")
    elif overdue and not stops:
        print("What is overdue stops no build, but somebody must see to it.")
    elif asked.strict and not stops:
        print("With --strict, these notes count as well.")
    return int(stops or overdue or bool(asked.strict and found))


def problems(content: Path) -> list[Problem]:
    """Read a content folder and give everything that is wrong with it, at the instant of the clock."""
    reading = source.read(content)
    return list(found_problems(reading, library_of(reading, moment()), source.Blank()))


def _check_output(output: Path, *, external: bool) -> int:
    if not output.is_dir():
        message = f"There is no folder {output} to check. To make it: clnm build"
        raise WrongUse(message)
    stops = built.tell(output)
    if external:
        built.say(external_problems(output), output)
    if not stops:
        print(f"All is well in {output}.")
    return int(stops)
