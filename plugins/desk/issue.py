"""Begins an issue of the newsletter with blocks for all that is new since the last one and may go by email."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime

from plugins import source
from plugins.desk.check import problems
from plugins.desk.commands import WrongUse
from plugins.desk.drafting import draft
from plugins.desk.new import samples_for, spoken, write_new
from plugins.desk.project import moment, project
from plugins.library import Entry, Library
from plugins.library.pointers import pointers
from plugins.model import Channel, Event, Newsletter, Offer, Publication, Story
from plugins.model.clock import start_of
from plugins.press.porch import library_of, shown
from plugins.press.report import tell

MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_SECTIONS = ((Story, "Stories"), (Offer, "New offers"), (Publication, "To read and watch"))


def run(asked: Namespace) -> int:
    """Write the draft, or with ``--gather`` for an issue that is there print the blocks. Raises WrongUse."""
    if not MONTH.fullmatch(asked.month):
        message = f"“{asked.month}” is no month. Write year and month: clnm issue 2026-12 --gather"
        raise WrongUse(message)
    found = project(asked.settings, asked.content)
    reading = source.read(found.content)
    path = found.content / Newsletter.folder / f"{asked.month}.md"
    blocks = "\n\n".join(gathered(library_of(reading, moment()), asked.month)) if asked.gather else ""
    if path.exists():
        if not asked.gather:
            message = f"{shown(str(path))} is there already. For what is new: clnm issue {asked.month} --gather"
            raise WrongUse(message)
        print(f"{shown(str(path))} is there already, and stays as it is. What is new and not in it:\n\n{blocks}")
        return 0
    samples = samples_for(Newsletter, asked.month, found, reading)
    made = draft(Newsletter, asked.month, {"title": spoken(asked.month)}, samples)
    help_lines = "## If you need someone\n\n/// get-help\n///"
    text = made.text.replace(help_lines, f"{blocks}\n\n{help_lines}" if blocks else help_lines)
    write_new(path, text)
    print(f"Write it in {shown(str(path))}. It is a draft: take out what you do not want, then change status to ready.")
    own = [one for one in problems(found.content) if one.path == f"{Newsletter.folder}/{path.name}"]
    return int(tell(own, shown(str(found.content))))


def gathered(library: Library, month: str) -> Iterator[str]:
    """Give the parts of an issue: what is new since the last one, may go by email, and stands in no issue yet."""
    shelf = library.on(Channel.EMAIL)
    issues = [entry.document for entry in library.entries.values() if isinstance(entry.document, Newsletter)]
    told = {pointer.target for issue in issues for pointer in pointers(issue)}
    since = max((issue.send_on for issue in issues if issue.slug < month), default=None)
    for kind, title in _SECTIONS:
        new = [entry for entry in shelf.all(kind.kind) if entry.id not in told and _new(entry, since, library.as_of)]
        if new:
            yield f"## {title}\n\n" + "\n\n".join(_block(entry) for entry in new)
    if any(not entry.document.ended(library.as_of) for entry in shelf.all(Event.kind)):
        yield "## Dates\n\n/// events | next 4\n///"


def _new(entry: Entry, since: datetime | None, now: datetime) -> bool:
    document = entry.document
    appeared = document.appears or (start_of(document.last_checked) if document.last_checked else None)
    return not document.ended(now) and (since is None or appeared is None or appeared > since)


def _block(entry: Entry) -> str:
    return f"/// {entry.document.kind} | {entry.document.slug}\n///"
