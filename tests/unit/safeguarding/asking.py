"""Asks the room about small documents, as the press does."""

from __future__ import annotations

from typing import Any

from plugins import safeguarding
from plugins.model import Document, Level, Problem
from tests import samples

SUPPORTS = samples.library().supports


def ask(*documents: Document) -> list[Problem]:
    """Give what the room finds in documents that stand together."""
    return list(safeguarding.problems(documents, SUPPORTS, samples.NOW))


def story(body: str = "It went well.", **changed: Any) -> Document:
    """Give a story with a body and changes."""
    return samples.document("story", body=body, **changed)


def codes(*documents: Document) -> list[tuple[str, Level]]:
    """Give code and level of what the room finds."""
    return [(problem.code, problem.level) for problem in ask(*documents)]


def errors(*documents: Document) -> list[str]:
    """Give the codes of what stops publishing."""
    return [problem.code for problem in ask(*documents) if problem.stops]


def warnings(*documents: Document) -> list[str]:
    """Give the codes of what only asks for a look."""
    return [problem.code for problem in ask(*documents) if not problem.stops]
