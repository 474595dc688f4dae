"""What may be there only once: an address, an issue's number, a picture's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from plugins.library.entry import INDEXES, address
from plugins.model import Document, Level, Newsletter, Page, Problem
from plugins.model.page import PageKind
from plugins.model.picture import Original

_FOLDERS = ("/archive/", "/themes/", "/feeds/", "/editions/", "/calendars/", "/images/", "/static/")


def collisions(documents: tuple[Document, ...], pictures: Iterable[Original]) -> Iterator[Problem]:
    """Give what two files claim, and what the site itself needs."""
    yield from _addresses(documents)
    yield from _pictures(pictures)
    yield from _issues([document for document in documents if isinstance(document, Newsletter)])


def _addresses(documents: Iterable[Document]) -> Iterator[Problem]:
    taken = dict.fromkeys((*INDEXES, *_FOLDERS), "a part of the site")
    for document in documents:
        url = address(document)
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


def _issues(issues: list[Newsletter]) -> Iterator[Problem]:
    taken: dict[int, Newsletter] = {}
    for issue in issues:
        if issue.issue in taken:
            message = f"{taken[issue.issue].path} is number {issue.issue} as well."
            yield _of_issue(issue, message, "Give each issue a number of its own.", Level.ERROR)
        taken.setdefault(issue.issue, issue)
    row = sorted(taken.values(), key=lambda issue: (issue.month, issue.issue))
    for before, issue in pairwise(row):
        if issue.issue != before.issue + 1:
            message = f"This is number {issue.issue}, and the one before it is number {before.issue}."
            yield _of_issue(issue, message, f"Use {before.issue + 1}, if none is missing.", Level.WARNING)


def _of_issue(issue: Newsletter, message: str, fix: str, level: Level) -> Problem:
    return Problem(
        path=issue.path,
        line=issue.lines.get("issue", 0),
        field="issue",
        code="F10",
        message=message,
        fix=fix,
        level=level,
    )
