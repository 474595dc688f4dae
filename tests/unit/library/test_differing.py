"""A question that is not asked again has the same answer, whatever was changed."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.library import Differing, Library, Question
from plugins.model import Channel
from plugins.model.taxonomy import Theme
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
    """Give everything that the pages of all documents ask, and lists with leaves."""
    questions: set[Question] = set()
    noting = library.noting(questions)
    shelf = noting.on(Channel.WEB)
    for entry in shelf.entries:
        document(entry, Viewpoint.on_page(noting, SITE, entry.url))
    for table, name in (("years", 2026), ("themes", Theme.SPORT), ("past", "event")):
        for place in ("", *shelf.leaves(table, name)):
            shelf.leaf(table, name, place)
            shelf.beside(table, name, place)
        shelf.count(table, name)
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
    assert not any(may(question) for question in asked(shelved({})) if question[1] in {"leaf", "leaves", "count"})
    assert may((web, "something nobody knows", ()))
