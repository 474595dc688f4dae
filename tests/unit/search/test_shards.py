"""The search's index: what it finds, how it folds, and that its parts stay small however much there is."""

from __future__ import annotations

import json

import pytest

from plugins.search.shards import (
    BATCH,
    CARDS,
    MOST,
    WHOLE_BATCH,
    anchored,
    cards,
    contents,
    file_name,
    index,
    shards,
)
from plugins.search.words import folded, words
from plugins.view.findable import Findable


def found(number: int = 0, title: str = "First keys", summary: str = "A key on a ribbon.", *texts: str) -> Findable:
    return Findable(
        "story", "Story", title, summary, f"stories/s-{number}/", "en-GB", folded(" ".join(texts)), f"story:s-{number}"
    )


def looked_up(documents: list[Findable], word: str) -> str:
    """Look a word up as the script does: in the shard with the longest prefix that fits."""
    parts = dict(shards(index(documents)))
    prefix = max((prefix for prefix in parts if word.startswith(prefix)), key=len)
    line: str = json.loads(parts[prefix]).get(word, "")
    return line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café, NAÏVE & Zoë’s", ["cafe", "naive", "zoes"]),
        ("don't don’t", ["dont", "dont"]),
        ("A £20 tool-kit at 8pm", ["20", "tool", "kit", "at", "8pm"]),
        ("می‌خواهم یک کِتاب", ["می", "خواهم", "یک", "کتاب"]),
        ("snake_case", ["snake", "case"]),
        ("İstanbul", ["istanbul"]),
        ("x" * 40, ["x" * 24]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_word_counts_at_its_best_place_in_a_document() -> None:
    documents = [
        found(0, "Keys", "Keys on a ribbon", "keys"),
        found(1, "Doors", "Keys", ""),
        found(2, "Cat", "", "keys"),
    ]
    assert looked_up(documents, "keys") == "0|1|2"


def test_the_newest_come_first() -> None:
    assert looked_up([found(0), found(1), found(2)], "keys") == "2,1,0"


def test_a_word_in_very_many_documents_is_cut_and_says_so() -> None:
    line = looked_up([found(number) for number in range(MOST + 50)], "keys")
    assert line.startswith(f"*{MOST + 49},")
    assert line.count(",") == MOST - 1


def test_cards_stand_in_files_of_a_few_by_number() -> None:
    rows = [json.loads(data) for data in cards([found(number) for number in range(CARDS + 1)])]
    assert [len(row) for row in rows] == [CARDS, 1]
    assert rows[1][0] == ["First keys", "A key on a ribbon.", f"stories/s-{CARDS}/", "story", "Story", "en-GB"]


def test_no_shard_has_a_name_that_a_file_system_keeps_for_itself() -> None:
    assert [file_name(prefix) for prefix in ("con", "", "سر")] == ["w-con", "w-", "w-_633_631"]


@pytest.mark.parametrize(("whole", "batch"), [(True, WHOLE_BATCH), (False, BATCH)])
def test_documents_come_into_shards_in_whole_files_of_cards(*, whole: bool, batch: int) -> None:
    assert batch % CARDS == 0
    assert [anchored(count, whole=whole) for count in (0, batch - 1, batch, batch + 1, 2 * batch)] == [
        0,
        0,
        batch,
        batch,
        2 * batch,
    ]


def test_the_newest_stand_in_the_list_of_shards_with_their_cards_and_words() -> None:
    listed = json.loads(contents("1f", 8, ["a", "b"], [found(8, "First keys", "A key on a ribbon.", "Keys, a kettle")]))
    assert listed["shards"] == ["a", "b"]
    card = ["First keys", "A key on a ribbon.", "stories/s-8/", "story", "Story", "en-GB"]
    assert listed["newest"] == [[*card, "kettle"]]
    assert listed["count"] == 8
