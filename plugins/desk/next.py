"""Says when anything next appears or disappears by itself, so that a scheduler can build then."""

from __future__ import annotations

from argparse import Namespace

from plugins import source
from plugins.desk.project import moment, project
from plugins.press.porch import library_of
from plugins.press.report import coming


def run(asked: Namespace) -> int:
    """Print the next change; with ``--iso`` only its instant (ISO 8601), and nothing where nothing will change."""
    found = project(asked.settings, asked.content)
    changes = library_of(source.read(found.content), moment()).next_changes()
    if not asked.iso:
        print(coming(changes))
    elif changes:
        print(changes[0].moment.isoformat())
    return 0
