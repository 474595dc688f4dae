"""Among ten thousand documents too, the first search of a visit loads little, whatever somebody types."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterator
from itertools import accumulate

import pytest

from plugins.search.shards import BATCH, LARGEST, cards, contents, index, shards
from plugins.view.findable import Findable
from tests.bench.corpus import Setting, items

SIZE = 10_000
LOOKED_INTO, SHOWN, LEAST = 4, 10, 2
"""So many shards and results at once, and letters of a word, as ``search.js`` has them."""
MOST = 20_000


def of_the_corpus() -> Iterator[tuple[str, str]]:
    """Give titles and summaries of the corpus that builds are measured with."""
    return ((item.fields["title"], item.fields["summary"]) for item in items(Setting(SIZE)))


def of_many_words() -> Iterator[tuple[str, str]]:
    """Give titles and summaries of twenty thousand different words, as common and as rare as words are (Zipf)."""
    dice = random.Random(7)  # noqa: S311 - the same words each time
    letters = "etaoinshrdlcumwfgypbvk"
    vocabulary = ["".join(dice.choices(letters, range(22, 0, -1), k=dice.randint(2, 11))) for _ in range(20_000)]
    weights = list(accumulate(1 / rank for rank in range(1, 20_001)))
    for _ in range(SIZE):
        row = dice.choices(vocabulary, cum_weights=weights, k=27)
        yield " ".join(row[:7]), " ".join(row[7:])


def loaded(typed: str, sizes: dict[str, int]) -> int:
    """Give the bytes of the shards that a word makes a device load: its own, and those that go on where it ends."""
    own = sorted((prefix for prefix in sizes if typed.startswith(prefix)), key=len)[-1:]
    longer = [prefix for prefix in sizes if prefix != typed and prefix.startswith(typed)]
    return sum(sizes[prefix] for prefix in (own + longer)[:LOOKED_INTO])


@pytest.mark.parametrize("written", [of_the_corpus, of_many_words])
def test_the_worst_first_search_among_ten_thousand_documents_is_light(
    written: Callable[[], Iterator[tuple[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    documents = [
        Findable("story", "Story", title, summary, f"stories/item-{number}/", "en-GB", "", f"story:item-{number}")
        for number, (title, summary) in enumerate(written())
    ]
    newest = documents[-(BATCH - 1) :]
    parts = dict(shards(index(documents)))
    sizes = {prefix: len(gzip.compress(data)) for prefix, data in parts.items()}
    first = len(gzip.compress(contents("0" * 8, SIZE, parts, newest)))
    card = max(len(gzip.compress(data)) for data in cards(documents))
    typed = {prefix[:end] for prefix in parts for end in range(LEAST, len(prefix) + 1)}
    worst = max(typed, key=lambda word: loaded(word, sizes))
    total = first + loaded(worst, sizes) + SHOWN * card
    with capsys.disabled():
        print(  # noqa: T201 - a figure to know
            f"\n10,000 documents: {len(parts)} shards, median {sorted(sizes.values())[len(sizes) // 2]} B, largest "
            f"{max(sizes.values())} B gz; list of shards with the newest {first} B, a file of cards {card} B; "
            f"worst first search “{worst}”: {total} B"
        )
    assert max(map(len, parts.values())) <= LARGEST
    assert total <= MOST
