"""Makes the email of an issue, and says where its files are."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from plugins import source
from plugins.desk.build import build
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.model import Newsletter

FOLDER = "editions"
ENDINGS = (".html", ".txt", ".eml")


def run(asked: Namespace) -> int:
    """Build the site, then print the files of one issue's edition, or of all; give 1 where there are none yet."""
    found = project(asked.settings, asked.content, asked.output)
    issues = _issues(found)
    wanted = [issue for issue in issues if asked.issue in {"", issue.slug, str(issue.issue)}]
    unread = found.content / Newsletter.folder / f"{asked.issue}.md"
    if not wanted and not unread.is_file():
        there = ", ".join(f"{issue.slug} ({issue.issue})" for issue in issues) or "none yet"
        message = f"There is no issue “{asked.issue}”. The issues are: {there}."
        raise WrongUse(message)
    build(found)
    made = [path for issue in wanted for path in _files(found.output, issue.slug)]
    for path in made:
        print(path)
    return 0 if made else _explain(wanted)


def _issues(found: Project) -> list[Newsletter]:
    """Give the issues; where one cannot be read, the build says why."""
    documents = source.read(found.content).documents
    return sorted((d for d in documents if isinstance(d, Newsletter)), key=lambda issue: issue.issue)


def _files(output: Path, slug: str) -> list[Path]:
    """Give the files of an issue's edition: those under ``editions/`` whose name or folder is the issue's."""
    every = sorted(path for path in (output / FOLDER).rglob("*") if path.suffix in ENDINGS)
    return [path for path in every if slug in {path.stem, *path.relative_to(output).parts}]


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
