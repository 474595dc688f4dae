"""What was worked out is worked out again exactly where one of its questions has another answer."""

from __future__ import annotations

from typing import Any

from plugins.library import Library, Notebook
from plugins.model import Channel
from tests import samples

NAME = "story:first-keys"


class Looks:
    """Takes the title of a story from a library, and counts how often it does."""

    count = 0

    def __call__(self, library: Library) -> str:
        self.count += 1
        entry = library.on(Channel.WEB).get(NAME)
        return entry.spine.title if entry else ""


def shelved(**changes: Any) -> Library:
    return samples.library(samples.document("story", "first-keys", **changes))


def after(first: Library, second: Library) -> Library:
    """Give a second library the notebook that a first one leaves."""
    kept = first.notebook.kept(first)
    assert kept
    second.notebook = Notebook(*kept)
    return second


def test_what_asks_the_same_is_worked_out_once() -> None:
    look, first = Looks(), shelved(title="The first keys")
    assert first.worked_out("title", "", look) == "The first keys"
    second = after(first, shelved(title="The first keys", body="## Other words\n\nThey are on no card at all."))
    assert second.worked_out("title", "", look) == "The first keys"
    assert look.count == 1
    assert second.notebook.kept(second) is None


def test_another_answer_is_worked_out_again() -> None:
    look, first = Looks(), shelved(title="The first keys")
    first.worked_out("title", "", look)
    second = after(first, shelved(title="The second keys"))
    assert second.worked_out("title", "", look) == "The second keys"
    assert look.count == 2


def test_what_is_made_of_something_else_is_worked_out_again() -> None:
    look, first = Looks(), shelved()
    first.worked_out("title", "one site", look)
    after(first, shelved()).worked_out("title", "another site", look)
    assert look.count == 2


def test_whoever_hears_a_library_hears_what_a_note_asked_long_ago() -> None:
    first = shelved()
    first.worked_out("title", "", Looks())
    heard: set[Any] = set()
    after(first, shelved()).noting(heard).worked_out("title", "", Looks())
    assert heard == {((Channel.WEB,), "get", (NAME,))}


def test_what_nobody_asks_for_any_more_is_not_kept() -> None:
    first = shelved()
    first.worked_out("title", "", Looks())
    second = after(first, shelved())
    assert second.notebook.kept(second) == ({}, [])
