"""Whoever wrote again what may not be seen hears where it stands, and each text is read once for all of them."""

from __future__ import annotations

from collections import Counter

import pytest

from plugins.library import Library
from plugins.model import Document
from plugins.press import repeated
from plugins.press.repeated import advice
from plugins.press.said import own_wordings
from tests import samples

RAIN = "The rain came in under the kitchen door that winter."
DOOR = "My grandmother painted every door of the house blue."


def told(kind: str, slug: str, body: str, **fields: str) -> Document:
    """Give a document that shares nothing with others but what its body says."""
    summary = f"What the {slug} is about, in so many words that nobody else has."
    return samples.document(kind, slug, title=f"About the {slug} of ours", summary=summary, body=body, **fields)


def shelved() -> Library:
    """Give two stories that may not be seen, and pages that say again what stands in them."""
    hidden = [told("story", slug, words, status="draft") for slug, words in (("rain", RAIN), ("door", DOOR))]
    pages = [told("page", f"page-{number}", f"{RAIN}\n\nAnd {number}.") for number in range(4)]
    return samples.library(*hidden, *pages, told("page", "blue", DOOR))


def test_the_places_are_named_and_what_to_do() -> None:
    found = advice(shelved(), "content", ["story:rain", "story:door", "story:nobody"])
    assert found.keys() == {"story:rain", "story:door"}
    said, to_do = found["story:door"].splitlines()
    assert said.startswith(
        "content/stories/door.md may not be seen there, and the same words stand in content/pages/blue"
    )
    assert to_do.startswith("Write them differently in one of the two")
    assert said.count("content/") == 1 + 1
    assert found["story:rain"].splitlines()[0].endswith(" and 1 more.")


def test_of_what_stands_nowhere_else_nothing_is_said() -> None:
    library = samples.library(told("story", "rain", RAIN, status="draft"), told("page", "blue", DOOR))
    assert advice(library, "content", ["story:rain"]) == {}


def test_however_many_are_asked_about_each_other_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[str] = Counter()

    def counting(document: Document) -> dict[str, str]:
        read[document.id] += 1
        return own_wordings(document)

    monkeypatch.setattr(repeated, "own_wordings", counting)
    advice(shelved(), "content", ["story:rain", "story:door"])
    assert {name: times for name, times in read.items() if name.startswith("page:")} == dict.fromkeys(
        ("page:blue", *(f"page:page-{number}" for number in range(4))), 1
    )
