"""Builds the site: Pelican, told what it must be told, in this process."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

import pelican
from pelican.log import console

from plugins.checks.report import say
from plugins.checks.residue import residue
from plugins.desk.project import Project, moment, project, theme
from plugins.library import Library
from plugins.press import Artefact, printing
from plugins.press.withheld import withheld


def run(asked: Namespace) -> int:
    """Build the site and say how to look at it."""
    found = project(asked.settings, asked.content, asked.output)
    build(found)
    index = found.output / "index.html"
    print(f"Open {index.resolve().as_uri()}\nor see it as visitors do: make serve")
    return 0


def build(found: Project, *settings: str) -> None:
    """Build a project, then look in every byte of what was built for what may not be seen.

    ``settings`` are changes to its own: ``NAME=value``, the value in JSON. Raises SystemExit with code
    1, after its problems were printed, where it may not be published.
    """
    moment()
    theme(found)
    console.quiet = True
    words = [str(found.content), "--settings", str(found.settings), "--output", str(found.output)]
    words += ["--fatal", "errors", "--log-handler", "plain"]
    for setting in settings:
        words += ["--extra-settings", setting]
    built: list[Library] = []

    def listen(library: Library, **_: object) -> tuple[Artefact, ...]:
        built.append(library)
        return ()

    with printing.connected_to(listen):
        pelican.main(words)
    for library in built:
        if say(residue(found.output, withheld(library, furniture(found))), found.output):
            print("Words or pictures that may not be seen are in it. Do not put this online.", file=sys.stderr)
            raise SystemExit(1)


def furniture(found: Project) -> Iterator[str]:
    """Give what the site says whatever its content: the words of its templates and its settings."""
    templates = (path for path in (found.theme / "templates").rglob("*") if path.suffix in {".html", ".txt"})
    yield from (path.read_text("utf-8") for path in sorted(templates))
    yield from (str(value) for name, value in found.facts.items() if name.isupper())
