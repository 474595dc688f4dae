"""Labels as they read where several stand together, and where a sentence begins."""

from __future__ import annotations

import pytest

from plugins.view.grammar import begun, labelled, sentences


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((), ""),
        (("You live in England",), "You live in England"),
        (("You live in England.", "Your phone is open"), "You live in England. Your phone is open."),
    ],
)
def test_several_things_are_a_sentence_each(parts: tuple[str, ...], said: str) -> None:
    assert sentences(parts) == said


@pytest.mark.parametrize(
    ("labels", "joint", "said"),
    [
        ((), "and", ""),
        (("Step-free",), "and", "Step-free"),
        (
            ("Step-free", "Quiet room", "Assistance dogs welcome"),
            "and",
            "Step-free, quiet room and assistance dogs welcome",
        ),
        (
            ("Hearing loop", "British Sign Language", "Captions"),
            "and",
            "Hearing loop, British Sign Language and captions",
        ),
        (
            ("A care leaver card", "A letter from your council"),
            "or",
            "A care leaver card or a letter from your council",
        ),
        (("Work", "ID, immigration and legal help"), "and", "Work and ID, immigration and legal help"),
    ],
)
def test_of_several_labels_only_the_first_and_names_have_a_large_letter(
    labels: tuple[str, ...], joint: str, said: str
) -> None:
    assert labelled(labels, joint) == said


def test_a_sentence_begins_with_a_large_letter_and_nothing_else_of_it_changes() -> None:
    assert begun("any time in care, at any age") == "Any time in care, at any age"
    assert not begun("")
