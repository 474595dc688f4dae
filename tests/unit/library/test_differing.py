"""A question that is not asked again has the same answer, whatever was changed."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.library import Differing, Library, Question
from plugins.model import Channel
from plugins.view import Viewpoint, document
from tests import samples
from tests.unit.view.looking import SITE

FIRST = {"related": "[story:second-keys]"}
CHANGES: dict[str, dict[str, dict[str, Any]]] = {
    "nothing": {},
    "a title": {"second-keys": {"title": "Keys of another kind"}},
    "a body": {"second-keys": {"body": "## Other words\n\nNobody but its own page shows these."}},
    "a theme": {"third-keys": {"themes": "[sport]"}},
    "a draft": {"second-keys": {"status": "draft"}},
    "a day": {"third-keys": {"date": "2026-01-02"}},
    "a new one": {"fourth-keys": {}},
}


def shelved(changes: dict[str, dict[str, Any]]) -> Library:
    slugs = dict.fromkeys(("first-keys", "second-keys", "third-keys", *changes))
    given = {slug: (FIRST if slug == "first-keys" else {}) | changes.get(slug, {}) for slug in slugs}
    return samples.library(*(samples.document("story", slug, **fields) for slug, fields in given.items()))


def asked(library: Library) -> set[Question]:
    """Give everything that the pages of all documents ask."""
    questions: set[Question] = set()
    noting = library.noting(questions)
    for entry in noting.on(Channel.WEB).entries:
        document(entry, Viewpoint.on_page(noting, SITE, entry.url))
    return questions


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_not_asked_again_has_the_same_answer(what: str) -> None:
    before, after = shelved({}), shelved(CHANGES[what])
    may = Differing(before.states, after.states).may
    questions = asked(before) | asked(after)
    assert [q for q in questions if not may(q) and before.answer(q) != after.answer(q)] == []


def test_a_question_about_another_document_is_not_asked_again() -> None:
    may = Differing(shelved({}).states, shelved(CHANGES["a body"]).states).may
    web = (Channel.WEB,)
    assert not may((web, "whole", ("story:first-keys",)))
    assert may((web, "whole", ("story:second-keys",)))
    assert may((web, "something nobody knows", ()))
