"""A draft of what was answered, which must stand among everything else that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from plugins import style
from plugins.desk.beginning.answers import Given, Refused
from plugins.desk.beginning.asking import ask_again, somebody
from plugins.desk.commands import WrongUse
from plugins.desk.drafting import Draft, draft
from plugins.desk.project import moment
from plugins.desk.samples import Samples, Value
from plugins.model import Document, Problem
from plugins.model.consent import months_after
from plugins.press.judged import found_problems
from plugins.press.porch import library_of
from plugins.source import Blank, Reading, documents

ROUNDS = 20
"""So often answers that do not fit together are asked for again."""


def fitting(given: Given, slug: str, samples: Samples, reading: Reading) -> tuple[Draft, list[Problem]]:
    """Make a draft that passes every check, and give what is still to look at in it. Raises WrongUse.

    Answers that do not fit together are asked for again where there is somebody to ask.
    """
    for _ in range(ROUNDS):
        if "title" not in given.values:
            given.values["title"] = samples.first(given.kind, "title")
        known = {**samples.known, **dict(_following(given.values))}
        made = draft(given.kind, slug, given.values, replace(samples, known=known))
        found = list(made.problems) or _judged(given.kind, slug, made, reading)
        wrong = [problem for problem in found if problem.stops]
        if not wrong:
            return made, found
        if not (somebody() and ask_again(given, wrong, samples)):
            break
    told = "\n".join(_as_option(problem, given) for problem in wrong)
    message = f"{told}\nNothing was written."
    raise WrongUse(message)


def _as_option(problem: Problem, given: Given) -> str:
    """Say what is wrong, and with which option to answer it."""
    try:
        given.owner(problem.field)
        option = f"--set {problem.field}=…: "
    except Refused:
        option = f"{problem.field}: " if problem.field else ""
    return f"{option}{problem.message} [{problem.code}]" + "".join(f"\n    {one}" for one in problem.fix.splitlines())


def _judged(kind: type[Document], slug: str, made: Draft, reading: Reading) -> list[Problem]:
    """Give what a check would say of a draft that stands among everything else that is there."""
    path = f"{kind.folder}/{slug}.md"
    document, _ = documents.read(kind, path, made.text.encode())
    if document is None:
        return list(made.problems)
    whole = replace(reading, documents=(*reading.documents, document))
    found = found_problems(whole, library_of(whole, moment()), Blank())
    return [*(problem for problem in found if problem.path == path), *style.notes(document, made.text)]


def _following(values: dict[str, Value]) -> Iterator[tuple[str, Sequence[Value]]]:
    """Give values that follow from what was answered: an end after its start, dates within a yes."""
    if start := str(values.get("start", "")):
        day, _, time = start.partition(" ")
        hour, _, minutes = time.partition(":")
        late = int(hour) >= 22  # noqa: PLR2004 - two hours before midnight
        yield "end", [f"{day} 23:59" if late else f"{day} {int(hour) + 2:02}:{minutes}"]
    if begins := values.get("valid_from"):
        yield "valid_until", [str(date.fromisoformat(str(begins)) + timedelta(days=365))]
    if yes := values.get("consent.given"):
        day_of_yes = date.fromisoformat(str(yes))
        yield "Consent.review_by", [str(months_after(day_of_yes, 12))]
        yield "Consent.expires", [str(months_after(day_of_yes, 12))]
