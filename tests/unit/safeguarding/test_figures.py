"""A figure that is not its fact's is found, wherever it stands; the right one, and another nation's, are not."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.model import Fact
from plugins.safeguarding.figures import figure_problems
from tests import samples

WRITTEN: dict[str, dict[str, Any]] = {
    "home": {"text": "at least £3,000", "about": ["setting up home allowance"], "nation": "england"},
    "adviser": {"text": "until your 25th birthday", "about": ["personal adviser"]},
    "asked": {"text": "61", "about": ["young people asked", "we asked"]},
    "quiet": {"text": "£5"},
}
COMMON = {"source": "A law", "last_checked": "2026-11-01"}
FACTS = {name: Fact.model_validate({"id": name, **COMMON, **rest}) for name, rest in WRITTEN.items()}


def found(body: str, **changed: Any) -> list[str]:
    page = samples.document("page", body=body, **changed)
    return [problem.message for problem in figure_problems(page, FACTS)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("The setting up home allowance is £2,000.", "This says £2,000. Our fact “home” says: at least £3,000."),
        ("Ask early. Your Setting up home allowance (£ 2500) comes soon.", "This says £ 2500. Our fact “home” says"),
        ("You have a personal adviser until your 21st birthday.", "This says 21st birthday. Our fact “adviser” says"),
        ("You have a personal adviser until you turn 26.", "This says turn 26."),
        ("We asked 60 of you.", "This says 60. Our fact “asked” says: 61."),
    ],
)
def test_another_figure_beside_the_words_is_told_with_the_fact(body: str, said: str) -> None:
    (message,) = found(body)
    assert message.startswith(said)


@pytest.mark.parametrize(
    "body",
    [
        "The setting up home allowance is {fact: young-people-asked}.",
        "The setting up home allowance is £3,000, and you had £2,000 before.",
        "The setting up home allowance is {support: shout}.",
        "The setting up home allowance helps. A kettle costs £20.",
        "You have a personal adviser until you turn 25.",
        "We asked 61 young people in 2026.",
        "It costs £9.",
    ],
)
def test_the_right_figure_or_none_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_another_nations_figure_is_its_own() -> None:
    body = "The setting up home allowance is £2,000."
    assert found(body, nations="[scotland]") == []
    assert len(found(body, nations="[england, scotland]")) == 1
