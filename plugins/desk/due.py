"""Says what the team must do next, and by when."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

from plugins import source
from plugins.desk.duties import duties
from plugins.desk.duties.written import as_calendar, as_json, as_text
from plugins.desk.project import moment, project
from plugins.disk import write_whole


def run(asked: Namespace) -> int:
    """Print the duties of the next weeks, or write them as a calendar that the team keeps to itself."""
    found = project(asked.settings, asked.content)
    now = moment()
    due = duties(source.read(found.content), now.date(), (now + timedelta(days=asked.days)).date())
    if asked.ics:
        path = Path(asked.ics)
        name = f"{found.facts.get('SHORT_NAME', 'CLNM')}: what is due"
        write_whole(path, as_calendar(due, now, name).encode())
        print(f"{path}: {len(due)} things. It names references of consents: keep it within the team.")
    elif asked.json:
        print(as_json(due))
    else:
        print(as_text(due, now))
    return 0
