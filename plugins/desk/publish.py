"""Builds the site that goes online, then reads every file of it and objects."""

from __future__ import annotations

import sys
from argparse import Namespace

from plugins.checks.report import tell
from plugins.desk.building import build
from plugins.desk.project import project


def run(asked: Namespace) -> int:
    """Build, check, and say where the site lies; give 1 where it must not go online."""
    found = project(asked.settings, asked.content, asked.output)
    build(found, *(["EXAMPLES_ALLOWED=true"] if asked.demo else []), afresh=True)
    if tell(found.output):
        print("Do not put this online; the site that is there now can stay.", file=sys.stderr)
        return 1
    print(f"Every page was checked. The site lies in {found.output}{'/, as a demo.' if asked.demo else '/.'}")
    return 0
