"""Makes an issue from what is new: a draft that points to it, for somebody to look at, to add to and to send."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from pydantic_core import PydanticCustomError

from plugins import source
from plugins.desk import writing
from plugins.desk.commands import WrongUse
from plugins.desk.project import Project, moment, project
from plugins.library import Entry, Library
from plugins.library.pointers import pointers
from plugins.model import DOCUMENT_TYPES, Channel, Newsletter
from plugins.model.clock import LONDON, day_in_words
from plugins.model.dates import day
from plugins.press.porch import library_of, shown
from plugins.press.report import tell
from plugins.source import documents

NOTHING_NEW = 3
"""The exit code that says that nothing is new, so that a scheduler can stop there."""
LAST = "last"
LONGEST_PREHEADER = 130
_SIGNED = ["The news team"]


def run(asked: Namespace) -> int:
    """Write a draft and say where it is; give 3 where nothing is new, 1 where the content must be put right first."""
    found = project(asked.settings, asked.content)
    reading = source.read(found.content)
    if any(problem.stops for problem in reading.problems):
        tell(reading.problems, shown(str(found.content)))
        return 1
    library = library_of(reading, moment())
    issues = [document for document in reading.documents if isinstance(document, Newsletter)]
    since = _since(asked.since, issues, library.as_of)
    news = _news(library, issues, since)
    if not news:
        print(f"Nothing is new since {day_in_words(since.date())} that may go by email. No issue was made.")
        return NOTHING_NEW
    return _write(found, _text(news, issues, since, library.as_of, found), library.as_of)


def _since(given: str, issues: Sequence[Newsletter], now: datetime) -> datetime:
    """Give from when on something is new: a day, or when the last issue went out."""
    if given != LAST:
        try:
            return datetime.combine(_past(day(given), now), time(), LONDON)
        except PydanticCustomError as wrong:
            message = f"--since is a day or “{LAST}”. {wrong.message()} {(wrong.context or {}).get('fix', '')}".strip()
            raise WrongUse(message) from None
    sent = [issue.send_on for issue in issues if issue.live(now) and issue.send_on <= now]
    if not sent:
        message = "No issue went out yet. Say since when things are new: clnm digest --since 2026-11-01"
        raise WrongUse(message)
    return max(sent)


def _past(found: date, now: datetime) -> date:
    if found > now.date():
        message = f"{found} is still to come. Say since when things are new."
        raise WrongUse(message)
    return found


def _news(library: Library, issues: Sequence[Newsletter], since: datetime) -> list[Entry]:
    """Give what appeared since and may go by email, is not over, and that no issue points to, the newest first."""
    told = {pointer.target for issue in issues for pointer in pointers(issue)}
    now = library.as_of.timestamp()
    return [
        entry
        for entry in library.on(Channel.EMAIL).dated()
        if entry.document.kind != Newsletter.kind
        and since.timestamp() <= (entry.spine.appears or 0) <= now
        and not entry.spine.ended(now)
        and entry.id not in told
    ]


def _text(news: list[Entry], issues: Sequence[Newsletter], since: datetime, now: datetime, found: Project) -> str:
    """Write the file of an issue that points to what is new."""
    last = max(issues, key=lambda issue: (issue.send_on <= now, issue.send_on), default=None)
    when, titles = day_in_words(since.date()), [entry.document.title for entry in news]
    fields = {
        "title": f"What is new since {when}",
        "summary": f"What is new since {when}: {_counted(news)}, each in a few words and with a link.",
        "date": now.date().isoformat(),
        "status": "draft",
        "issue": str(1 + max((issue.issue for issue in issues), default=0)),
        "month": f"{now:%Y-%m}",
        "send_on": f"{now.date() + timedelta(days=1)} 10:00",
        "subject": f"What is new since {when}",
        "preheader": _preheader(titles, when),
        "reply_to": last.reply_to if last else found.facts.get("CONTACT_EMAIL", "team@example.org"),
        "signed_by": list(last.signed_by) if last else _SIGNED,
    }
    if any(entry.document.example for entry in news):
        fields["example"] = "true"
    return "\n".join(["---", *writing.fields(Newsletter, fields), "---", "", *_body(news, when), ""])


def _body(news: list[Entry], when: str) -> Iterator[str]:
    yield f"Here is what is new since {when}."
    for kind in DOCUMENT_TYPES:
        entries = [entry for entry in news if entry.document.kind == kind.kind]
        if entries:
            yield from ("", f"## {kind.index_title}")
        for entry in entries:
            yield from ("", f"/// {kind.kind} | {entry.document.slug}", "///")
    yield from ("", "/// get-help", "///")


def _counted(news: list[Entry]) -> str:
    """Count what is new, by kind: “2 stories and 1 event”."""
    counted = [
        f"{number} {(kind.label if number == 1 else kind.plural).lower()}"
        for kind in DOCUMENT_TYPES
        if (number := sum(entry.document.kind == kind.kind for entry in news))
    ]
    return " and ".join(filter(None, (", ".join(counted[:-1]), counted[-1])))


def _preheader(titles: list[str], when: str) -> str:
    """Say in a line as many of the titles as fit; more, where they are too few words for an inbox."""
    fitting = [text for text in accumulate(titles, "{} · {}".format) if len(text) <= LONGEST_PREHEADER]
    named = fitting[-1] if fitting else titles[0][: LONGEST_PREHEADER - 1].rstrip() + "…"
    more = f"{named} · all that is new since {when}"
    return more if len(named) < 40 else named  # noqa: PLR2004 - the least that the field takes


def _write(found: Project, text: str, now: datetime) -> int:
    slug = f"{now:%Y-%m-%d}"
    path = found.content / Newsletter.folder / f"{slug}.md"
    _, problems = documents.read(Newsletter, f"{Newsletter.folder}/{slug}.md", text.encode())
    if any(problem.stops for problem in problems):
        tell(problems, shown(str(found.content)))
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        print(f"{shown(str(path))} is there already. Nothing was changed.", file=sys.stderr)
        return 1
    print(f"Look at it in {shown(str(path))}. It is a draft: to send it, change status to ready.")
    return 0
