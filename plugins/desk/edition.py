"""Makes the email of an issue, says what it weighs, and shows it."""

from __future__ import annotations

import json
import os
import sys
import webbrowser
from argparse import Namespace
from pathlib import Path

from plugins import source
from plugins.desk.building import build
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.desk.weigh import weigh
from plugins.editions.senders import SENDERS
from plugins.model import Newsletter

FOLDER, PREVIEW = "editions", "preview.html"
ENDINGS = (".html", ".txt", ".eml")


def run(asked: Namespace) -> int:
    """Build the site, then weigh one issue's editions, or all, and print their files; give 1 where there are none."""
    found = project(asked.settings, asked.content, asked.output)
    issues = _issues(found)
    wanted = [issue for issue in issues if asked.issue in {"", issue.slug, str(issue.issue)}]
    unread = found.content / Newsletter.folder / f"{asked.issue}.md"
    if not wanted and not unread.is_file():
        there = ", ".join(f"{issue.slug} ({issue.issue})" for issue in issues) or "none yet"
        message = f"There is no issue “{asked.issue}”. The issues are: {there}."
        raise WrongUse(message)
    build(found, *_senders(asked.sender, found))
    made = [path for issue in wanted for path in _files(found.output, issue.slug)]
    _tell(made)
    if asked.open:
        _open(made)
    return 0 if made else _explain(wanted)


def _senders(name: str, found: Project) -> list[str]:
    """Give the setting that adds a sender to those of the site. Raises WrongUse for one whose tags nobody knows."""
    if not name:
        return []
    if name not in SENDERS:
        known = ", ".join(f"{sender.name} ({sender.title})" for sender in SENDERS.values())
        message = f"We do not know the tags of “{name}”. Use one of: {known}."
        raise WrongUse(message)
    return [f"SENDERS={json.dumps(sorted({*found.facts.get('SENDERS', []), name}))}"]


def _tell(made: list[Path]) -> None:
    """Print what each message weighs, then where everything is."""
    for path in made:
        if path.suffix == ".eml":
            print("\n".join(weigh(path)))
    for path in made:
        if path.name != PREVIEW:
            print(path)
    for path in made:
        if path.name == PREVIEW:
            print(f"Open {path.resolve().as_uri()}")


def _open(made: list[Path]) -> None:
    """Show the first preview, where somebody is sitting at a screen."""
    screen = sys.platform in {"darwin", "win32"} or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    first = next((path for path in made if path.name == PREVIEW), None)
    if first and screen and sys.stdout.isatty():
        webbrowser.open(first.resolve().as_uri())


def _issues(found: Project) -> list[Newsletter]:
    """Give the issues; where one cannot be read, the build says why."""
    documents = source.read(found.content).documents
    return sorted((d for d in documents if isinstance(d, Newsletter)), key=lambda issue: issue.issue)


def _files(output: Path, slug: str) -> list[Path]:
    """Give the files of an issue's editions."""
    return sorted(path for path in (output / FOLDER / slug).rglob("*") if path.suffix in ENDINGS)


def _explain(wanted: list[Newsletter]) -> int:
    for issue in wanted:
        if issue.live(moment()):
            print(f"Issue {issue.slug} has no edition: plugins.editions is not in PLUGINS.", file=sys.stderr)
        elif issue.appears and issue.appears > moment():
            day = f"{issue.appears:%Y-%m-%d}"
            again = f"AS_OF={day} make edition ISSUE={issue.slug}"
            print(f"Issue {issue.slug} does not appear before {day}. To see it now: {again}", file=sys.stderr)
        else:
            print(f"Issue {issue.slug} is {issue.status.label.lower()}, so it has no edition.", file=sys.stderr)
    return 1
