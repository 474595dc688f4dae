"""A talk at the terminal: one question after the other, with a hint and an example; each answer is checked at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pydantic import BaseModel

from plugins.desk.beginning.answers import Given, Refused
from plugins.desk.beginning.questions import QUESTIONS, Question
from plugins.desk.phrases import PHRASES
from plugins.desk.samples import Samples, hint
from plugins.desk.writing import choices
from plugins.model import Document, Finding, Problem

TITLE = Question("title", "What is it called?")
MOST = 5
"""So often an answer is asked for again before the question is left for later."""


def somebody() -> bool:
    """Say whether there is anybody to ask."""
    return sys.stdin.isatty()


def line(question: str, offered: str = "") -> str:
    """Ask on one line; Enter, the end of the input, or nobody there is the answer that was offered."""
    if not somebody():
        return offered
    try:
        answer = input(f"{question}[{offered}] " if offered else question)
    except EOFError:
        return offered
    return answer.strip() or offered


def ask(given: Given, samples: Samples) -> None:
    """Ask what belongs to the kind and is not answered yet; what is left out stays for later."""
    print("Each answer is checked at once. Enter leaves a question for later.")
    for question in QUESTIONS[given.kind.kind]:
        if question.place not in given.values and question.fits(given.values):
            _ask(given, question, samples)


def ask_again(given: Given, problems: list[Problem], samples: Samples) -> bool:
    """Tell what is wrong with answers and ask for them once more; say whether any of it was an answer."""
    wrong = {problem.field: problem for problem in problems if _asked(given, problem.field)}
    for place, problem in wrong.items():
        given.values.pop(place, None)
        tell(Finding(field=place, message=problem.message, fix=problem.fix))
        known = (question for question in (TITLE, *QUESTIONS[given.kind.kind]) if question.place == place)
        _ask(given, next(known, Question(place, f"What belongs into “{place}”?")), samples)
    return bool(wrong)


def tell(finding: Finding) -> None:
    """Say what is wrong with an answer, and what would do."""
    print(f"  {finding.message} {finding.fix}".rstrip())


def _asked(given: Given, place: str) -> bool:
    try:
        given.owner(place)
    except Refused:
        return False
    return bool(place)


def _ask(given: Given, question: Question, samples: Samples) -> None:
    owner, name = given.owner(question.place)
    for told in _around(owner, name, question):
        print(told)
    offered = _offered(given.kind, owner, name, samples)
    for _ in range(MOST):
        answer = line("> ", offered)
        if not answer:
            return
        try:
            value = given.take(question.place, answer)
        except Refused as refused:
            tell(refused.finding)
            continue
        if isinstance(value, str) and value != answer:
            print(f"  Read as: {value}")
        return
    print("  We leave this for later; the file has an example in its place.")


def _around(owner: type[BaseModel], name: str, question: Question) -> Iterator[str]:
    """Give the question, what the field is, and an example or the words to choose from."""
    yield f"\n{question.ask}"
    words = [str(term) for term in choices(hint(owner, name))]
    told = (owner.model_fields[name].description or "").strip()
    if words and not all(word in told for word in words):
        told = f"{told} One of: {', '.join(words)}."
    yield f"  {told}"
    example = next(iter(PHRASES.get(f"{owner.__name__}.{name}", PHRASES.get(name, ()))), "")
    if example and not words:
        yield f"  For example: {', '.join(example) if isinstance(example, list) else example}"


def _offered(kind: type[Document], owner: type[BaseModel], name: str, samples: Samples) -> str:
    """Offer an answer where Enter may mean one: the only name there is, the next number, the team's address."""
    if name in {"contact_email", "reply_to"}:
        return samples.email
    known = samples.known.get(name, ())
    return str(known[0]) if owner is kind and len(known) == 1 else ""
