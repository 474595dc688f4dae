"""What may be there only once: an address, an issue's number, a picture's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from plugins.library.address import FINDER, INDEXES, PROGRAMMES, SITE_PAGES
from plugins.library.entry import Entry
from plugins.model import Document, Level, Page, Problem
from plugins.model.page import PageKind
from plugins.model.picture import Original

_FOLDERS = (
    *(SITE_PAGES - {"/"}),
    FINDER,
    PROGRAMMES,
    "/offline/",
    "/feeds/",
    "/editions/",
    "/calendars/",
    "/images/",
    "/static/",
)
_UNDER_LISTS = ("/events/past/", *(f"/offers/{name}/" for name in ("about", "compare", "for")))
"""Where lists that are cut out of a kind's list stand."""


def collisions(entries: Iterable[Entry], pictures: Iterable[Original]) -> Iterator[Problem]:
    """Give what two files claim, and what the site itself needs."""
    entries = tuple(entries)
    yield from _addresses(entries)
    yield from _pictures(pictures)
    yield from _issues(entries)


def _addresses(entries: Iterable[Entry]) -> Iterator[Problem]:
    taken = dict.fromkeys((*INDEXES, *_FOLDERS, *_UNDER_LISTS), "a part of the site")
    for entry in entries:
        document, url = entry.document, entry.url
        if url in taken:
            home = isinstance(document, Page) and document.page_kind is PageKind.HOME
            yield Problem(
                path=document.path,
                line=document.lines.get("page_kind", 0) if home else 0,
                field="page_kind" if home else "",
                code="F10",
                message=f"This and {taken[url]} would both be at {url}.",
                fix="Let one page be the home page." if home else "Change one file name.",
            )
        taken.setdefault(url, document.path)


def _pictures(pictures: Iterable[Original]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for picture in pictures:
        stem = picture.name.rpartition(".")[0]
        if stem in taken:
            yield Problem(
                path=f"images/{picture.name}",
                line=0,
                field="",
                code="F10",
                message=f"This and images/{taken[stem]} would be published under one name.",
                fix="Change one file name.",
            )
        taken.setdefault(stem, picture.name)


def _issues(entries: Iterable[Entry]) -> Iterator[Problem]:
    taken: dict[int, tuple[str, int, Document]] = {}
    for entry in entries:
        if entry.spine.issue is None:
            continue
        month, number = entry.spine.issue
        if number in taken:
            message = f"{taken[number][2].path} is number {number} as well."
            yield _of_issue(entry.document, message, "Give each issue a number of its own.", Level.ERROR)
        taken.setdefault(number, (month, number, entry.document))
    for (_, before, _), (_, number, issue) in pairwise(sorted(taken.values(), key=lambda row: row[:2])):
        if number != before + 1:
            message = f"This is number {number}, and the one before it is number {before}."
            yield _of_issue(issue, message, f"Use {before + 1}, if none is missing.", Level.WARNING)


def _of_issue(issue: Document, message: str, fix: str, level: Level) -> Problem:
    return Problem(
        path=issue.path,
        line=issue.lines.get("issue", 0),
        field="issue",
        code="F10",
        message=message,
        fix=fix,
        level=level,
    )
