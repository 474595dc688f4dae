"""Builds the site, unless a look at the files says that nothing would change."""

from __future__ import annotations

import gc
import importlib
import sys
from argparse import Namespace
from contextlib import redirect_stderr, redirect_stdout

from plugins.desk import preflight
from plugins.desk.project import unjudged

SELDOM = 1_000_000
"""So many more objects are made than went before Python looks for circles among them: a build makes few, and ends soon.

At 10,000 documents a quarter of the time of a build with one edit was spent on looking for them.
"""


def run(asked: Namespace) -> int:
    """Build the site and say how to look at it; with ``--strict``, give 1 and build nothing where there is a note."""
    found = unjudged(asked.settings, asked.content, asked.output)
    if asked.strict and importlib.import_module("plugins.desk.check").noted(found.content):
        return 1
    before = preflight.look(found)
    known = None if asked.profile else preflight.recall(found, before)
    if known is not None:
        sys.stderr.write(known.noted)
        print(known.said)
    else:
        gc.set_threshold(SELDOM)
        said, noted = preflight.Tee(sys.stdout), preflight.Tee(sys.stderr)
        with redirect_stdout(said), redirect_stderr(noted):
            building = importlib.import_module("plugins.desk.building")
            library, printed = building.built(found, before=before)
        made = building.made(found.output, printed)
        preflight.keep(found, before, said.text, noted.text, library.as_of, library.until(), made)
        if asked.profile:
            phases = importlib.import_module("plugins.press.phases")
            print(phases.table(phases.phases))
    index = found.output / "index.html"
    print(f"Open {index.resolve().as_uri()}\nor see it as visitors do: make serve")
    return 0
