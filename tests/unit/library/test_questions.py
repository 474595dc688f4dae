"""While a library gives the same answers, whatever was made of them is the same."""

from __future__ import annotations

from typing import Any

from plugins.library import Library, Question
from plugins.model import Channel
from plugins.model.taxonomy import Theme
from plugins.view import Viewpoint, document
from tests import samples
from tests.unit.view.looking import SITE


def shelved(**changes: Any) -> Library:
    others = [samples.document("story", "second-keys", title="Second keys", **changes)]
    return samples.library(samples.document("story", "first-keys", related="[story:second-keys]"), *others)


def asked(library: Library) -> dict[Question, str]:
    """Look at a page, and give what it asked with the answers."""
    questions: set[Question] = set()
    noting = library.noting(questions)
    entry = noting.on(Channel.WEB).whole("story:first-keys")
    assert entry
    document(entry, Viewpoint.on_page(noting, SITE, entry.url))
    return {question: library.answer(question) for question in questions}


def same(before: dict[Question, str], library: Library) -> bool:
    return all(library.answer(question) == answer for question, answer in before.items())


def test_the_same_documents_give_the_same_answers() -> None:
    assert same(asked(shelved()), shelved())


def test_another_title_beside_it_is_another_answer() -> None:
    assert not same(asked(shelved()), shelved(summary="Other words that stand on the card, enough of them to be kept."))


def test_other_words_in_the_body_of_another_are_no_other_answer() -> None:
    assert same(asked(shelved()), shelved(body="## Other words\n\nNobody but its own page shows these."))


def test_what_may_no_longer_be_seen_is_another_answer() -> None:
    assert not same(asked(shelved()), shelved(status="draft"))


def test_whoever_asks_only_if_a_list_is_there_hears_nothing_of_what_is_in_it() -> None:
    def linked(asked: Library) -> bool:
        return Theme("money") in asked.on(Channel.WEB).themes

    one, two = (
        shelved(themes="[money]"),
        shelved(themes="[money]", summary="Other words that stand on the card, enough of them to be kept."),
    )
    questions: set[Question] = set()
    assert linked(one.noting(questions))
    assert {what for _, what, _ in questions} == {"has"}
    assert [one.answer(question) == two.answer(question) for question in questions] == [True]
    assert not linked(shelved(themes="[sport]"))


def test_now_is_the_same_question_tomorrow() -> None:
    library = shelved()
    questions: set[Question] = set()
    library.noting(questions).on(Channel.WEB).current("story", library.as_of)
    assert questions == {((Channel.WEB,), "current", ("story", None))}
