"""Builds the site: Pelican, told what it must be told, in this process."""

from __future__ import annotations

from argparse import Namespace

import pelican
from pelican.log import console

from plugins.desk.project import Project, moment, project, theme


def run(asked: Namespace) -> int:
    """Build the site and say how to look at it."""
    found = project(asked.settings, asked.content, asked.output)
    build(found)
    index = found.output / "index.html"
    print(f"Open {index.resolve().as_uri()}\nor see it as visitors do: make serve")
    return 0


def build(found: Project, *settings: str) -> None:
    """Build a project. ``settings`` are changes to its own: ``NAME=value``, the value in JSON.

    Raises SystemExit with code 1, after its problems were printed, where it may not be published.
    """
    moment()
    theme(found)
    console.quiet = True
    words = [str(found.content), "--settings", str(found.settings), "--output", str(found.output)]
    words += ["--fatal", "errors", "--log-handler", "plain"]
    for setting in settings:
        words += ["--extra-settings", setting]
    pelican.main(words)
